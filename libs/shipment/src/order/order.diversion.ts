import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { backingProblem } from '../backing.js';
import { decided, inTheFuture, notWorded, type Decision } from '../deciding.js';
import type { Deadline } from '../obligation.js';
import type { Refusal } from '../stage.js';
import { standingOf } from './order.change.js';
import type { DivertShipment, OrderAgendaFacts, OrderFacts, OrderState, ShipmentDiverted, Site } from './order.js';

type Diverting = DivertShipment['data'];

/** Sends the box to another place, or back, while the courier has it. */
export function decideDiversion(data: Diverting, state: OrderState, facts: OrderFacts): Decision<ShipmentDiverted> {
  const { kind, wordOf, confirmedBy, reason, decidedAt } = data;
  const to = goalOf(data, state);
  return decided(diversionProblem(data, to, { state, facts }), () => [
    {
      ...{ type: 'ShipmentDiverted', v: 1, stage: 'order', occurredAt: decidedAt },
      data: { kind, to: to ?? standingOf(state).details.parties.collectionCentre, wordOf, confirmedBy, reason },
    },
  ]);
}

/** A return goes to the collection centre, whatever else is filled in. */
function goalOf({ kind, to }: Diverting, state: OrderState): Site | null {
  return kind === 'return' ? standingOf(state).details.parties.collectionCentre : to;
}

function diversionProblem(
  data: Diverting,
  to: Site | null,
  { state, facts }: { readonly state: OrderState; readonly facts: OrderFacts },
): Refusal | undefined {
  return (
    notUnderWay(data.decidedAt, facts) ??
    (to === null ? nowhere : goesThereAlready(to, state)) ??
    inTheFuture(data.decidedAt, facts.now, '/decidedAt') ??
    backingProblem(data.kind, data, facts.statedBy) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

const nowhere: Refusal = {
  code: 'destination-missing',
  sentence: 'Say where the box goes instead: name, city and time zone.',
  at: '/to',
};

/** Before that other flights are proposed, or nothing flies; after it the box is where it is. */
function notUnderWay(decidedAt: ZonedInstant, { boxWithCourierSince: since }: OrderFacts): Refusal | undefined {
  if (since === null) {
    const sentence = 'The courier does not have the box, so there is nothing to send elsewhere.';
    return { code: 'box-not-under-way', sentence };
  }
  if (decidedAt.at >= since) return undefined;
  const sentence = `The courier took the box at ${inZone(since, decidedAt.zone)}; it cannot have been diverted before.`;
  return { code: 'diverted-before-handover', sentence, at: '/decidedAt' };
}

function goesThereAlready(to: Site, state: OrderState): Refusal | undefined {
  const now = state.diversions.at(-1)?.to ?? standingOf(state).details.parties.transplantCentre;
  if (now.name !== to.name || now.city !== to.city) return undefined;
  return { code: 'goes-there-already', sentence: `The box goes to ${to.name} already.`, at: '/to' };
}

/** Owed at once after a diversion: flights, borders and checkpoints still lead where the box was to go. */
export function newWayDue({ diversions }: OrderState, { newWayOf: plan }: OrderAgendaFacts): readonly Deadline[] {
  const last = diversions.at(-1);
  if (last === undefined || plan === null) return [];
  return [
    {
      does: 'ring',
      kind: 'new-way-due',
      key: `new-way-due/${diversions.length}`,
      stage: 'order',
      dueAt: last.recordedAt,
      owner: 'coordinator',
      what: `Propose the way to ${last.to.name}`,
      severity: 'critical',
      overdue: {
        wrong: `The box goes to ${last.to.name}, and its flights still lead elsewhere.`,
        follows: 'Borders, checkpoints and the delivery follow from the new way.',
      },
      offers: [{ command: 'ProposePlan', label: 'Propose the new way', prefill: { plan } }],
    },
  ];
}
