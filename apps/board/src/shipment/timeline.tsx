import { useState } from 'react';
import type { Mark, Plan, Shipment, TimelineEntry } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import { clocksOf, type ClockPlace } from '../shell/clock-places.js';
import { spanText } from '../time/duration.js';
import { useNow } from '../time/now.js';
import { clockText, dayText } from '../time/zone.js';
import { clockFirst, lately, timelineLines, type TimelineLine } from './timeline-lines.js';
import { t, wordsBy } from '../words/words.js';

/** What happened, now, and what is to come, each in three clocks; one of them is bold, and days change in it. */
export function Timeline({ shipment }: { readonly shipment: Shipment }) {
  const now = useNow();
  const places = clocksOf(shipment.from, shipment.to);
  const [chosen, choose] = useState(() => clockFirst(places, shipment.dueNext?.shownIn ?? shipment.from));
  const [whole, setWhole] = useState(false);
  const { entries, earlier } = lately(shipment.timeline, now, whole);
  const lines = timelineLines(entries, now, chosen);
  const city = places.find(({ zone }) => zone === chosen)?.city;
  const age = ageOf(shipment.oldestBag, now);
  return (
    <section aria-labelledby="timeline-title">
      <div className="bar">
        <h2 id="timeline-title">{t('Time line')}</h2>
        <small className="ink2 push">
          {t('days change in the clock of {city}; press another to change it', { city: city ?? '' })}
        </small>
      </div>
      {(earlier > 0 || whole) && (
        <button type="button" className="plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('Show less of what is past') : t('Show {earlier} earlier', { earlier })}
        </button>
      )}
      <table className="timeline">
        <ColumnHeads places={places} chosen={chosen} choose={choose} />
        <tbody>
          {lines.map((line, index) => (
            <Line key={index} line={line} clocks={{ places, chosen }} now={now} age={age} plans={shipment.plans} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The clocks of the columns, and the zone of the one that is chosen. */
interface ColumnClocks {
  readonly places: readonly ClockPlace[];
  readonly chosen: string;
}

/** The cities whose clocks the columns show, each to be chosen. */
function ColumnHeads({ places, chosen, choose }: ColumnClocks & { readonly choose: (zone: string) => void }) {
  return (
    <thead>
      <tr>
        {places.map(({ zone, city, own }) => (
          <th key={zone} scope="col" className={zone === chosen ? 'own' : undefined}>
            <button type="button" className="clock-choice" aria-pressed={zone === chosen} onClick={() => choose(zone)}>
              {city}
              {own && <small>{t(', yours')}</small>}
            </button>
          </th>
        ))}
        <th scope="col">
          <span className="unseen">{t('What')}</span>
        </th>
      </tr>
    </thead>
  );
}

function ageOf(bag: Shipment['oldestBag'], now: number): number | null {
  return bag === null || bag.endedAt !== null ? null : now - Date.parse(bag.startsAt);
}

interface LineProps {
  readonly line: TimelineLine<TimelineEntry>;
  readonly clocks: ColumnClocks;
  readonly now: number;
  readonly age: number | null;
  readonly plans: readonly Plan[];
}

function Line({ line, clocks, now, age, plans }: LineProps) {
  switch (line.kind) {
    case 'now':
      return (
        <tr className="now">
          <Clocks at={now} {...clocks} />
          <td>{age === null ? t('now') : t('now, oldest bag {span}', { span: spanText(age) })}</td>
        </tr>
      );
    case 'day':
      return (
        <tr className="day">
          <td colSpan={clocks.places.length + 1}>{dayText(line.at, clocks.chosen, true)}</td>
        </tr>
      );
    default:
      return <EntryLine entry={line.entry} past={line.past} clocks={clocks} plans={plans} />;
  }
}

type EntryLineProps = Pick<LineProps, 'clocks' | 'plans'> & { readonly entry: TimelineEntry; readonly past: boolean };

function EntryLine({ entry, past, clocks, plans }: EntryLineProps) {
  const stoodDown = plans.some(({ plan, status }) => plan === entry.plan && status === 'stood-down');
  const late = past && entry.kind === 'due' && entry.tone !== 'done';
  const mark = markOf(entry, late);
  return (
    <tr className={`${entry.kind} ${stoodDown ? 'pale' : ''}`}>
      <Clocks at={Date.parse(entry.at)} {...clocks} />
      <td className={mark === 'trouble' ? 'danger' : ''}>
        <span className="with-icon">
          <MarkIcon mark={mark} />
          <span>
            {entry.what}
            <Remark entry={entry} late={late} stoodDown={stoodDown} several={plans.length > 1} />
          </span>
        </span>
      </td>
    </tr>
  );
}

/** A limit is a line and waits for nobody; what is overdue is in trouble whatever it was before. */
function markOf(entry: TimelineEntry, late: boolean): Mark {
  if (late) return 'trouble';
  return entry.kind === 'limit' && entry.tone !== 'trouble' ? 'not-yet' : entry.tone;
}

interface RemarkProps {
  readonly entry: TimelineEntry;
  readonly late: boolean;
  readonly stoodDown: boolean;
  readonly several: boolean;
}

/** Targets and limits say themselves which they are. */
const kinds = wordsBy({ happened: () => '', planned: () => t('planned'), due: () => t('due'), limit: () => '' });

function Remark({ entry, late, stoodDown, several }: RemarkProps) {
  const remarks = [
    late ? t('overdue') : kinds[entry.kind],
    entry.plan !== null && several ? t('plan {plan}', { plan: entry.plan }) : '',
    stoodDown ? t('stood down') : '',
  ].filter(Boolean);
  const said = entry.what.toLowerCase();
  const more = remarks.filter((remark) => !said.includes(remark));
  return more.length === 0 ? null : <small className="ink2"> {more.join(', ')}</small>;
}

function Clocks({ at, places, chosen }: ColumnClocks & { readonly at: number }) {
  return places.map((place) => (
    <td key={place.zone} className={`clock ${place.zone === chosen ? 'own' : ''}`}>
      {clockText(at, place.zone)}
    </td>
  ));
}
