import { DateTime } from 'luxon';
import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Cause, Offer } from './obligation.js';
import { bagName, clockedBags, confirmedPlan, currentBookings } from './overview.js';
import type { Moment, Shipment } from './shipment.js';

/** What must have come first, and what after: two occasions (moments.ts). */
type Order = readonly [first: string, then: string];

/** The chain of custody, each link after the one before, whatever flights and checkpoints lie between. */
const custody = ['packed', 'handed-over', 'delivered', 'received', 'accepted'] as const;

/**
 * Where the record contradicts itself: two facts, each recorded in good faith, of which one must be wrong, because what comes first is said to have been
 * after the other. Which of them, only a person can find out. It stands until one is corrected, after the shipment has ended too.
 */
export function chronologyCauses(shipment: Shipment): readonly Cause[] {
  return ordersOf(shipment).flatMap((order) => conflictOf(shipment, order));
}

/** What is in order of time in this shipment, as data. What has not been recorded is in nobody's way. */
function ordersOf(shipment: Shipment): readonly Order[] {
  return [...atTheDonor(shipment), ...inABox(shipment), ...onTheWay(shipment), ...atTheEnd(shipment)];
}

function atTheDonor(shipment: Shipment): readonly Order[] {
  const { stages, moments } = shipment;
  const days = stages.collection.days.flatMap(({ day }): readonly Order[] => [
    ...recordedBefore(moments, 'cleared', `started/${day}`),
    [`ended/${day - 1}`, `started/${day}`],
    [`started/${day}`, `ended/${day}`],
    [`ended/${day}`, `counted/${day}`],
    ...recordedBefore(moments, `counted/${day}`, 'decided'),
  ]);
  const said = chained(inOrderOfRecord(moments, ['cleared', 'released', 'suspended', 'withdrawn']));
  return [...said, ...days, ...conditionedAfterClearance(shipment)];
}

/** Conditioning that was begun on a clearance, where by now none stood at that time (S129). What was begun despite none has said why. */
function conditionedAfterClearance({ stages }: Shipment): readonly Order[] {
  const { conditioning, words } = stages['donor-clearance'];
  const standing = (at: Instant): string => words.findLast((each) => each.at.at <= at)?.word ?? 'none';
  return conditioning
    .filter(({ status, despite }) => status === 'started' && despite === null)
    .filter(({ startedAt }) => startedAt !== null && !clearing.includes(standing(startedAt.at)))
    .flatMap(({ recipient }) => clearing.map((word): Order => [word, `conditioned/${recipient}`]));
}

const clearing: readonly string[] = ['cleared', 'released'];

/** What the registry said of the donor, the newest of each kind, as it was recorded one after the other. */
function inOrderOfRecord(moments: Shipment['moments'], keys: readonly string[]): readonly string[] {
  const seqOf = (key: string): number => moments[key]?.seq ?? 0;
  return keys.filter((key) => moments[key] !== undefined).sort((a, b) => seqOf(a) - seqOf(b));
}

/** Only where the one was on record when the other was said: a donor cleared once more after a collection had begun was cleared before it as well. */
function recordedBefore(moments: Shipment['moments'], first: string, then: string): readonly Order[] {
  const [early, late] = [moments[first], moments[then]];
  return early !== undefined && late !== undefined && early.seq < late.seq ? [[first, then]] : [];
}

function inABox(shipment: Shipment): readonly Order[] {
  const packed = shipment.stages['courier-handoff'].packed?.bags ?? [];
  const days = new Set(
    clockedBags(shipment)
      .filter(({ id }) => packed.includes(id))
      .map(({ day }) => day),
  );
  return [...[...days].map((day): Order => [`ended/${day}`, 'packed']), ...chained(custody), ...frozenInABox(shipment)];
}

/** Charged before it is packed, as far as that was the first charging; released before it leaves, where that was on record then. */
function frozenInABox({ moments }: Shipment): readonly Order[] {
  return [
    ...recordedBefore(moments, 'charged', 'packed'),
    ...recordedBefore(moments, 'released', 'handed-over'),
    ['charged', 'delivered'],
    ['handed-over', 'ready'],
    ['ready', 'delivered'],
  ];
}

function chained(links: readonly string[]): readonly Order[] {
  return links.slice(1).map((link, index): Order => [links[index] ?? link, link]);
}

/** The flights that the box flew on, and what it passed between the hands of the courier and those of the centre. */
function onTheWay(shipment: Shipment): readonly Order[] {
  const plan = confirmedPlan(shipment);
  if (plan === undefined) return [];
  const flown = currentBookings(shipment, plan).flatMap(({ id }) => [`departed/${id}`, `landed/${id}`]);
  const loaded = currentBookings(shipment, plan).map(({ id }): Order => ['handed-over', `loaded/${id}`]);
  const passed = Object.keys(shipment.moments).filter((key) =>
    [`checked/${plan.plan}/`, 'crossed/', 'relayed/'].some((start) => key.startsWith(start)),
  );
  return [
    ...chained(['handed-over', ...flown, 'delivered']),
    ...loaded,
    ...passed.flatMap((key): readonly Order[] => [
      ['handed-over', key],
      [key, 'delivered'],
    ]),
  ];
}

