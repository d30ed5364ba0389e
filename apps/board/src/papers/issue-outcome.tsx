import type { IssueOutcome } from './issue-papers.js';
import { papersText } from './paper-words.js';

interface OutcomeProps {
  readonly outcome: IssueOutcome | undefined;
  /** Papers that were asked for and not answered. */
  readonly asked: { readonly references: readonly string[] } | undefined;
  readonly busy: boolean;
}

/** What came of issuing, in words; what is under way is said too, for whoever does not see the button. */
export function IssueOutcomeText({ outcome, asked, busy }: OutcomeProps) {
  return (
    <>
      <p role="status" className="said">
        {busy && <span className="unseen">Issuing {papersText(asked?.references.length ?? 0)}…</span>}
        {!busy && outcome?.kind === 'issued' && <Issued {...outcome.answer} />}
      </p>
      {!busy && asked !== undefined && (
        <Unanswered detail={outcome?.kind === 'unknown' ? outcome.refusal.detail : ''} />
      )}
      {!busy && outcome?.kind === 'refused' && (
        <div className="refused" role="alert">
          <p>
            <strong>Refused, and nothing was issued.</strong> {outcome.refusal.detail}
          </p>
        </div>
      )}
    </>
  );
}

function Issued({ issued, notMade }: Extract<IssueOutcome, { kind: 'issued' }>['answer']) {
  const one = issued.length === 1;
  return (
    <>
      {papersText(issued.length)} {one ? 'was' : 'were'} issued.
      {notMade.length > 0 && ` ${papersText(notMade.length)} could not be made; what they lack stands below.`}
    </>
  );
}

/** It may have been done or not: the same once more finds out, and does it once at most. */
function Unanswered({ detail }: { readonly detail: string }) {
  return (
    <div className="refused" role="alert">
      <p>
        <strong>No answer.</strong> {detail}
      </p>
      <p>Whether the papers were issued is not known. Send it again: they will be issued once only.</p>
    </div>
  );
}
