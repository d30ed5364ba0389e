import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Language } from '@cellrelay/paperwork';
import { mayAsk, type Refusal } from '@cellrelay/shipment';
import type { LabelPress, LabelRun } from '../documents/label-press.port.js';
import { noSuchShipment } from '../identity/identity-refusals.js';
import type { LabelCodes } from '../label-codes/label-codes.js';
import type { Acting } from '../people/acting.js';
import type { Clock, ShipmentStore } from '../ports.js';
import { seenBy, type Seen } from '../questions/seen.js';
import type { EnteredFactsSource } from './entered-facts.port.js';
import * as refusals from './label-refusals.js';
import type { LabelKind, LabelsView, LabelView } from './label-views.js';
import { allMade, labelsOfShipment, languageFault, mayHaveTags, type LabelOfShipment } from './labels-of-shipment.js';

/** Which labels somebody wants, and on what. */
export interface LabelsAsked extends Omit<LabelRun, 'madeAt'> {
  readonly which: LabelKind;
  /** One alone; all of that kind unless it is said. */
  readonly reference: string | undefined;
  readonly language: Language;
}

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly entered: EnteredFactsSource;
  readonly codes: Pick<LabelCodes, 'standing'>;
  readonly press: LabelPress;
  readonly clock: Clock;
}

type Answer<T> = Promise<Result<T, Refusal>>;

/** Labels of a shipment for those who put them on: what can be made of what is on record, and as PDF for a printer. Nothing is kept of a label; made again it says what is on record then. */
export class ShipmentLabels {
  constructor(private readonly parts: Parts) {}

  /** Each label that there is for them, with what it lacks. */
  async of(reader: Acting, id: ShipmentId): Answer<LabelsView> {
    const found = await this.labels(reader, id);
    if (!found.ok) return found;
    const items = found.value.labels.map(labelTold);
    return ok({ items, next: null, total: items.length });
  }

  /** All of those that are asked for, or why not: a run that leaves one bag out would look like a whole one. */
  async pdf(reader: Acting, id: ShipmentId, asked: LabelsAsked): Answer<Uint8Array> {
    const found = await this.labels(reader, id);
    if (!found.ok) return found;
    const { which, reference, language, stock, dpi } = asked;
    if (which === 'tie-tags' && !mayHaveTags(found.value.seen.held)) return err(refusals.tagsNotYours);
    const fault = languageFault(which, language);
    if (fault !== undefined) return err(fault);
    const ofKind = found.value.labels.filter((each) => each.which === which);
    const wanted = ofKind.filter((each) => reference === undefined || each.reference === reference);
    if (wanted.length === 0) return err(refusals.noSuchLabel(ofKind.map((each) => each.reference)));
    const made = allMade(wanted, language);
    if (!made.ok) return err(refusals.labelNotMade(made.error.reference, made.error.not));
    return this.parts.press.print(made.value, { stock, dpi, madeAt: await this.parts.clock.now() });
  }

  private async labels(reader: Acting, id: ShipmentId): Answer<Found> {
    const shipment = await this.parts.shipments.load(id);
    const seen = shipment === null ? undefined : seenBy(reader, shipment);
    if (shipment === null || seen === undefined) return err(noSuchShipment);
    if (!mayAsk(seen.held, 'getLabels')) return err(refusals.labelsNotYours);
    const [entered, codes] = await Promise.all([this.parts.entered.of(id, shipment), this.parts.codes.standing()]);
    return ok({ seen, labels: labelsOfShipment({ seen, entered, codes }) });
  }
}

interface Found {
  readonly seen: Seen;
  readonly labels: readonly LabelOfShipment[];
}

function labelTold({ which, reference, of, make }: LabelOfShipment): LabelView {
  const made = make('en');
  return { which, reference, of, missing: made.ok ? [] : made.error.missing.map((fault) => ({ ...fault })) };
}
