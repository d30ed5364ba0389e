import type { PlanPapers } from '../api/types.js';
import { IssueOutcomeText } from './issue-outcome.js';
import { PackLink } from './pack-link.js';
import { askedFor, countOf, issuingsOf } from './paper-standing.js';
import { issueText, papersText } from './paper-words.js';
import { useIssuing } from './use-issuing.js';
import { t } from '../words/words.js';

interface BarProps {
  readonly shipment: string;
  readonly papers: PlanPapers;
}

/** What can be done with the papers of a plan; what presses most is the first button, and there is one such. */
export function IssueBar({ shipment, papers }: BarProps) {
  const issuing = useIssuing(shipment, papers.plan);
  const { valid } = countOf(papers.papers);
  const nothingToIssue = issuing.asked === undefined && issuingsOf(papers.papers).length === 0;
  return (
    <>
      <div className="offers">
        {issuing.asked === undefined ? (
          <IssueButtons papers={papers} issue={issuing.issue} />
        ) : (
          <AgainButton plan={papers.plan} {...issuing} asked={issuing.asked} />
        )}
        {valid > 0 && (
          <PackLink {...{ shipment, plan: papers.plan, valid, all: askedFor(papers.papers) }} first={nothingToIssue} />
        )}
      </div>
      <IssueOutcomeText {...issuing} />
    </>
  );
}

interface ButtonsProps {
  readonly papers: PlanPapers;
  readonly issue: (references: readonly string[]) => Promise<void>;
}

function IssueButtons({ papers: { plan, papers }, issue }: ButtonsProps) {
  return issuingsOf(papers).map((issuing, index) => (
    <button
      key={issuing.act}
      type="button"
      className={`button ${index === 0 ? 'first' : ''}`}
      onClick={() => void issue(issuing.references)}
    >
      {issueText(issuing)}
      <span className="unseen"> {t('of plan {plan}', { plan })}</span>
    </button>
  ));
}

interface AgainProps extends Pick<ButtonsProps, 'issue'> {
  readonly plan: number;
  readonly asked: { readonly references: readonly string[] };
  readonly busy: boolean;
}

/** While an answer is awaited nothing else of the plan can be issued: what was asked for is asked for again, as it was. */
function AgainButton({ plan, asked: { references }, busy, issue }: AgainProps) {
  return (
    <button type="button" className="button first" aria-disabled={busy} onClick={() => void issue(references)}>
      {busy ? t('Issuing {papers}…', { papers: papersText(references.length) }) : t('Send again')}
      <span className="unseen"> {t('of plan {plan}', { plan })}</span>
    </button>
  );
}
