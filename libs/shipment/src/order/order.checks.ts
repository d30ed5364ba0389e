import { parseGrid, type Grid } from '@cellrelay/identifiers';
import { localDateAt, plusDays, type Instant } from '@cellrelay/kernel';
import { clockPolicyFor, type ClockPolicy } from '@cellrelay/viability';
import { firstOf, notWorded, outOfRange } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { OpenShipment, RecipientOrder } from './order.js';
import { startTimeProblem } from './order.start-time.js';

type Asked = OpenShipment['data'];

/** At most so many recipients at one centre; more is a mistake in the form. */
const mostRecipients = 8;

/** What keeps an order from being opened, the first that is found. */
export function orderProblem(asked: Asked, now: Instant): Refusal | undefined {
  return (
    notWorded(asked.reference, 'The reference', '/reference', 40) ??
    gridProblem(asked.donorGrid) ??
    clockProblem(asked) ??
    recipientsProblem(asked.recipients) ??
    daysProblem(asked) ??
    absurdDay(asked, now) ??
    startClockProblem(asked.collectionStartsAtClock) ??
    startTimeProblem(asked)
  );
}

function gridProblem(text: string): Refusal | undefined {
  const read = parseGrid(text);
  if (read.ok) return undefined;
  const { sentence, expectedForm } = read.error;
  return { code: 'grid-invalid', sentence, at: '/donorGrid', allowed: [expectedForm] };
}

/** The GRID as it is stored: capitals without spaces. Only for an order that has no problem. */
export function storedGrid(text: string): Grid {
  const read = parseGrid(text);
  if (!read.ok) throw new Error('an order with a faulty GRID was let through');
  return read.value;
}

/** Nothing is guessed: without a clock for exactly this product and profile the order is incomplete (standards.md 1.1). */
function clockProblem(asked: Asked): Refusal | undefined {
  const clock = clockPolicyFor(asked.policy.clocks, asked);
  if (clock === undefined) return noClock(asked);
  return outOfRange({
    value: asked.receiptToInfusionMinutes,
    least: 0,
    most: clock.limitMinutes - 1,
    what: 'The time from receipt to infusion',
    unit: 'minutes',
    at: '/receiptToInfusionMinutes',
  });
}

function noClock(asked: Asked): Refusal {
  const profiles = asked.policy.clocks.map(profileOf);
  const wanted = `${asked.product} at ${asked.minCelsius} to ${asked.maxCelsius} °C`;
  const known = profiles.length > 0 ? `There is one for ${profiles.join('; ')}.` : 'It has none at all.';
  const sentence = `The policy has no viability clock for ${wanted}, and none is guessed. ${known}`;
  return { code: 'no-clock-policy', sentence, at: '/minCelsius', allowed: profiles };
}

function profileOf(clock: ClockPolicy): string {
  return `${clock.product} at ${clock.minCelsius} to ${clock.maxCelsius} °C`;
}

function recipientsProblem(recipients: readonly RecipientOrder[]): Refusal | undefined {
  const count = { value: recipients.length, least: 1, most: mostRecipients, unit: 'recipients', at: '/recipients' };
  return (
    outOfRange({ ...count, what: 'The number of recipients' }) ??
    firstOf(recipients, (each, index) => recipientProblem(each, `/recipients/${index}`) ?? twice(recipients, index))
  );
}

function recipientProblem(each: RecipientOrder, at: string): Refusal | undefined {
  const dose = { least: 0.1, most: 60, unit: 'million CD34 per kg' };
  return (
    refProblem(each.ref, `${at}/ref`) ??
    outOfRange({
      value: each.weightKg,
      least: 0.5,
      most: 350,
      what: `The weight of ${each.ref}`,
      unit: 'kg',
      at: `${at}/weightKg`,
    }) ??
    outOfRange({
      ...dose,
      value: each.requestedCd34PerKgE6,
      what: `The requested dose of ${each.ref}`,
      at: `${at}/requestedCd34PerKgE6`,
    }) ??
    outOfRange({
      ...dose,
      value: each.minimumCd34PerKgE6,
      what: `The minimum dose of ${each.ref}`,
      at: `${at}/minimumCd34PerKgE6`,
    }) ??
    minimumProblem(each, at)
  );
}

/** A label such as R1 and no more, so that no person's name is put where a ref belongs. */
function refProblem(ref: string, at: string): Refusal | undefined {
  if (/^[A-Z]{1,3}-?[0-9]{1,4}$/.test(ref)) return undefined;
  const sentence = 'A recipient is given as a label of capitals and a number, such as R1; never by name.';
  return { code: 'recipient-ref-invalid', sentence, at, allowed: ['R1', 'R2'] };
}

function minimumProblem(
  { ref, minimumCd34PerKgE6: minimum, requestedCd34PerKgE6: requested }: RecipientOrder,
  at: string,
): Refusal | undefined {
  if (minimum <= requested) return undefined;
  const sentence = `The minimum for ${ref} is ${minimum} million CD34 per kg, above the request of ${requested}.`;
  return { code: 'minimum-above-request', sentence, at: `${at}/minimumCd34PerKgE6`, allowed: [`at most ${requested}`] };
}

function twice(recipients: readonly RecipientOrder[], index: number): Refusal | undefined {
  const ref = recipients[index]?.ref;
  if (recipients.findIndex((each) => each.ref === ref) === index) return undefined;
  return { code: 'recipient-twice', sentence: `Recipient ${ref} is given twice.`, at: `/recipients/${index}/ref` };
}

function daysProblem({ collectionDays }: Asked): Refusal | undefined {
  const [first, second] = collectionDays;
  if (first === undefined || collectionDays.length > 2) {
    const sentence = `${collectionDays.length} collection days are given; one day, or one and the next, can be planned.`;
    return { code: 'collection-days-wrong', sentence, at: '/collectionDays' };
  }
  const next = plusDays(first, 1);
  if (second === undefined || second === next) return undefined;
  const sentence = `The second collection day is ${second}; it must be the day after the first, ${next}.`;
  return { code: 'second-day-not-next', sentence, at: '/collectionDays/1', allowed: [next] };
}

/** Nothing takes a collection day back, so one that can only be a slip is refused: over a year ago, or over two years ahead. */
function absurdDay({ collectionDays, parties }: Asked, now: Instant): Refusal | undefined {
  const today = localDateAt(now, parties.collectionCentre.zone);
  const earliest = plusDays(today, -365);
  const latest = plusDays(today, 2 * 365);
  return firstOf(collectionDays, (day, index) => {
    if (day >= earliest && day <= latest) return undefined;
    const sentence = `Collection day ${day} cannot be meant: today is ${today}, and ${earliest} to ${latest} is allowed.`;
    return {
      code: 'collection-day-absurd',
      sentence,
      at: `/collectionDays/${index}`,
      allowed: [`${earliest} to ${latest}`],
    };
  });
}

function startClockProblem(clock: string): Refusal | undefined {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return undefined;
  const sentence = `"${clock}" is no time of day; write the start of collection as 08:00.`;
  return { code: 'clock-time-malformed', sentence, at: '/collectionStartsAtClock', allowed: ['00:00 to 23:59'] };
}
