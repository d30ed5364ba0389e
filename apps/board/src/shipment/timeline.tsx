import type { Mark, Plan, Shipment, TimelineEntry } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import { clocksOf, type ClockPlace } from '../shell/clock-places.js';
import { spanText } from '../time/duration.js';
import { ownZone, useNow } from '../time/now.js';
import { clockText, dayText } from '../time/zone.js';
import { timelineLines, type TimelineLine } from './timeline-lines.js';

/** What happened, now, and what is to come, each in three clocks; the reader's own is bold. */
export function Timeline({ shipment }: { readonly shipment: Shipment }) {
  const now = useNow();
  const places = clocksOf(shipment.from, shipment.to);
  const lines = timelineLines(shipment.timeline, now, ownZone);
  const age =
    shipment.oldestBag === null || shipment.oldestBag.endedAt !== null
      ? null
      : now - Date.parse(shipment.oldestBag.startsAt);
  return (
    <section aria-labelledby="timeline-title">
      <div className="bar">
        <h2 id="timeline-title">Time line</h2>
        <small className="ink2 push">days change in your own clock</small>
      </div>
      <table className="timeline">
        <thead>
          <tr>
            {places.map((place) => (
              <th key={place.zone} scope="col" className={place.own ? 'own' : undefined}>
                {place.city}
                {place.own && <span className="unseen">, yours</span>}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">What</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line key={index} line={line} places={places} now={now} age={age} plans={shipment.plans} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly line: TimelineLine<TimelineEntry>;
  readonly places: readonly ClockPlace[];
  readonly now: number;
  readonly age: number | null;
  readonly plans: readonly Plan[];
}

function Line({ line, places, now, age, plans }: LineProps) {
  switch (line.kind) {
    case 'now':
      return (
        <tr className="now">
          <Clocks at={now} places={places} />
          <td>now{age !== null && `, oldest bag ${spanText(age)}`}</td>
        </tr>
      );
    case 'day':
      return (
        <tr className="day">
          <td colSpan={places.length + 1}>{dayText(line.at, ownZone, true)}</td>
        </tr>
      );
    default:
      return <EntryLine entry={line.entry} past={line.past} places={places} plans={plans} />;
  }
}

type EntryLineProps = Pick<LineProps, 'places' | 'plans'> & { readonly entry: TimelineEntry; readonly past: boolean };

function EntryLine({ entry, past, places, plans }: EntryLineProps) {
  const stoodDown = plans.some(({ plan, status }) => plan === entry.plan && status === 'stood-down');
  const late = past && entry.kind === 'due' && entry.tone !== 'done';
  const mark = markOf(entry, late);
  return (
    <tr className={`${entry.kind} ${stoodDown ? 'pale' : ''}`}>
      <Clocks at={Date.parse(entry.at)} places={places} />
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

const kinds = { happened: '', planned: 'planned', due: 'due', limit: 'limit' } as const;

function Remark({ entry, late, stoodDown, several }: RemarkProps) {
  const remarks = [
    late ? 'overdue' : kinds[entry.kind],
    entry.plan !== null && several ? `plan ${entry.plan}` : '',
    stoodDown ? 'stood down' : '',
  ].filter(Boolean);
  const said = entry.what.toLowerCase();
  const more = remarks.filter((remark) => !said.includes(remark));
  return more.length === 0 ? null : <small className="ink2"> {more.join(', ')}</small>;
}

function Clocks({ at, places }: { readonly at: number; readonly places: readonly ClockPlace[] }) {
  return places.map((place) => (
    <td key={place.zone} className={`clock ${place.own ? 'own' : ''}`}>
      {clockText(at, place.zone)}
    </td>
  ));
}
