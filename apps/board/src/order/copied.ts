import { groupDraft, partsIn, record, type DraftGroup } from '../act/drafts.js';
import type { LogLine } from '../api/types.js';
import { OPEN, parts, type Act } from './acts.js';
import type { SetUp } from './set-up.js';

/** An earlier shipment, as far as it is looked at. */
export interface Earlier {
  readonly reference: string;
  /** The body that opened it, as the log reads by now. */
  readonly order: Readonly<Record<string, unknown>>;
  readonly log: readonly Pick<LogLine, 'type' | 'data'>[];
}

/** Of an order these alone: nothing that tells who somebody is, no date, no weight and no dose. */
const ofOrder = [
  'example',
  'product',
  'minCelsius',
  'maxCelsius',
  'parties',
  'collectionStartsAtClock',
  'receiptToInfusionMinutes',
];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** The set-up with what is taken over from an earlier shipment; everything else that was typed stays. */
export function copiedInto(setUp: SetUp, acts: readonly Act[], earlier: Earlier, zone: string): SetUp {
  const drafts = {
    ...orderDraft(setUp, acts, earlier, zone),
    ...partyDrafts(earlier),
    ...courierDraft(acts, earlier, zone),
  };
  const plans = planDrafts(acts, earlier, zone);
  const what = [
    ...['parties', 'product and temperatures', 'hour of collection, time to infusion'],
    ...(Object.keys(partyDrafts(earlier)).length > 0 ? ['organisations of the register'] : []),
    ...(companyIn(earlier) === null ? [] : ['the courier’s company']),
    ...(Object.keys(plans).length > 0 ? ['routes'] : []),
  ];
  return {
    ...setUp,
    drafts: { ...setUp.drafts, ...drafts, ...plans },
    copied: { reference: earlier.reference, what },
  };
}

function orderDraft(setUp: SetUp, acts: readonly Act[], { order }: Earlier, zone: string): Record<string, DraftGroup> {
  const fields = acts.find(({ id }) => id === OPEN)?.fields.filter(({ name }) => ofOrder.includes(name)) ?? [];
  return { [OPEN]: { ...setUp.drafts[OPEN], ...groupDraft(fields, order, zone) } };
}

/** Whoever stood in the part last. */
function partyDrafts({ log }: Earlier): Record<string, DraftGroup> {
  const named = parts.flatMap(({ part }) => {
    const last = log.findLast(({ type, data }) => type === 'PartyNamed' && data['part'] === part);
    const id = record(last?.data['organisation'])['id'];
    return typeof id === 'string' ? [[`party ${part}`, { organisation: id }] as const] : [];
  });
  return Object.fromEntries(named);
}

function companyIn({ log }: Earlier): string | null {
  const company = record(log.findLast(({ type }) => type === 'CourierNominated')?.data['courier'])['company'];
  return typeof company === 'string' ? company : null;
}

/** The company alone: who flies is another question each time. */
function courierDraft(acts: readonly Act[], earlier: Earlier, zone: string): Record<string, DraftGroup> {
  const company = companyIn(earlier);
  const act = acts.find(({ id }) => id === 'courier');
  if (company === null || act === undefined) return {};
  return { courier: { ...groupDraft(act.fields, { courier: { company }, substitute: { company } }, zone), on: 'yes' } };
}

/** Flights by number and airports, without their times; as the plan was proposed last. */
function planDrafts(acts: readonly Act[], { log }: Earlier, zone: string): Record<string, DraftGroup> {
  const found = acts.flatMap((act) => {
    if (act.command !== 'ProposePlan') return [];
    const last = log.findLast(({ type, data }) => type === 'PlanProposed' && data['plan'] === act.about['plan']);
    if (last === undefined) return [];
    const legs = list(last.data['legs']).map((leg) => ({ flight: wayOf(record(leg)['flight']), fallback: null }));
    const known = { legs, groundMinutesAfter: last.data['groundMinutesAfter'] };
    return [[act.id, { ...groupDraft(act.fields, known, zone), on: 'yes' }] as const];
  });
  return Object.fromEntries(found);
}

function wayOf(flight: unknown): object {
  const { designator, from, to } = record(flight);
  return { designator, from, to };
}

/** Whether something was typed that a copy replaces. */
export function wouldReplace(setUp: SetUp): boolean {
  return Object.keys(partsIn(setUp.drafts[OPEN]?.['parties'])).length > 0;
}
