import { Link } from 'wouter';
import type { Action } from '../api/types.js';
import { stageName } from '../marks/words.js';
import { byLabel, stagesOf } from '../shipment/action-groups.js';
import { t } from '../words/words.js';

interface RestProps {
  readonly shipment: string;
  readonly actions: readonly Action[];
  /** The one that has the big button. */
  readonly without: Action | null | undefined;
  readonly act: (action: Action) => void;
}

/** What else this courier may record now, folded; and the way to all that there is of the shipment. */
export function Rest({ shipment, actions, without, act }: RestProps) {
  const others = actions.filter((action) => action !== without);
  return (
    <>
      {others.length > 0 && (
        <details className="fold rest">
          <summary>{t('What else you can record: {count}', { count: others.length })}</summary>
          {stagesOf(others, new Set()).map(({ stage, actions: own }) => (
            <Stage key={stage} stage={stage} actions={own} act={act} />
          ))}
        </details>
      )}
      <p>
        <Link href={`/shipments/${shipment}`} className="button wide quiet">
          {t('The whole shipment')}
        </Link>
      </p>
    </>
  );
}

interface StageProps extends Pick<RestProps, 'actions' | 'act'> {
  readonly stage: string;
}

function Stage({ stage, actions, act }: StageProps) {
  return (
    <section aria-label={stageName(stage)}>
      <h3>{stageName(stage)}</h3>
      <ul>
        {byLabel(actions)
          .flatMap(({ actions: same }) => same)
          .map((action) => (
            <li key={`${action.command} ${action.label} ${action.subject}`}>
              <button type="button" className="button wide" onClick={() => act(action)}>
                {action.label}
                {action.subject !== null && <span className="subject">{action.subject}</span>}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
