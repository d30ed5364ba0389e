import { millisOf, type Instant } from '@cellrelay/kernel';
import { agendaOf, type Obligation, type Shipment } from '@cellrelay/shipment';
import { pinsOf, type Task } from './link-task.js';
import type { Pins } from './link-token.js';

const hour = 3_600_000;

/** A link that was forgotten is a door: none stands open longer than two weeks, which is about the time from a plan to the last word on it. */
export const longestHours = 14 * 24;

/** Whoever answers late answers still: this long after the task is due. */
const afterDue = 12;
const least = 24;
/** Where nobody waits for the task yet. */
const unless = 72;

/** For how many hours a link for that task is good where nobody said: until twelve hours after the task is due; a day at least, two weeks at most. */
export function hoursFor(shipment: Shipment, task: Task, now: Instant): number {
  const due = agendaOf(shipment)
    .filter((owed) => asksFor(owed, task))
    .map(({ dueAt }) => millisOf(dueAt));
  if (due.length === 0) return unless;
  const wanted = Math.ceil((Math.min(...due) - millisOf(now)) / hour) + afterDue;
  return Math.min(Math.max(wanted, least), longestHours);
}

function asksFor(owed: Obligation, { command, pins }: Task): boolean {
  const offers = owed.does === 'call' ? owed.byHand : owed.offers;
  return offers.some((offer) => offer.command === command && agree(pinsOf(offer.prefill), pins));
}

/** An offer may leave out what it leaves to the form. */
function agree(offered: Pins, pins: Pins): boolean {
  return Object.entries(offered).every(([name, value]) => pins[name] === value);
}
