import { courseOf, type Obligation, type Shipment } from '@cellrelay/shipment';
import type { PersonCommandName } from '../wire/command-wire.js';
import { endsOf, shownInOf } from './places.js';
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

/** The actions, each with the soonest thing owed that it settles, and with whether it records the next step of the trip. */
export function withPlace(
  actions: readonly ActionView[],
  owed: readonly Obligation[],
  shipment: Shipment,
): ActionView[] {
  const soonest = [...owed].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  const next = nextRecorded(actions, shipment);
  const ends = endsOf(shipment);
  return actions.map((action) => {
    const found = soonest.find((obligation) => settles(action, obligation));
    const due = found && { what: found.what, at: found.dueAt, shownIn: shownInOf(found, ends) };
    return { ...action, due: due ?? null, next: next !== undefined && action.milestone === next };
  });
}

/** What holds no box up where nobody says that it was passed: the trip's next step is then looked for behind it. */
const passedBy: ReadonlySet<string> = new Set(['left', 'checkpoint', 'border']);

/** The next milestone that is recorded; none where what comes next is not to be recorded yet. */
function nextRecorded(actions: readonly ActionView[], shipment: Shipment): string | undefined {
  const recorded = new Set(actions.map(({ milestone }) => milestone));
  const ahead = (courseOf(shipment)?.milestones ?? []).filter(({ standing }) => standing === 'expected');
  const next = ahead.find(({ key, kind }) => recorded.has(key) || !passedBy.has(kind));
  return next !== undefined && recorded.has(next.key) ? next.key : undefined;
}

/** By the first of its offers, which is the best: the others are what is done where that cannot be. */
function settles({ command, prefill }: ActionView, obligation: Obligation): boolean {
  const [best] = obligation.does === 'call' ? obligation.byHand : obligation.offers;
  return best !== undefined && best.command === command && isAbout(best.prefill, prefill);
}

/** Plain values name what an offer is about; where both say one, it is the same. */
function isAbout(wanted: Prefill, known: Prefill): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => typeof value === 'object' || known[name] === undefined || known[name] === value,
  );
}
