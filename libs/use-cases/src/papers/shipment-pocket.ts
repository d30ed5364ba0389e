import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import {
  codesToCheck,
  officerSentences,
  type NumberedBag,
  type OfficerLanguage,
  type PaperFacts,
} from '@cellrelay/paperwork';
import { isBanked, mayAsk, moreToCollect, type Refusal, type Shipment } from '@cellrelay/shipment';
import { noSuchShipment } from '../identity/identity-refusals.js';
import type { Acting } from '../people/acting.js';
import type { Clock, ShipmentStore } from '../ports.js';
import { seenBy, type Seen } from '../questions/seen.js';
import { bagFacts, bagsOnRecord } from './bag-facts.js';
import { boxFacts } from './box-facts.js';
import type { PaperMaking } from './making-papers.js';
import { paperReader, type PaperReader } from './paper-holders.js';
import { pocketLacks, type PocketLack } from './pocket-lacks.js';
import type { PocketView } from './pocket-views.js';

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly making: Pick<PaperMaking, 'all'>;
  readonly clock: Clock;
}

const notYours: Refusal = {
  code: 'not-yours-to-do',
  sentence: 'You carry nothing of this shipment: the coordination office and whoever packs and carries the box do.',
};

/** What is carried in a phone on a trip: the codes to check, and what is shown to officers. Of nobody's GRID, and of no name but the courier's. */
export class ShipmentPocket {
  constructor(private readonly parts: Parts) {}

  /** For whoever packs, takes over or carries the box; of both plans while both stand. */
  async of(acting: Acting, id: ShipmentId): Promise<Result<PocketView, Refusal>> {
    const shipment = await this.parts.shipments.load(id);
    const seen = shipment === null ? undefined : seenBy(acting, shipment);
    const reader = shipment === null ? undefined : paperReader(acting, shipment);
    if (shipment === null || seen === undefined || reader === undefined) return err(noSuchShipment);
    if (!mayAsk(seen.held, 'getPocket')) return err(notYours);
    const { codes, missing } = toCheck(shipment, seen, reader);
    if (!reader.holds('emergency-card')) return ok({ codes, officer: [], missing: pocketLacks(missing) });
    const plans = await this.plans(id, shipment);
    const lacks = pocketLacks([...missing, ...lackingOnTheWay(plans)]);
    return ok({ codes, officer: officerSentences(plans).map(languageTold), missing: lacks });
  }

  private async plans(id: ShipmentId, shipment: Shipment): Promise<readonly PaperFacts[]> {
    const plans = await this.parts.making.all({ id, shipment }, await this.parts.clock.now());
    return plans.map(({ facts }) => facts);
  }
}

interface ToCheck {
  readonly codes: PocketView['codes'];
  readonly missing: readonly PocketLack[];
}

/** Bags as their reader may know them. Whoever holds the hand-over form reads the number of the box on it. */
function toCheck(shipment: Shipment, { state }: Seen, reader: PaperReader): ToCheck {
  const bags = bagsToCheck(state);
  const box = reader.holds('hand-over-form') ? (boxFacts(shipment)?.number ?? null) : null;
  return { codes: [...codesToCheck(bags, box)], missing: lacking(state, bags, box) };
}

/** The bags that travel; while it is not settled which they are, those that there are. */
function bagsToCheck(state: Shipment): readonly NumberedBag[] {
  const all = bagsOnRecord(state);
  return (bagFacts(state) ?? all).map(({ din, productCode }) => ({
    ...{ din, productCode },
    number: 1 + all.findIndex((bag) => bag.din === din && bag.productCode === productCode),
  }));
}

function lacking(state: Shipment, bags: readonly NumberedBag[], box: string | null): readonly PocketLack[] {
  const more = !isBanked(state) && moreToCollect(state) && bags.length > 0;
  return [
    ...(bags.length === 0 ? (['bags'] as const) : []),
    ...(more ? (['more-bags'] as const) : []),
    ...(box === null ? (['box'] as const) : []),
  ];
}

function languageTold({ at, sentences, ...language }: OfficerLanguage): PocketView['officer'][number] {
  return { ...language, at: [...at], sentences: sentences.map((each) => ({ ...each, at: [...each.at] })) };
}

function lackingOnTheWay(plans: readonly PaperFacts[]): readonly PocketLack[] {
  const carried = plans.filter(({ cargo }) => cargo === null);
  if (plans.length > 0 && carried.length === 0) return ['cargo'];
  if (carried.length === 0) return ['plan'];
  return (['courier', 'hotline', 'clock'] as const).filter((fact) =>
    carried.every((facts) => facts[fact] === undefined),
  );
}
