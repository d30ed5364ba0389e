import type { IssueOutcome } from './issue-papers.js';
import { t } from '../words/words.js';

interface OutcomeProps {
  readonly outcome: IssueOutcome | undefined;
  /** Papers that were asked for and not answered. */
  readonly asked: { readonly references: readonly string[] } | undefined;
  readonly busy: boolean;
}

/** What came of issuing, in words; that it is under way is said too, for whoever does not see the button. */
export function IssueOutcomeText({ outcome, asked, busy }: OutcomeProps) {
  return (
    <>
      <p role="status" className="said">
        {busy ? <span className="unseen">{t('Issuing the papers…')}</span> : issuedText(outcome)}
      </p>
      {!busy && asked !== undefined && <Unanswered outcome={outcome} />}
      {outcome?.kind === 'refused' && (
        <div className="refused" role="alert">
          <p>
            <strong>{t('Refused, and nothing was issued.')}</strong> {outcome.refusal.detail}
          </p>
        </div>
      )}
    </>
  );
}

function issuedText(outcome: IssueOutcome | undefined): string {
  if (outcome?.kind !== 'issued') return '';
  const { issued, notMade } = outcome.answer;
  const done = t('{count, plural, one {# paper was} other {# papers were}} issued.', { count: issued.length });
  if (notMade.length === 0) return done;
  const lacking = t('{count, plural, one {# paper} other {# papers}} could not be made; what they lack stands below.', {
    count: notMade.length,
  });
  return t('{done} {lacking}', { done, lacking });
}

/** It may have been done or not: the same once more finds out, and does it once at most. */
function Unanswered({ outcome }: Pick<OutcomeProps, 'outcome'>) {
  return (
    <div className="refused" role="alert">
      <p>
        <strong>{t('No answer.')}</strong> {outcome?.kind === 'unknown' && outcome.refusal.detail}
      </p>
      <p>{t('Whether the papers were issued is not known. Send it again: they will be issued once only.')}</p>
    </div>
  );
}
