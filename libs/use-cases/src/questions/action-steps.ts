import type { Obligation, Shipment } from '@cellrelay/shipment';
import type { PersonCommandName } from '../wire/command-wire.js';
import { shownInOf, type Ends } from './places.js';
import type { ActionView } from './views.js';

type Prefill = Readonly<Record<string, unknown>>;

/** How each command that records a step of the trip names that step, as the course does. */
const steps: Readonly<Partial<Record<PersonCommandName, (prefill: Prefill) => string>>> = {
  ChargeShipper: () => 'charged',
  PackBox: () => 'packed',
  HandOverToCourier: () => 'handed-over',
  RecordSearchedByHand: ({ exemption }) => `checkpoint/${String(exemption)}`,
  RecordCustomsCleared: ({ request }) => `border/${String(request)}`,
  RecordDeparture: ({ booking }) => `departed/${legOf(booking)}`,
  RecordArrival: ({ booking }) => `landed/${legOf(booking)}`,
  DeliverToCentre: () => 'delivered',
  RecordReceipt: () => 'received',
};

/** Of the booking `1.0/2`, plan and leg and which booking of it, the plan and leg. */
function legOf(booking: unknown): string {
  return String(booking).split('/')[0] ?? '';
}

/** The milestone of the course that an action records, by its key; null of what is no step of a trip. */
export function milestoneRecorded(command: PersonCommandName, prefill: Prefill): string | null {
  return steps[command]?.(prefill) ?? null;
}

/**
 * What the record has where a form asks for something anew: it is not filled in, but compared with what was read or written, as the core will compare it. Of whoever may not know it, it is
 * taken out where the action is told.
 */
export function onRecord(shipment: Shipment, command: PersonCommandName): Record<string, string> {
  const { boxNow, custody } = shipment.stages['courier-handoff'];
  if (boxNow === null || !signedCommands.has(command)) return {};
  const seal = { seal: boxNow.seal };
  if (command === 'HandOverToCourier') return { ...seal, ...named('takenBy', shipment.stages.courier.courier?.name) };
  const last = custody.at(-1);
  return { ...seal, ...(last?.as === 'courier' ? named('givenBy', last.holder) : {}) };
}

const signedCommands: ReadonlySet<PersonCommandName> = new Set<PersonCommandName>([
  'HandOverToCourier',
  'RecordRelayHandover',
  'DeliverToCentre',
]);

function named(field: string, name: string | undefined): Record<string, string> {
  return name === undefined ? {} : { [field]: name };
}

/** The actions, each with the soonest thing owed that it settles. */
export function withDue(actions: readonly ActionView[], owed: readonly Obligation[], ends: Ends): ActionView[] {
  const soonest = [...owed].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  return actions.map((action) => {
    const found = soonest.find((obligation) => settles(action, obligation));
    if (found === undefined) return action;
    return { ...action, due: { what: found.what, at: found.dueAt, shownIn: shownInOf(found, ends) } };
  });
}

function settles({ command, prefill }: ActionView, obligation: Obligation): boolean {
  const offers = obligation.does === 'call' ? obligation.byHand : obligation.offers;
  return offers.some((offer) => offer.command === command && isAbout(offer.prefill, prefill));
}

/** Plain values name what an offer is about; where both say one, it is the same. */
function isAbout(wanted: Prefill, known: Prefill): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => typeof value === 'object' || known[name] === undefined || known[name] === value,
  );
}
