import type { PaperOfPlan, PlanPapers, Shipment } from '../api/types.js';
import { IssueBar } from './issue-bar.js';
import { PaperLine } from './paper-line.js';
import { countOf } from './paper-standing.js';
import { countText, papersText } from './paper-words.js';

import { t } from '../words/words.js';

interface TableProps {
  readonly shipment: Shipment;
  readonly papers: PlanPapers;
  /** No other plan stands. */
  readonly alone: boolean;
}

/** The papers of one plan: how many stand how, what can be done with them, and line by line. Where two plans stand, lines are folded unless somebody holds an outdated paper. */
export function PlanPapersTable({ shipment, papers, alone }: TableProps) {
  const count = countOf(papers.papers);
  return (
    <div className="plan-papers">
      <h3>
        {t('Plan {plan}', { plan: papers.plan })} <span className="ink2">{countText(count)}</span>
      </h3>
      <IssueBar shipment={shipment.id} papers={papers} />
      <details className="fold" open={alone || count.outdated > 0}>
        <summary>
          {papersText(papers.papers.length)}
          <span className="unseen"> {t('of plan {plan}', { plan: papers.plan })}</span>
        </summary>
        <Lines shipment={shipment} plan={papers.plan} papers={papers.papers} />
      </details>
    </div>
  );
}

interface LinesProps extends Pick<TableProps, 'shipment'> {
  readonly plan: number;
  readonly papers: readonly PaperOfPlan[];
}

function Lines({ shipment, plan, papers }: LinesProps) {
  return (
    <table className="cards paper-lines" aria-label={t('Papers of plan {plan}', { plan })}>
      <thead>
        <tr>
          <th scope="col">{t('Paper')}</th>
          <th scope="col">{t('Languages')}</th>
          <th scope="col">{t('Standing')}</th>
          <th scope="col">
            <span className="unseen">{t('Open')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <PaperLine key={paper.reference} shipment={shipment} plan={plan} paper={paper} />
        ))}
      </tbody>
    </table>
  );
}
