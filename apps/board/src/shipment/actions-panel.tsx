import { useState } from 'react';
import { OfferSheet } from '../act/offer-sheet.js';
import { DecisionLink } from '../decision/decision-link.js';
import { useActions } from '../api/questions.js';
import type { Action, NotNow, Shipment } from '../api/types.js';
import { stageName } from '../marks/words.js';
import { Asked } from '../shell/states.js';
import { byLabel, stagesOf, type StageActions } from './action-groups.js';
import { t } from '../words/words.js';

/** What may be done now, by stage; below it what not, and why not. Laid open where something waits, else folded under its number. */
export function ActionsPanel({ shipment }: { readonly shipment: Shipment }) {
  const actions = useActions(shipment.id);
  const [open, setOpen] = useState<Action>();
  return (
    <section aria-labelledby="actions-title">
      <div className="bar">
        <h2 id="actions-title">{t('What can be done now')}</h2>
      </div>
      <Asked what={t('what can be done')} lines={3} query={actions}>
        {(data) => (
          <>
            {data.actions.length === 0 && <p className="none">{t('Nothing: this shipment is over.')}</p>}
            {stagesOf(data.actions, waitingIn(shipment)).map((group) => (
              <Stage key={group.stage} group={group} open={setOpen} />
            ))}
            <DecisionLink shipment={shipment.id} offers={data.actions} />
            {data.notNow.length > 0 && <NotNowList items={data.notNow} />}
          </>
        )}
      </Asked>
      {open !== undefined && <OfferSheet shipment={shipment.id} offer={open} close={() => setOpen(undefined)} />}
    </section>
  );
}

/** The stages in which an alert stands or something is due next. */
function waitingIn({ alertsFull, dueNext }: Shipment): ReadonlySet<string> {
  const standing = alertsFull.filter(({ status }) => status !== 'resolved').map(({ stage }) => stage);
  return new Set([...standing, ...(dueNext === null ? [] : [dueNext.stage])]);
}

interface StageProps {
  readonly group: StageActions<Action>;
  readonly open: (action: Action) => void;
}

function Stage({ group: { stage, actions, waits }, open }: StageProps) {
  return (
    <details className="fold" open={waits}>
      <summary>
        {stageName(stage)} <small className="ink2">{actions.length}</small>
      </summary>
      <ul className="by-label">
        {byLabel(actions).map(({ label, actions: same }) => (
          <li key={label}>
            {same.length > 1 && <span className="of">{label}</span>}
            {same.map((action) => (
              <ActionButton
                key={`${action.command} ${action.subject}`}
                action={action}
                alone={same.length === 1}
                open={open}
              />
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ActionButtonProps {
  readonly action: Action;
  /** Else its label stands before it, for all of its kind. */
  readonly alone: boolean;
  readonly open: (action: Action) => void;
}

function ActionButton({ action, alone, open }: ActionButtonProps) {
  const { label, subject } = action;
  return (
    <button type="button" className="button" onClick={() => open(action)}>
      {alone ? label : <span className="unseen">{label} </span>}
      {subject !== null && <span className="subject">{subject}</span>}
    </button>
  );
}

function NotNowList({ items }: { readonly items: readonly NotNow[] }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="not-now">
      <button type="button" className="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('Not now, and why: {count}', { count: items.length })}
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
