/** Marks as in policies: V read in the source itself, V- read, but not for our case, G believed and never read. */
export type SourceMark = 'V' | 'V-' | 'G';

/** From when on, counted from both; null: that one does not count. 0 after the infusion: as soon as there was one. */
export interface Wait {
  readonly afterInfusionMonths: number | null;
  readonly afterCollectionMonths: number | null;
}

/** What holds between donor and recipient. */
export interface LetterTerms {
  readonly letters: Wait | 'never';
  /** Whether each may learn who the other is, with the consent of both. This instance brings nobody together: it is told. */
  readonly direct: Wait | 'never';
  readonly gifts: boolean;
}

/** What a registry, or the law of its country, has people keep to; with where it was read, and when. */
export interface LetterRule extends LetterTerms {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly mark: SourceMark;
  /** The day it was read. */
  readonly asOf: string;
}

/** What a rule that nobody has read may permit: nothing. */
export const strictest: LetterTerms = { letters: 'never', direct: 'never', gifts: false };

/** What a rule permits. One that is only believed, and none at all, permits nothing. */
export function termsOf(rule: LetterRule | null): LetterTerms {
  if (rule === null || rule.mark === 'G') return strictest;
  return { letters: rule.letters, direct: rule.direct, gifts: rule.gifts };
}

/** What holds between two registries: of each point the stricter (standards.md section 7.1, "Anonymity"; S133, S134). */
export function letterRule(one: LetterTerms, other: LetterTerms): LetterTerms {
  return {
    letters: longer(one.letters, other.letters),
    direct: longer(one.direct, other.direct),
    gifts: one.gifts && other.gifts,
  };
}

/**
 * The same for letters as far as the donor's side is held to it and told of it: when the infusion was is not theirs to know, so that what counts from it holds their letters at
 * the patient's registry, which lets them in.
 */
export function termsOfDonorsSide({ letters, ...others }: LetterTerms): LetterTerms {
  return { ...others, letters: letters === 'never' ? 'never' : { ...letters, afterInfusionMonths: null } };
}

function longer(one: Wait | 'never', other: Wait | 'never'): Wait | 'never' {
  if (one === 'never' || other === 'never') return 'never';
  return {
    afterInfusionMonths: most(one.afterInfusionMonths, other.afterInfusionMonths),
    afterCollectionMonths: most(one.afterCollectionMonths, other.afterCollectionMonths),
  };
}

function most(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}
