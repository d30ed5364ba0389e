import type { PaperOfPlan, Shipment } from '../api/types.js';
import { languageText } from '../words/named.js';
import { PaperStandingText } from './paper-standing-text.js';
import { standingOf } from './paper-standing.js';
import { kindText, occasionText } from './paper-words.js';
import { issuedAddress, previewAddress } from './use-papers.js';
import { t } from '../words/words.js';

interface LineProps {
  readonly shipment: Shipment;
  readonly plan: number;
  readonly paper: PaperOfPlan;
}

/** One paper: what it is and of what, in which languages, how it stands, and its ways to be read. */
export function PaperLine({ shipment, plan, paper }: LineProps) {
  const occasion = occasionText(paper, shipment.plans);
  return (
    <tr>
      <th scope="row">
        {kindText(paper.kind)}
        {occasion !== null && <small className="block ink2">{occasion}</small>}
      </th>
      <td data-title={t('Languages')}>
        {paper.languages.length > 0 && <small>{paper.languages.map(languageText).join(', ')}</small>}
      </td>
      <td data-title={t('Standing')}>
        <PaperStandingText shipment={shipment} paper={paper} />
      </td>
      <td className="paper-ways">
        <Ways shipment={shipment.id} plan={plan} paper={paper} name={nameOf(paper, occasion)} />
      </td>
    </tr>
  );
}

function nameOf({ kind }: PaperOfPlan, occasion: string | null): string {
  return occasion === null ? kindText(kind) : `${kindText(kind)}, ${occasion}`;
}

interface WaysProps {
  readonly shipment: string;
  readonly plan: number;
  readonly paper: PaperOfPlan;
  readonly name: string;
}

/** As it would be issued now, and as it was issued. Of a valid paper both say the same, and only that one is offered which counts. */
function Ways({ shipment, plan, paper, name }: WaysProps) {
  const { issued, made } = paper;
  const standing = standingOf(paper);
  return (
    <>
      {made && standing !== 'valid' && (
        <PaperLink href={previewAddress(shipment, plan, paper)} words={t('Preview')} name={name} />
      )}
      {issued !== null && (
        <PaperLink
          href={issuedAddress(shipment, issued.document)}
          words={standing === 'valid' ? t('Print') : t('As issued')}
          name={name}
        />
      )}
    </>
  );
}

interface LinkProps {
  readonly href: string;
  readonly words: string;
  readonly name: string;
}

/** A PDF, in a new tab. */
export function PaperLink({ href, words, name }: LinkProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {words}
      <span className="unseen">{t(': {name}, in a new tab', { name })}</span>
    </a>
  );
}
