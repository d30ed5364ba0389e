import type { ShipmentId } from '@cellrelay/kernel';
import { spearDraftOf, stillToTell, tellingRulesOf, type Deviation, type Shipment } from '@cellrelay/shipment';
import type { DeviationView, SpearDraftView } from './deviation-views.js';
import { productWords } from './words.js';

/** The deviations of a shipment, the latest first, each with where its draft is to be had. */
export function deviationViewsOf(id: ShipmentId, shipment: Shipment): DeviationView[] {
  const rules = tellingRulesOf(shipment);
  return [...shipment.stages.deviation.deviations]
    .reverse()
    .map((each) => ({ ...viewOf(id, each), toTell: [...stillToTell(each, rules)] }));
}

function viewOf(shipment: ShipmentId, deviation: Deviation): Omit<DeviationView, 'toTell'> {
  const { id, status, kind, words, seriousness, happenedAt, openedAt, told, rapidAlert, spear, outcome } = deviation;
  return {
    id,
    status,
    kind,
    words,
    seriousness,
    happenedAt: happenedAt.at,
    happenedZone: happenedAt.zone,
    openedAt,
    openedFrom: deviation.openedFrom?.stage ?? null,
    fact: factOf(deviation),
    told: told.map(({ registry, how, at }) => ({ registry, how, at: at.at })),
    rapidAlertAt: rapidAlert?.at.at ?? null,
    spearReference: spear?.reference ?? null,
    spearDraft: `/api/v1/shipments/${shipment}/deviations/${id}/spear-draft`,
    ...outcomeOf(outcome),
  };
}

function factOf({ ground }: Deviation): DeviationView['fact'] {
  return ground === null ? null : { reads: ground.reads, words: ground.words, since: ground.since };
}

function outcomeOf(outcome: Deviation['outcome']): Pick<DeviationView, 'outcome' | 'correctiveAction'> {
  return { outcome: outcome?.words ?? null, correctiveAction: outcome?.correctiveAction ?? null };
}

/** The draft of a deviation's report; undefined when there is no such deviation. */
export function spearDraftView(shipment: Shipment, deviation: string): SpearDraftView | undefined {
  const draft = spearDraftOf(shipment, deviation);
  if (draft === undefined) return undefined;
  const { bags, happened, actions, product, ...rest } = draft;
  const named = `${productWords[product]} (${product})`;
  return { ...rest, product: named, bags: [...bags], happened: [...happened], actions: [...actions] };
}
