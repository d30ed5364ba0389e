import type { EarlierPaper, Shipment } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { PaperLink } from './paper-line.js';
import { endText, kindText, occasionText } from './paper-words.js';
import { issuedAddress } from './use-papers.js';

interface EarlierProps {
  readonly shipment: Shipment;
  readonly earlier: readonly EarlierPaper[];
}

/** Papers that are good no more, the newest first: somebody may still hold one, and what it said can be read. */
export function EarlierPapers({ shipment, earlier }: EarlierProps) {
  return (
    <details className="fold">
      <summary>
        Earlier papers <small className="ink2">{earlier.length}</small>
      </summary>
      <ul className="earlier-papers">
        {earlier.map((paper) => (
          <EarlierLine key={paper.document} shipment={shipment} paper={paper} />
        ))}
      </ul>
    </details>
  );
}

function EarlierLine({ shipment, paper }: { readonly shipment: Shipment; readonly paper: EarlierPaper }) {
  const occasion = occasionText(paper, shipment.plans);
  const name = [kindText(paper.kind), ...(occasion === null ? [] : [occasion]), `plan ${paper.plan}`].join(', ');
  return (
    <li>
      <span>
        {name}
        <small className="block ink2">
          issued {momentText(paper.issuedAt)}; {endText(paper)}
          {paper.endedAt !== null && ` ${momentText(paper.endedAt)}`}
        </small>
      </span>
      <PaperLink href={issuedAddress(shipment.id, paper.document)} words="As issued" name={name} />
    </li>
  );
}
