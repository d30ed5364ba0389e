import type { EarlierPaper, Shipment } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { PaperLink } from './paper-line.js';
import { endText, kindText, occasionText } from './paper-words.js';
import { issuedAddress } from './use-papers.js';

import { t } from '../words/words.js';

interface EarlierProps {
  readonly shipment: Shipment;
  readonly earlier: readonly EarlierPaper[];
}

/** Papers that are good no more, the newest first: somebody may still hold one, and what it said can be read. */
export function EarlierPapers({ shipment, earlier }: EarlierProps) {
  return (
    <details className="fold">
      <summary>
        {t('Earlier papers')} <small className="ink2">{earlier.length}</small>
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
  const name = [
    kindText(paper.kind),
    ...(occasion === null ? [] : [occasion]),
    t('plan {plan}', { plan: paper.plan }),
  ].join(', ');
  return (
    <li>
      <span>
        {name}
        <small className="block ink2">
          {paper.endedAt === null
            ? t('issued {issued}; {end}', { issued: momentText(paper.issuedAt), end: endText(paper) })
            : t('issued {issued}; {end} {ended}', {
                ...{ issued: momentText(paper.issuedAt), end: endText(paper), ended: momentText(paper.endedAt) },
              })}
        </small>
      </span>
      <PaperLink href={issuedAddress(shipment.id, paper.document)} words={t('As issued')} name={name} />
    </li>
  );
}
