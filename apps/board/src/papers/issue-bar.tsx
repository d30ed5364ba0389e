import type { PlanPapers } from '../api/types.js';
import { countOf, issuingsOf } from './paper-standing.js';
import { issueText, papersText } from './paper-words.js';
import { IssueOutcomeText } from './issue-outcome.js';
import { packAddress } from './use-papers.js';
import { useIssuing } from './use-issuing.js';

interface BarProps {
  readonly shipment: string;
  readonly papers: PlanPapers;
}

/** What can be done with the papers of a plan; what presses most is the first button, and there is one such. */
export function IssueBar({ shipment, papers: { plan, papers } }: BarProps) {
  const { asked, busy, outcome, issue } = useIssuing(shipment, plan);
  const issuings = issuingsOf(papers);
  const { valid } = countOf(papers);
  return (
    <>
      <div className="offers">
        {asked === undefined ? (
          issuings.map((issuing, index) => (
            <button
              key={issuing.act}
              type="button"
              className={`button ${index === 0 ? 'first' : ''}`}
              onClick={() => void issue(issuing.references)}
            >
              {issueText(issuing)}
              <span className="unseen"> of plan {plan}</span>
            </button>
          ))
        ) : (
          <button
            type="button"
            className="button first"
            aria-disabled={busy}
            onClick={() => void issue(asked.references)}
          >
            {busy ? `Issuing ${papersText(asked.references.length)}…` : 'Send again'}
            <span className="unseen"> of plan {plan}</span>
          </button>
        )}
        {valid > 0 && (
          <a
            className={`button ${issuings.length === 0 && asked === undefined ? 'first' : ''}`}
            href={packAddress(shipment, plan)}
            target="_blank"
            rel="noreferrer"
          >
            Pack as one PDF<span className="unseen"> of plan {plan}, in a new tab</span>
          </a>
        )}
      </div>
      <IssueOutcomeText outcome={outcome} asked={asked} busy={busy} />
    </>
  );
}
