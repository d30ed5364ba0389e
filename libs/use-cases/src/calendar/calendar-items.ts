import { plusMinutes, type ShipmentId } from '@cellrelay/kernel';
import { mayIssue, orderOf, type Deadline, type Obligation, type Standing } from '@cellrelay/shipment';
import { endsOf, shownInOf } from '../questions/places.js';
import { agendaSeen, type Seen } from '../questions/seen.js';
import { routeOf } from '../questions/words.js';
import type { CalendarItem, CalendarScope } from './calendar.port.js';
import { legItems, type About } from './calendar-legs.js';
import { localText, withoutAnyWords } from './calendar-text.js';

/**
 * Calendars disagree about entries without a length: RFC 5545 (section 3.8.2.2) wants an end later than the start, and several show an hour from the start on. So a deadline is
 * this long and ends when it is due: who reads its start as the deadline is early, the other way round they would be late.
 */
const deadlineMinutes = 15;

/** All entries of a shipment for somebody who sees it so, by what they want in their calendar: deadlines that people keep, and the legs of plans that stand. */
export function calendarItems(id: ShipmentId, seen: Seen, scope: CalendarScope): readonly CalendarItem[] {
  const { reference } = orderOf(seen.state).details;
  const about = { reference, line: `${reference}: ${routeOf(seen.state)}` };
  const due = agendaSeen(seen)
    .filter(isDeadline)
    .filter((each) => scope === 'all' || isTheirs(seen.held, each));
  const legs = scope === 'all' || travels(seen.held) ? legItems(id, seen.state, about) : [];
  return eachOnce([...due.map((each) => dueItem(id, seen, { due: each, about })), ...legs].map(wordless));
}

/** Calls are made by desks. */
function isDeadline(owed: Obligation): owed is Deadline {
  return owed.does !== 'call';
}

/** A task is what a command of theirs settles, as in the list of tasks. */
function isTheirs(held: readonly Standing[], { offers }: Deadline): boolean {
  return offers.some(({ command }) => mayIssue(held, command));
}

/** Who carries the box has the flights for a task. */
function travels(held: readonly Standing[]): boolean {
  return held.some((standing) => standing.endsWith('/courier'));
}

function dueItem(id: ShipmentId, { state }: Seen, { due, about }: Due): CalendarItem {
  const { city, zone } = shownInOf(due, endsOf(state));
  return {
    uid: `${id}/due/${due.key}@cellrelay`,
    shipment: id,
    startsAt: plusMinutes(due.dueAt, -deadlineMinutes),
    endsAt: due.dueAt,
    summary: `${due.does === 'stand' ? 'Overdue' : 'Due'}: ${due.what} (${about.reference})`,
    description: [
      due.what,
      `Due by ${localText(due.dueAt, zone)}`,
      `Whose move it is: ${due.owner.replaceAll('-', ' ')}`,
      about.line,
    ].join('\n'),
    location: city,
    tentative: false,
    urgent: due.severity === 'critical',
    overdue: due.does === 'stand',
  };
}

interface Due {
  readonly due: Deadline;
  readonly about: About;
}

function wordless(item: CalendarItem): CalendarItem {
  const { uid, summary, description, location } = item;
  return {
    ...item,
    uid: withoutAnyWords(uid),
    summary: withoutAnyWords(summary),
    description: withoutAnyWords(description),
    location: location === null ? null : withoutAnyWords(location),
  };
}

/** Keys that differ by withheld words alone come out alike: the later ones are numbered, so that no deadline covers another. */
function eachOnce(items: readonly CalendarItem[]): readonly CalendarItem[] {
  const met = new Map<string, number>();
  return items.map((item) => {
    const before = met.get(item.uid) ?? 0;
    met.set(item.uid, before + 1);
    return before === 0 ? item : { ...item, uid: item.uid.replace(/@cellrelay$/, `~${before + 1}@cellrelay`) };
  });
}
