import { err, ok, type Result } from '@cellrelay/kernel';
import {
  boxLabel,
  boxLabelFacts,
  missingOnLabel,
  tagLanguages,
  tieTag,
  tieTagFacts,
  type Label,
  type LabelNotMade,
  type LabelSource,
  type Language,
  type SiteCodes,
} from '@cellrelay/paperwork';
import { isBanked, mayKnow, orderOf, withheld, type Standing } from '@cellrelay/shipment';
import type { Seen } from '../questions/seen.js';
import { bagFacts, bagsOnRecord } from './bag-facts.js';
import { boxFacts, travellersOf } from './box-facts.js';
import type { EnteredFacts } from './entered-facts.js';
import { bandOf, groupText } from './facts-of-shipment.js';
import { notInLanguage } from './label-refusals.js';
import type { LabelKind } from './label-views.js';

/** From what labels are made: the shipment as their reader may know it. */
export interface LabelGround {
  readonly seen: Seen;
  /** Of what was entered for papers labels say whom to call, and nothing that was entered of either side. */
  readonly entered: Pick<EnteredFacts, 'issuer' | 'hotline'>;
  readonly codes: SiteCodes;
}

/** A label that a shipment has, made when it is asked for. */
export interface LabelOfShipment {
  readonly which: LabelKind;
  readonly reference: string;
  /** The bag that it is of. */
  readonly of: string | null;
  readonly make: (language: Language) => Result<Label, LabelNotMade>;
}

/** Whether tie tags are for somebody who stands so: they tell the donor's GRID and blood group. */
export function mayHaveTags(held: readonly Standing[]): boolean {
  return mayKnow(held, 'donor');
}

/** The labels of a shipment: a tie tag for each bag from the day that it was collected on, and one of the box. What a label lacks is told when it is made. */
export function labelsOfShipment(ground: LabelGround): readonly LabelOfShipment[] {
  return [...(mayHaveTags(ground.seen.held) ? tagsOf(ground) : []), boxOf(ground)];
}

function tagsOf(ground: LabelGround): readonly LabelOfShipment[] {
  const { state } = ground.seen;
  const reference = `${orderOf(state).details.reference}-T`;
  if (isBanked(state)) return [without(reference, 'unit')];
  const tags = tieTagFacts({ ...sourceOf(ground), bags: bagsOnRecord(state) });
  if (tags.length === 0) return [without(reference, 'bags')];
  return tags.map((facts) => ({
    ...{ which: 'tie-tags', reference: facts.reference, of: bagName(facts) },
    make: (language) => tieTag(facts, ground.codes, tagLanguage(language) ?? 'en'),
  }));
}

function bagName({ din, productCode }: { readonly din: string | null; readonly productCode: string | null }): string {
  return [din, productCode].filter((part) => part !== null).join(' ');
}

/** Stands for all tags while there are none. */
function without(reference: string, fact: 'unit' | 'bags'): LabelOfShipment {
  const made = err({ label: 'tie-tag', missing: [missingOnLabel(fact)] } as const);
  return { which: 'tie-tags', reference, of: null, make: () => made };
}

/** No signed statement is on it: whoever checks the box checks its papers. */
function boxOf(ground: LabelGround): LabelOfShipment {
  const { state } = ground.seen;
  const facts = boxLabelFacts({ ...sourceOf(ground), bags: bagFacts(state) }, null);
  const { reference, box, logger } = facts;
  const told = { ...facts, box: legible(box), logger: legible(logger) };
  return { which: 'box', reference, of: null, make: (language) => boxLabel(told, ground.codes, language) };
}

function sourceOf({ seen: { state }, entered }: LabelGround): Omit<LabelSource, 'bags'> {
  const { details } = orderOf(state);
  const { courier } = travellersOf(state);
  return {
    ...{ reference: details.reference, example: details.example, band: bandOf(state), box: boxFacts(state) },
    donorGrid: details.donorGrid ?? undefined,
    donorBloodGroup: groupText(details.donorBloodGroup),
    ...{ issuer: entered.issuer, hotline: entered.hotline },
    // A telephone that is withheld from the reader is not printed for them either.
    courier: courier?.phone === withheld ? undefined : courier,
  };
}

/** A number as the reader may know it. */
function legible(line: string | null): string | null {
  return line === withheld ? null : line;
}

function tagLanguage(language: Language): (typeof tagLanguages)[number] | undefined {
  return tagLanguages.find((each) => each === language);
}

/** Undefined where labels of that kind can be had in that language. */
export function languageFault(which: LabelKind, language: Language) {
  return which === 'tie-tags' && tagLanguage(language) === undefined ? notInLanguage : undefined;
}

/** All of these labels, or the first that cannot be made. */
export function allMade(
  labels: readonly LabelOfShipment[],
  language: Language,
): Result<readonly Label[], { readonly reference: string; readonly not: LabelNotMade }> {
  const made: Label[] = [];
  for (const { reference, make } of labels) {
    const label = make(language);
    if (!label.ok) return err({ reference, not: label.error });
    made.push(label.value);
  }
  return ok(made);
}
