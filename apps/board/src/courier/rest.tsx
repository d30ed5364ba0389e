import type { Action } from '../api/types.js';
import { stageName } from '../marks/words.js';
import { byLabel, stagesOf } from '../shipment/action-groups.js';
import { t } from '../words/words.js';

interface RestProps {
  readonly actions: readonly Action[];
  /** The one that has the big button. */
  readonly without: Action | null | undefined;
  readonly act: (action: Action) => void;
}

/** What else this courier may record now, folded, by stage. */
export function Rest({ actions, without, act }: RestProps) {
  const others = actions.filter((action) => action !== without);
  if (others.length === 0) return null;
  return (
    <details className="fold rest">
      <summary>{t('What else you can record: {count}', { count: others.length })}</summary>
      {stagesOf(others, new Set()).map(({ stage, actions: own }) => (
        <section key={stage} aria-label={stageName(stage)}>
          <h3>{stageName(stage)}</h3>
          <ul className="by-label">
            {byLabel(own).flatMap(({ actions: same }) =>
              same.map((action) => (
                <li key={`${action.command} ${action.label} ${action.subject}`}>
                  <button type="button" className="button wide" onClick={() => act(action)}>
                    {action.label}
                    {action.subject !== null && <span className="subject">{action.subject}</span>}
                  </button>
                </li>
              )),
            )}
          </ul>
        </section>
      ))}
    </details>
  );
}
