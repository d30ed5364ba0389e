import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useCouriers } from '../api/questions.js';
import type { Courier } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { Asked, Nothing } from '../shell/states.js';
import { ownZone, useNow } from '../time/now.js';
import { localText } from '../time/zone.js';
import { CourierSheet } from './courier-sheet.js';
import { lapse, lapseText, papersOf, standingVisas } from './papers.js';
import { countryText, languageText } from '../words/named.js';
import { restText, visaText } from './record-words.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';

/** The pool: who can carry a box, with which papers, and which of those lapses next. */
export function CouriersPage() {
  const [typed, setTyped] = useState('');
  const couriers = useCouriers(typed.trim());
  const [open, setOpen] = useState<Courier | 'new'>();
  useTitle(t('Couriers'));
  return (
    <section className="register" aria-labelledby="couriers-title">
      <Bar total={couriers.data?.total} typed={typed} type={setTyped} add={() => setOpen('new')} />
      <Asked what={t('the couriers')} lines={4} query={couriers}>
        {({ items, fields }) => (
          <>
            {items.length === 0 ? (
              <Nobody searched={typed.trim() !== ''} />
            ) : (
              <CourierTable items={items} open={setOpen} />
            )}
            {open !== undefined && (
              <CourierSheet courier={open === 'new' ? null : open} fields={fields} close={() => setOpen(undefined)} />
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

interface BarProps {
  readonly total: number | undefined;
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly add: () => void;
}

function Bar({ total, typed, type, add }: BarProps) {
  return (
    <div className="bar">
      <h1 id="couriers-title">{t('Couriers')}</h1>
      {total !== undefined && <span className="ink2">{t('{total} in the pool', { total })}</span>}
      <input
        className="push"
        type="search"
        aria-label={t('Search couriers')}
        placeholder={t('Name, company, country')}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <button type="button" className="button first" onClick={add}>
        <Plus size={16} aria-hidden="true" /> {t('Add a courier')}
      </button>
    </div>
  );
}

function Nobody({ searched }: { readonly searched: boolean }) {
  return searched ? (
    <Nothing title={t('Nobody is found')}>
      {t('Every word must occur in name, company, telephone, countries or languages.')}
    </Nothing>
  ) : (
    <Nothing title={t('The pool is empty')}>
      {t('Whoever is entered here is chosen by name when a courier is nominated, and nothing is typed again.')}
    </Nothing>
  );
}

interface TableProps {
  readonly items: readonly Courier[];
  readonly open: (courier: Courier) => void;
}

function CourierTable({ items, open }: TableProps) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('Courier')}</th>
          <th scope="col">{t('Sets out from')}</th>
          <th scope="col">{t('Lapses next')}</th>
          <th scope="col">{t('Other papers')}</th>
          <th scope="col">{t('Visas')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((courier) => (
          <CourierLine key={courier.id} courier={courier} open={() => open(courier)} />
        ))}
      </tbody>
    </table>
  );
}

function CourierLine({ courier, open }: { readonly courier: Courier; readonly open: () => void }) {
  const now = useNow();
  const today = localText(now, ownZone).slice(0, 10);
  const [next, ...others] = papersOf(courier);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="plain" onClick={open}>
          {courier.name}
        </button>
        <small className="block ink2">
          {courier.company}, <span className="nowrap">{courier.phone}</span>
        </small>
        <small className="block ink2">{courier.id}</small>
      </th>
      <td data-title={t('Sets out from')}>
        <Whence courier={courier} />
      </td>
      <td data-title={t('Lapses next')}>{next !== undefined && <Lapsing {...next} today={today} />}</td>
      <td data-title={t('Other papers')}>
        {others.map((paper) => (
          <small key={paper.what} className="block">
            <Lapsing {...paper} today={today} />
          </small>
        ))}
      </td>
      <td data-title={t('Visas')}>
        <Visas visas={courier.visas} today={today} />
      </td>
    </tr>
  );
}

function Visas({ visas, today }: { readonly visas: Courier['visas']; readonly today: string }) {
  const standing = standingVisas(visas, today);
  if (standing.length === 0)
    return <span className="ink2">{visas.length === 0 ? t('none stated') : t('none in force')}</span>;
  return standing.map((visa) => (
    <small key={visa.country} className="block">
      {visaText(visa)}
    </small>
  ));
}

function Whence({ courier }: { readonly courier: Courier }) {
  return (
    <>
      {courier.basedIn === null ? <span className="ink2">{t('not stated')}</span> : countryText(courier.basedIn)}
      {courier.languages.length > 0 && (
        <small className="block ink2">
          {t('speaks {languages}', { languages: courier.languages.map(languageText).join(', ') })}
        </small>
      )}
      {courier.restUntil !== null && (
        <small className="block ink2">{t('rests until {rest}', { rest: restText(courier.restUntil) })}</small>
      )}
    </>
  );
}

function Lapsing({ what, until, today }: { readonly what: string; readonly until: string; readonly today: string }) {
  const { days, tone } = lapse(until, today);
  return (
    <span className={tone === 'plain' ? '' : `with-icon ${tone}`}>
      <ToneIcon tone={tone} />
      <span>
        {what} {lapseText(until, days)}
      </span>
    </span>
  );
}
