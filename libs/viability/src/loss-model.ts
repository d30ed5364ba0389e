import { err, ok, type Result } from '@cellrelay/kernel';
import { figureOf, judgedOf, shippedConstants, type Basis, type ConstantId, type ConstantSet } from './constants.js';
import { outside, type ViabilityProblem } from './problem.js';
import type { SiteCalibration } from './site-calibration.js';

/** Products whose loss in the liquid state is modelled: viable CD34 of the first two, viable CD3 of lymphocytes. */
export type LiquidProduct = 'HPC-A' | 'HPC-M' | 'MNC-A';

/** What the loss of one bag is worked out by. */
export interface LossChoice {
  readonly product: LiquidProduct;
  /** Nucleated cells in 10⁶ per mL; null: not known, which widens the band and speeds nothing up (readings.md). */
  readonly tncE6PerMl: number | null;
  /** A policy setting: the slope is judgement (viability.md 4.3). Off, the band stays as wide. */
  readonly concentrationEffect: 'on' | 'off';
  /** Of a new laboratory's mean, or of one product in it (viability.md 4.5). */
  readonly band: 'between-laboratory' | 'single-product';
  /** What the site's own validation says; null: none. */
  readonly site: SiteCalibration | null;
  readonly constants: ConstantSet;
}

/** The usual choice for a product: shipped constants, the concentration's effect on, between laboratories. */
export function usualChoice(product: LiquidProduct, tncE6PerMl: number | null): LossChoice {
  const [concentrationEffect, band] = ['on', 'between-laboratory'] as const;
  return { product, tncE6PerMl, concentrationEffect, band, site: null, constants: shippedConstants };
}

/** Figures of the temperature law, made ready: k = exp(ln - over / T), kelvins. */
interface Law {
  readonly ln: number;
  readonly over: number;
}

/** A hazard of viable cells by temperature, and how unsure it is. Plain data. */
export interface LossModel extends LossChoice {
  /** Tells models apart: what was worked out by one is not carried on by another. */
  readonly id: string;
  readonly basis: Basis;
  /** By how much the concentration and the site's calibration speed the loss up. */
  readonly factor: number;
  readonly cold: Law;
  readonly warm: Law;
  readonly leastCelsius: number;
  readonly kneeCelsius: number;
  /** Sigma of ln k at 8, 22 and 37 °C. */
  readonly sigmas: readonly [number, number, number];
  readonly z: number;
  /** exp(z sigma) at 8 °C and below, where most readings lie. */
  readonly coldSpread: number;
  /** Activation energy over the gas constant that the mean kinetic temperature is taken at, in kelvins. */
  readonly kineticKelvin: number;
  /** What a probe may show, in °C; all else is the probe's fault. */
  readonly leastReading: number;
  readonly mostReading: number;
}

const kelvinAt = (celsius: number): number => celsius + 273.15;
const [sigmaCold, sigmaRoom, sigmaBody] = [8, 22, 37];

const kindOf = { 'HPC-A': 'hpc-a', 'HPC-M': 'hpc-m', 'MNC-A': 'mnc-a' } as const;

/** The model of viability.md 4.1 and 4.3 for one bag; refused where the concentration is no concentration. */
export function lossModel(choice: LossChoice): Result<LossModel, ViabilityProblem> {
  const { constants, tncE6PerMl } = choice;
  const sentence =
    'A concentration is a number of 10⁶ nucleated cells per mL, and not negative; null where it is unknown.';
  const wrong = outside(tncE6PerMl ?? 0, [0, 1e6], { code: 'concentration-invalid', sentence, at: '/tncE6PerMl' });
  if (wrong !== undefined) return err(wrong);
  const figure = (id: ConstantId): number => figureOf(constants, id);
  const factor = concentrationFactor(choice) * Math.exp(choice.site?.shift ?? 0);
  const sigmas = sigmasOf(choice);
  return ok({
    ...choice,
    ...lawsOf(constants, kindOf[choice.product], factor),
    ...{ id: idOf(choice), basis: basisOf(choice), factor, sigmas, z: figure('band-z') },
    leastCelsius: figure('model-least-celsius'),
    kneeCelsius: figure('knee-celsius'),
    coldSpread: Math.exp(figure('band-z') * sigmas[0]),
    kineticKelvin: figure('kinetic-activation') / figure('gas-constant'),
    leastReading: figure('reading-least-celsius'),
    mostReading: figure('reading-most-celsius'),
  });
}

type Kind = (typeof kindOf)[LiquidProduct];

