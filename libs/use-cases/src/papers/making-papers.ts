import { latest, type Instant } from '@cellrelay/kernel';
import { packOf, type Pack, type PaperFacts } from '@cellrelay/paperwork';
import { destinationOf, livePlans, type PlanNumber } from '@cellrelay/shipment';
import type { BorderRules } from '../rules/border-rules.js';
import type { IdentifiedShipment } from '../readings/bound-readings.js';
import type { EnteredFactsSource } from './entered-facts.port.js';
import type { ReadingsForPapers } from './entered-facts.js';
import { factsOfShipment } from './facts-of-shipment.js';
import { markersSaid, rulesForPapers } from './rules-for-papers.js';

/** What a paper's facts are read from besides the shipment. */
export interface PaperSources {
  readonly entered: EnteredFactsSource;
  readonly rules: Pick<BorderRules, 'verdicts'>;
  /** What the loggers have read; null: nothing. */
  readonly readings: (of: IdentifiedShipment, asOf: Instant) => Promise<ReadingsForPapers | null>;
}

/** A plan's papers as they can be made, and what they are made from. */
export interface PlanPapers {
  readonly plan: PlanNumber;
  readonly facts: PaperFacts;
  readonly pack: Pack;
}

/** Makes papers of a shipment as it stands. Keeps nothing. */
export class PaperMaking {
  constructor(private readonly sources: PaperSources) {}

  /** Of each plan that stands; what is read is read once for all of them. */
  async all(of: IdentifiedShipment, now: Instant): Promise<readonly PlanPapers[]> {
    const { entered, rules, readings } = this.sources;
    const { id, shipment } = of;
    const madeAt = latest([now, shipment.recordedAt ?? now]) ?? now;
    const [said, read] = await Promise.all([entered.of(id, shipment), readings(of, madeAt)]);
    const verdicts = await rules.verdicts(shipment, markersSaid(said.markers));
    return livePlans(shipment).flatMap(({ plan }) => {
      const facts = factsOfShipment({
        ...{ shipment, plan, entered: said, readings: read, rules: rulesForPapers(verdicts, plan) },
        // Where the office of the operator is, nobody has said; papers are made for where the cells go.
        madeAt: { at: madeAt, zone: destinationOf(shipment).zone },
      });
      return facts === undefined ? [] : [{ plan, facts, pack: packOf(facts) }];
    });
  }
}
