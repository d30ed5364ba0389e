import { useState } from 'react';
import { OfferSheet } from '../act/offer-sheet.js';
import { useActions } from '../api/questions.js';
import type { Action, NotNow } from '../api/types.js';
import { plainName } from '../marks/words.js';
import { Asked } from '../shell/states.js';

/** What may be done now, by stage; below it what not, and why not. */
export function ActionsPanel({ id }: { readonly id: string }) {
  const actions = useActions(id);
  const [open, setOpen] = useState<Action>();
  return (
    <section aria-labelledby="actions-title">
      <div className="bar">
        <h2 id="actions-title">What can be done now</h2>
      </div>
      <Asked what="what can be done" lines={3} query={actions}>
        {(data) => (
          <>
            {data.actions.length === 0 && <p className="none">Nothing: this shipment is over.</p>}
            <ByStage actions={data.actions} open={setOpen} />
            {data.notNow.length > 0 && <NotNowList items={data.notNow} />}
          </>
        )}
      </Asked>
      {open !== undefined && <OfferSheet shipment={id} offer={open} close={() => setOpen(undefined)} />}
    </section>
  );
}

function ByStage({ actions, open }: { readonly actions: readonly Action[]; readonly open: (action: Action) => void }) {
  const names = [...new Set(actions.map(({ stage }) => stage))];
  return (
    <dl className="by-stage">
      {names.map((stage) => (
        <div key={stage}>
          <dt>{plainName(stage)}</dt>
          <dd>
            {actions
              .filter((action) => action.stage === stage)
              .map((action) => (
                <button
                  key={`${action.command} ${action.label} ${action.subject}`}
                  type="button"
                  className="button"
                  onClick={() => open(action)}
                >
                  {action.label}
                  {action.subject !== null && <span className="subject"> {action.subject}</span>}
                </button>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NotNowList({ items }: { readonly items: readonly NotNow[] }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="not-now">
      <button type="button" className="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
        Not now, and why: {items.length}
      </button>
      {shown && (
        <ul>
          {items.map(({ command, label, why }) => (
            <li key={`${command} ${label} ${why}`}>
              <strong>{label}</strong> <span className="ink2">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