function lawsOf(constants: ConstantSet, kind: Kind, factor: number): Pick<LossModel, 'cold' | 'warm'> {
  const figure = (id: ConstantId): number => figureOf(constants, id);
  const knee = kelvinAt(figure('knee-celsius'));
  const over = figure(`${kind}.activation`) / figure('gas-constant');
  const lnAtKnee = Math.log(figure(`${kind}.rate-at-5`)) + over * (1 / kelvinAt(5) - 1 / knee);
  const overWarm = (Math.log(figure(`${kind}.rate-at-37`)) - lnAtKnee) / (1 / knee - 1 / kelvinAt(37));
  const law = (each: number): Law => ({ ln: lnAtKnee + each / knee + Math.log(factor), over: each });
  return { cold: law(over), warm: law(overWarm) };
}

/** By how much a concentration speeds the loss up (viability.md 4.3); unknown: not at all. */
function concentrationFactor({ constants, tncE6PerMl, concentrationEffect }: LossChoice): number {
  if (tncE6PerMl === null || concentrationEffect === 'off') return 1;
  const above = Math.max(0, tncE6PerMl - figureOf(constants, 'concentration.harmless-up-to'));
  const faster = 1 + (above / 100) * figureOf(constants, 'concentration.more-per-100');
  return Math.min(faster, figureOf(constants, 'concentration.most'));
}

function isConcentrated({ constants, tncE6PerMl }: LossChoice): boolean {
  return tncE6PerMl === null || tncE6PerMl > figureOf(constants, 'concentration.harmless-up-to');
}

function sigmasOf(choice: LossChoice): LossModel['sigmas'] {
  const { constants, product, site } = choice;
  const more = isConcentrated(choice) ? figureOf(constants, 'concentration.sigma-more') : 0;
  const own = choice.band === 'single-product' ? figureOf(constants, 'single-product-sigma') : 0;
  const sigma = (at: 8 | 22 | 37): number =>
    Math.hypot((site?.sigma ?? figureOf(constants, `${kindOf[product]}.sigma-at-${at}`)) + more, own);
  return [sigma(8), sigma(22), sigma(37)];
}

function idOf({ product, tncE6PerMl, concentrationEffect, band, site, constants }: LossChoice): string {
  const calibrated = site === null ? 'as-published' : `site ${site.shift} ${site.sigma}`;
  return [product, constants.version, tncE6PerMl ?? 'unknown', concentrationEffect, band, calibrated].join('/');
}

function basisOf(choice: LossChoice): Basis {
  const kind = kindOf[choice.product];
  const law = ['rate-at-5', 'activation', 'rate-at-37'] as const;
  const sigmas = ['sigma-at-8', 'sigma-at-22', 'sigma-at-37'] as const;
  const steep = isConcentrated(choice) && choice.tncE6PerMl !== null && choice.concentrationEffect === 'on';
  const ids: readonly ConstantId[] = [
    ...[...law, ...(choice.site === null ? sigmas : [])].map((each) => `${kind}.${each}` as const),
    ...(steep ? (['concentration.more-per-100', 'concentration.most'] as const) : []),
    ...(isConcentrated(choice) ? (['concentration.sigma-more'] as const) : []),
  ];
  return { constants: choice.constants.version, judged: judgedOf(choice.constants, ids) };
}

/** Viable cells lost per hour, as a hazard, at one temperature; the concentration's factor in it (viability.md 4.1). Colder than 2 °C counts as 2 °C. */
export function lossRate(model: LossModel, celsius: number): number {
  const counted = celsius < model.leastCelsius ? model.leastCelsius : celsius;
  const law = counted <= model.kneeCelsius ? model.cold : model.warm;
  return Math.exp(law.ln - law.over / kelvinAt(counted));
}

/** Sigma of ln k: linear between 8, 22 and 37 °C, and constant outside them. */
export function sigmaAt({ sigmas }: LossModel, celsius: number): number {
  const cold = sigmas[0];
  const room = sigmas[1];
  const body = sigmas[2];
  if (celsius <= sigmaCold) return cold;
  if (celsius >= sigmaBody) return body;
  if (celsius <= sigmaRoom) return cold + ((room - cold) * (celsius - sigmaCold)) / (sigmaRoom - sigmaCold);
  return room + ((body - room) * (celsius - sigmaRoom)) / (sigmaBody - sigmaRoom);
}

/** What the hazard is multiplied by for the upper end of the band, and divided by for the lower. */
export function spreadAt(model: LossModel, celsius: number): number {
  return celsius <= sigmaCold ? model.coldSpread : Math.exp(model.z * sigmaAt(model, celsius));
}

/** Activation energies below and above 24 °C in kJ/mol; the second follows from the rates at 24 and 37 °C. */
export function activationEnergies({ cold, warm, constants }: LossModel): readonly [number, number] {
  const gas = figureOf(constants, 'gas-constant');
  return [cold.over * gas, warm.over * gas];
}
