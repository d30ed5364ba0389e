import { useState } from 'react';
import { OfferSheet } from '../act/offer-sheet.js';
import { DecisionLink } from '../decision/decision-link.js';
import { useAgenda } from '../api/questions.js';
import type { Offer, Task } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { owners } from '../marks/words.js';
import { Asked } from '../shell/states.js';
import { distanceText, urgency } from '../time/duration.js';
import { useNowNear } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { owedSaid, peoplesFirst } from './agenda-order.js';
import { countedSaid } from './counted-words.js';
import { t } from '../words/words.js';

const FEW = 8;

/** What the shipment still owes, soonest first, each with whose move it is. */
export function AgendaTable({ id }: { readonly id: string }) {
  const agenda = useAgenda(id);
  const [open, setOpen] = useState<Offer>();
  return (
    <section aria-labelledby="agenda-title">
      <div className="bar">
        <h2 id="agenda-title">{t('Agenda')}</h2>
        {agenda.data !== undefined && <small className="ink2 push">{owedSaid(agenda.data.items)}</small>}
      </div>
      <Asked what={t('the agenda')} lines={4} query={agenda}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="none">{t('Nothing is owed any more.')}</p>
          ) : (
            <FewItems items={peoplesFirst(items)} act={setOpen} />
          )
        }
      </Asked>
      {open !== undefined && <OfferSheet shipment={id} offer={open} close={() => setOpen(undefined)} />}
    </section>
  );
}

function FewItems({ items, act }: { readonly items: readonly Task[]; readonly act: (offer: Offer) => void }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <Items items={all ? items : items.slice(0, FEW)} act={act} />
      {items.length > FEW && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('Show fewer') : t('Show all {total}', { total: items.length })}
        </button>
      )}
    </>
  );
}

function Items({ items, act }: { readonly items: readonly Task[]; readonly act: (offer: Offer) => void }) {
  return (
    <table className="agenda">
      <thead>
        <tr>
          <th scope="col">{t('Due')}</th>
          <th scope="col">{t('What')}</th>
          <th scope="col">{t('Whose move')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Item key={item.key} item={item} act={act} />
        ))}
      </tbody>
    </table>
  );
}

const tones = { past: 'danger', near: 'warn', calm: 'plain' } as const;

function Item({ item, act }: { readonly item: Task; readonly act: (offer: Offer) => void }) {
  const due = Date.parse(item.dueAt);
  const now = useNowNear(due);
  const tone = tones[urgency(due - now)];
  const best = item.offers[0];
  return (
    <tr>
      <td className={tone}>
        <span className="with-icon">
          <ToneIcon tone={tone} />
          <span>
            <span className="nowrap">{whenText(due, item.shownIn.zone, now)}</span>{' '}
            <span className="nowrap">{item.shownIn.city}</span>
          </span>
        </span>
        <small className="block">{distanceText(due - now)}</small>
      </td>
      <td>
        {best === undefined ? (
          item.what
        ) : (
          <button type="button" className="plain" onClick={() => act(best)}>
            {item.what}
          </button>
        )}
        <DecisionLink shipment={item.shipment} offers={item.offers} />
        {item.basis !== null && <Counted {...countedSaid(item.basis)} />}
        {item.attempts > 0 && <small className="ink2"> {t('tried {attempts}×', { attempts: item.attempts })}</small>}
        {item.parked !== null && <small className="warn"> {t('parked: {parked}', { parked: item.parked })}</small>}
      </td>
      <td>
        {owners[item.owner]}
        {item.does === 'call' && <small className="ink2">{t(', desk is called')}</small>}
      </td>
    </tr>
  );
}

/** How the day was counted, then by whose calendar, small. */
function Counted({ said, calendar }: ReturnType<typeof countedSaid>) {
  return (
    <details className="small ink2">
      <summary>{t('How the day was counted')}</summary>
      {said}
      {calendar !== '' && <small className="block">{calendar}</small>}
    </details>
  );
}