function atTheEnd(shipment: Shipment): readonly Order[] {
  const bags = clockedBags(shipment).flatMap(({ id, day }): readonly Order[] => [
    [`ended/${day}`, `frozen/${id}`],
    [`ended/${day}`, `left/${id}`],
    [`ended/${day}`, `infused/${id}`],
    ['accepted', `infused/${id}`],
    ['received', `not-used/${id}`],
  ]);
  return [
    ['ended/1', 'freezing-decided'],
    ['received', 'refused'],
    ...chained(inOrderOfRecord(shipment.moments, ['accepted', 'refused'])),
    ...bags,
  ];
}

function conflictOf(shipment: Shipment, [first, then]: Order): readonly Cause[] {
  const [before, after] = [shipment.moments[first], shipment.moments[then]];
  if (before === undefined || after === undefined || before.at.at <= after.at.at) return [];
  const clocks = [first, then].some((key) => startsOrEndsClock(key));
  const [early, late] = [wordsOf(shipment, first), wordsOf(shipment, then)];
  return [
    {
      key: `record-contradicts/${first}/${then}`,
      stage: after.stage,
      severity: clocks ? 'critical' : 'warning',
      wrong: `The record contradicts itself: ${late} at ${said(after.at)}, before ${early} at ${said(before.at)}.`,
      follows: `One of the two is wrong. ${clocks ? 'The age and the limit of a bag hang on it.' : 'Whatever was worked out or written from it is wrong with it.'}`,
      offers: [correcting(then, late, after), correcting(first, early, before)],
    },
  ];
}

function startsOrEndsClock(key: string): boolean {
  return (
    key === 'charged' || ['ended/', 'frozen/', 'infused/', 'left/', 'not-used/'].some((start) => key.startsWith(start))
  );
}

/** Each in the clock that it was stated in. */
function said({ at, zone }: ZonedInstant): string {
  return `${DateTime.fromISO(at, { zone }).setLocale('en-GB').toFormat('d LLL yyyy HH:mm')} (${zone})`;
}

/** What has a correction of its own, or is stated anew; all else is corrected by its line in the log. */
function correcting(key: string, words: string, { seq }: Moment): Offer {
  const [kind, rest = ''] = partsOf(key);
  const label = `Correct when ${words}`;
  return { label, ...(owns[kind]?.(rest) ?? { command: 'CorrectFact', prefill: { fact: seq } }) };
}

const owns: Readonly<Record<string, (rest: string) => Pick<Offer, 'command' | 'prefill'>>> = {
  conditioned: (recipient) => ({ command: 'RecordConditioningStarted', prefill: { recipient } }),
  ended: (day) => ({ command: 'CorrectCollectionEnd', prefill: { day: Number(day) } }),
  counted: (day) => ({ command: 'CorrectCellCount', prefill: { day: Number(day) } }),
  received: () => ({ command: 'CorrectReceipt', prefill: {} }),
  infused: (bag) => ({ command: 'CorrectInfusionStart', prefill: { bag } }),
};

const words: Readonly<Record<string, (rest: string, shipment: Shipment) => string>> = {
  cleared: () => 'the donor was cleared',
  released: () => 'the bank released the unit',
  suspended: () => 'the donor was suspended',
  withdrawn: () => 'the donor was withdrawn',
  conditioned: (recipient) => `the conditioning of ${recipient} began`,
  decided: () => 'the count was decided on',
  started: (day) => `collection day ${day} began`,
  ended: (day) => `collection day ${day} ended`,
  counted: (day) => `day ${day} was counted`,
  charged: () => 'the shipper was charged',
  packed: () => 'the box was packed',
  'handed-over': (_rest, { stages }) =>
    stages.courier.cargo === null ? 'the courier took the box' : 'the carrier accepted the unit',
  loaded: (booking, shipment) => `the unit was loaded on ${flightOf(booking, shipment)}`,
  ready: () => 'the unit was ready to be collected',
  departed: (booking, shipment) => `${flightOf(booking, shipment)} departed`,
  landed: (booking, shipment) => `${flightOf(booking, shipment)} landed`,
  checked: (exemption) => `the box passed the checkpoint at ${exemption.split('/').at(-1) ?? ''}`,
  crossed: (request) => `the box passed ${request.replaceAll('-', ' ')}`,
  relayed: (airport) => `the courier gave the box to the next at ${airport}`,
  delivered: () => 'the box was delivered',
  received: () => 'the box was received',
  accepted: () => 'the product was accepted',
  refused: () => 'the product was refused',
  'freezing-decided': () => 'it was decided to freeze the cells',
  frozen: (bag, shipment) => `freezing of the ${bagOf(bag, shipment)} began`,
  infused: (bag, shipment) => `infusion of the ${bagOf(bag, shipment)} began`,
  left: (bag, shipment) => `it was decided to leave the ${bagOf(bag, shipment)} unused`,
  'not-used': (bag, shipment) => `it was decided not to use the ${bagOf(bag, shipment)}`,
};

function wordsOf(shipment: Shipment, key: string): string {
  const [kind, rest] = partsOf(key);
  return words[kind]?.(rest, shipment) ?? key;
}

function partsOf(key: string): readonly [kind: string, rest: string] {
  const [kind = '', ...rest] = key.split('/');
  return [kind, rest.join('/')];
}

function flightOf(booking: string, shipment: Shipment): string {
  const found = shipment.stages['flight-booking'].bookings.find(({ id }) => id === booking);
  return found?.flight.designator ?? `the flight of booking ${booking}`;
}

function bagOf(bag: string, shipment: Shipment): string {
  const found = clockedBags(shipment).find(({ id }) => id === bag);
  return found === undefined ? 'bag' : bagName(found);
}
