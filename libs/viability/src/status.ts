import type { Instant } from '@cellrelay/kernel';
import type { ViabilityClock } from './clock.js';
import type { FrozenBand } from './frozen.js';
import { figureOf, judgedOf, type ConstantId, type ConstantSet } from './constants.js';
import type { Exposure } from './temperature-history.js';

export type Light = 'green' | 'amber' | 'red';

/** What a light stands for, so that a reader sees who says so. */
export interface Finding {
  readonly from: 'clock' | 'temperature' | 'model';
  readonly light: Light;
  readonly code: FindingCode;
}

export type FindingCode =
  | 'within-target'
  | 'past-target'
  | 'past-limit'
  | 'temperature-kept'
  | 'out-of-band'
  | 'out-of-band-too-long'
  | 'frozen'
  | 'outside-model'
  | 'warmer-than-stored'
  | 'too-warm'
  | 'frozen-state-not-assured'
  | 'request-likely-met'
  | 'request-in-doubt'
  | 'request-doubt-stands';

const weight: Readonly<Record<Light, number>> = { green: 0, amber: 1, red: 2 };

/** The worst of what the policy's clock, the temperature policy and the model say (viability.md R1). Nothing that one says takes back what another does. */
export function worstOf(findings: readonly Finding[]): Light {
  return findings.reduce<Light>((worst, { light }) => (weight[light] > weight[worst] ? light : worst), 'green');
}

/** A bag's clock at the moment that ends it. An infusion that starts at the limit itself is in time. */
export function clockFinding({ targetAt, limitAt }: ViabilityClock, endsAt: Instant): Finding {
  if (endsAt > limitAt) return { from: 'clock', light: 'red', code: 'past-limit' };
  if (endsAt > targetAt) return { from: 'clock', light: 'amber', code: 'past-target' };
  return { from: 'clock', light: 'green', code: 'within-target' };
}

/** How a site judges time out of band (viability.md R3). */
export interface TemperaturePolicy {
  /** A single stay out of band that is longer than this is amber. */
  readonly amberAfterMinutes: number;
  /** All stays together that are longer than this are red; null: never by their length. */
  readonly redAfterMinutes: number | null;
}

/** What the readings say under the site's temperature policy. Ice, and what is hotter than the model knows, are red whatever the policy. */
export function temperatureFinding(
  { coldestCelsius, hottestCelsius, minutesOutOfBand, longestMinutesOutOfBand }: Exposure,
  { amberAfterMinutes, redAfterMinutes }: TemperaturePolicy,
  constants: ConstantSet,
): Finding {
  const says = (light: Light, code: FindingCode): Finding => ({ from: 'temperature', light, code });
  if (isOutsideModel(hottestCelsius, constants)) return says('red', 'outside-model');
  if (coldestCelsius !== null && coldestCelsius <= figureOf(constants, 'freeze-celsius')) return says('red', 'frozen');
  if (redAfterMinutes !== null && minutesOutOfBand > redAfterMinutes) return says('red', 'out-of-band-too-long');
  if (longestMinutesOutOfBand > amberAfterMinutes) return says('amber', 'out-of-band');
  return says('green', 'temperature-kept');
}

/** Above 30 °C no figure is shown: quarantine (viability.md 4.1). */
export function isOutsideModel(celsius: number | null, constants: ConstantSet): boolean {
  return celsius !== null && celsius > figureOf(constants, 'outside-model-celsius');
}

const frozenLights: Readonly<Record<FrozenBand, Light>> = {
  'in-class': 'green',
  'warmer-than-stored': 'amber',
  'too-warm': 'red',
  'frozen-state-not-assured': 'red',
};

/** What the warmest moment of a frozen unit says (viability.md 4.4). */
export function frozenFinding(band: FrozenBand): Finding {
  return { from: 'temperature', light: frozenLights[band], code: band === 'in-class' ? 'temperature-kept' : band };
}

/** How likely the request is met by either line, and whether it was in doubt before. */
export interface Likelihood {
  readonly planned: number;
  readonly worst: number;
  readonly wasInDoubt: boolean;
}

/**
 * The model may raise amber and no more (viability.md 1, R1). A doubt is raised below one line and ends only at a higher one, and where the warm end of the range would raise none:
 * a light that trembles at its line, or with a logger that is silent now and then, would be told again and again. The higher line is a judgement.
 */
export function modelFinding({ planned, worst, wasInDoubt }: Likelihood, constants: ConstantSet): Finding {
  const line = figureOf(constants, 'amber-below-probability');
  if (planned < line) return { from: 'model', light: 'amber', code: 'request-in-doubt' };
  const clear = planned >= figureOf(constants, 'amber-ends-at-probability') && worst >= line;
  if (wasInDoubt && !clear) return { from: 'model', light: 'amber', code: 'request-doubt-stands' };
  return { from: 'model', light: 'green', code: 'request-likely-met' };
}

const figureBehind: Readonly<Partial<Record<FindingCode, ConstantId>>> = {
  frozen: 'freeze-celsius',
  'outside-model': 'outside-model-celsius',
  'request-likely-met': 'amber-below-probability',
  'request-in-doubt': 'amber-below-probability',
  'request-doubt-stands': 'amber-ends-at-probability',
};

/** The judgements that findings rest on, to be told with them. */
export function judgedIn(findings: readonly Finding[], constants: ConstantSet): readonly ConstantId[] {
  return judgedOf(
    constants,
    findings.flatMap(({ code }) => figureBehind[code] ?? []),
  );
}
