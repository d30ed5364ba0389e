import type { Instant, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { EndedAtOrigin } from './collection/collection.staying.js';
import type { Deviation } from './deviation/deviation.js';
import { endedBags } from './ended-bags.js';
import { clockedBags, orderOf } from './overview.js';
import type { Product } from './products.js';
import type { Shipment } from './shipment.js';
import { movementsOf, type Told } from './spear-draft.course.js';

/** One thing that happened, in the clock of its place. */
export interface DraftLine {
  readonly at: Instant;
  readonly zone: Zone;
  readonly what: string;
}

/**
 * The draft of a report to WMDA's S(P)EAR (S53, S54), made from the log's state at any time: what happened when, to which product, and what was done. The
 * identifiers of donor and recipient are not in it, nor any person's name that a field asks for; free words stand as they were written.
 */
export interface SpearDraft {
  readonly deviation: string;
  readonly kind: string;
  readonly seriousness: string | null;
  readonly words: string;
  readonly happenedAt: ZonedInstant;
  /** Since when our side knew. */
  readonly knownAt: Instant;
  readonly product: Product;
  readonly from: string;
  readonly to: string;
  readonly bags: readonly {
    readonly din: string;
    readonly productCode: string;
    readonly volumeMl: number;
    readonly collectionEndedAt: Instant;
    readonly ended: { readonly at: ZonedInstant; readonly how: string; readonly ageMinutes: number } | null;
  }[];
  readonly temperature: {
    readonly orderedMinCelsius: number;
    readonly orderedMaxCelsius: number;
    /** In the box when it was opened; null before. */
    readonly onOpeningCelsius: number | null;
  };
  /** What happened, oldest first. */
  readonly happened: readonly DraftLine[];
  /** What was done about it, oldest first. */
  readonly actions: readonly DraftLine[];
  readonly outcome: string | null;
  readonly correctiveAction: string | null;
}

/** The draft for one deviation; undefined when there is no such deviation. */
export function spearDraftOf(shipment: Shipment, id: string): SpearDraft | undefined {
  const deviation = shipment.stages.deviation.deviations.find((each) => each.id === id);
  if (deviation === undefined) return undefined;
  const { details } = orderOf(shipment);
  const { collectionCentre, transplantCentre } = details.parties;
  const { kind, seriousness, words, happenedAt, openedAt, outcome } = deviation;
  return {
    deviation: id,
    kind,
    seriousness,
    words,
    happenedAt,
    knownAt: openedAt,
    product: details.product,
    from: `${collectionCentre.name}, ${collectionCentre.city}`,
    to: `${transplantCentre.name}, ${transplantCentre.city}`,
    bags: bagsOf(shipment),
    temperature: {
      orderedMinCelsius: details.minCelsius,
      orderedMaxCelsius: details.maxCelsius,
      onOpeningCelsius: shipment.stages.receipt.found?.boxCelsius ?? null,
    },
    happened: happenedOn(shipment),
    actions: actionsOn(deviation),
    outcome: outcome?.words ?? null,
    correctiveAction: outcome?.correctiveAction ?? null,
  };
}

function bagsOf(shipment: Shipment): SpearDraft['bags'] {
  const ends = [...endedBags(shipment), ...endedAtOrigin(shipment)];
  return clockedBags(shipment).map(({ id, din, productCode, volumeMl, clock }) => {
    const ended = ends.findLast(({ bag }) => bag === id);
    return {
      din,
      productCode,
      volumeMl,
      collectionEndedAt: clock.startsAt,
      ended: ended === undefined ? null : { at: ended.at, how: ended.how, ageMinutes: ended.ageMinutes },
    };
  });
}

/** Of the bags that stayed where they were collected. */
function endedAtOrigin({ stages }: Shipment): readonly (EndedAtOrigin & { readonly how: string })[] {
  const { frozen, notUsed } = stages.collection;
  return [
    ...frozen.map((each) => ({ ...each, how: 'cryopreservation-at-origin' })),
    ...notUsed.map((each) => ({ ...each, how: 'not-used-at-origin' })),
  ];
}

function happenedOn(shipment: Shipment): readonly DraftLine[] {
  const { stages } = shipment;
  const { receipt, 'courier-handoff': box } = stages;
  return inOrder([
    ...stages.collection.days.map(({ day, endedAt }): Told => [endedAt, `Collection of day ${day} ended`]),
    [box.packedAt, 'Box packed'],
    [box.handedOverAt, stages.courier.cargo === null ? 'Box handed to the courier' : 'Unit handed to the carrier'],
    ...movementsOf(shipment),
    [box.deliveredAt, 'Box delivered to the transplant centre'],
    [receipt.receivedAt, 'Box opened and received'],
    [receipt.refusal?.at ?? null, 'Product refused'],
    [receipt.acceptedAt, receipt.deviation === null ? 'Product accepted' : 'Product accepted with deviation'],
    ...receipt.ended.map(({ bag, at, how, notUsed }): Told => [
      at,
      notUsed === null ? `Start of ${how}, ${bag}` : `Not used, ${bag}: ${notUsed.reason}`,
    ]),
    ...stages.collection.frozen.map(({ bag, at }): Told => [at, `Start of freezing at the collection centre, ${bag}`]),
    ...stages.collection.notUsed.map(({ bag, at, reason }): Told => [
      at,
      `Not used at the collection centre, ${bag}: ${reason}`,
    ]),
  ]);
}

/** Who was told by function, never by name. */
function actionsOn({ told, rapidAlert, spear, outcome }: Deviation): readonly DraftLine[] {
  return inOrder([
    ...told.map(({ registry, how, at }): Told => [
      at,
      `Told: ${registry.replace('-', '’s ')}, by ${how.replace('-', ' ')}`,
    ]),
    [rapidAlert?.at ?? null, 'Rapid alert given by telephone'],
    [spear?.submittedAt ?? null, `Submitted, reference ${spear?.reference ?? ''}`],
    [outcome?.at ?? null, 'Closed'],
  ]);
}

function inOrder(told: readonly Told[]): readonly DraftLine[] {
  return told
    .flatMap(([at, what]) => (at === null ? [] : [{ at: at.at, zone: at.zone, what }]))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
