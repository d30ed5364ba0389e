import { err, latest, ok, type Result } from '@cellrelay/kernel';
import { outcomesOf, wrongInCells, type BagForecast, type ForecastTerms, type ViableCount } from './bag-forecast.js';
import type { ViabilityClock } from './clock.js';
import { judgedOf, type ConstantSet } from './constants.js';
import { frozenBandOf } from './frozen.js';
import { outside, type ViabilityProblem } from './problem.js';
import { saidOfFrozen } from './said.js';
import { clockFinding, frozenFinding, worstOf } from './status.js';
import { frozenLine } from './survival-line.js';
import type { Hazard } from './temperature-history.js';
import { thawFactor } from './thaw.js';

/** A frozen unit in its dry shipper. */
export interface FrozenUnit {
  readonly bag: string;
  readonly product: string;
  /** The hold of its shipper (`shipperHoldMinutes`), never longer than the policy trusts one. */
  readonly clock: ViabilityClock;
  readonly count: ViableCount;
  /** What was lost in the liquid state since the count; nothing where the bank counted after that (viability.md 4.4). */
  readonly lostBeforeFreezing: Hazard;
  readonly samplingLoss: number;
  /** Whether its shipper was qualified anew after its last use: else its hold was cut by judgement. */
  readonly requalified: boolean;
  readonly storedAtOrBelowCelsius: number;
  /** As the shipper's logger shows. */
  readonly warmestCelsius: number;
}

/** Forecasts a frozen unit: nothing is lost with time, something by thawing, and above -120 °C no figure is shown (viability.md 4.4). */
export function forecastFrozenUnit(
  unit: FrozenUnit,
  { asOf, endsAt }: Pick<ForecastTerms, 'asOf' | 'endsAt'>,
  constants: ConstantSet,
): Result<BagForecast, ViabilityProblem> {
  const thaw = thawFactor(unit.product, constants);
  if (!thaw.ok) return thaw;
  const wrong = wrongInCells(unit.count.viableE6, unit.samplingLoss) ?? wrongInCold(unit, constants);
  if (wrong !== undefined) return err(wrong);
  const band = frozenBandOf(unit.warmestCelsius, unit.storedAtOrBelowCelsius);
  const ends = latest([endsAt, asOf]) ?? endsAt;
  const line = frozenLine(unit.lostBeforeFreezing);
  const lines = { planned: line, worst: line, silent: false };
  const cells = { countedE6: unit.count.viableE6 * (1 - unit.samplingLoss), thaw: thaw.value, endsAt: ends };
  const judgements = unit.requalified ? [] : (['shipper.not-requalified'] as const);
  const findings = [clockFinding(unit.clock, ends), frozenFinding(band)];
  return ok({
    ...{ bag: unit.bag, clock: unit.clock, asOf, ...cells, lines, findings },
    shown: band === 'frozen-state-not-assured' ? null : outcomesOf(lines, cells),
    travelled: null,
    meanKineticCelsius: null,
    light: worstOf(findings),
    said: saidOfFrozen(unit.product, { band, requalified: unit.requalified }),
    basis: { constants: constants.version, judged: judgedOf(constants, judgements) },
  });
}

function wrongInCold(
  { warmestCelsius, storedAtOrBelowCelsius, lostBeforeFreezing }: FrozenUnit,
  { constants }: ConstantSet,
): ViabilityProblem | undefined {
  const bounds = [constants['reading-least-celsius'].value, constants['reading-most-celsius'].value] as const;
  const probe = 'A temperature is a number of °C that a probe can show.';
  return (
    outside(warmestCelsius, bounds, { code: 'celsius-implausible', sentence: probe, at: '/warmestCelsius' }) ??
    outside(storedAtOrBelowCelsius, [bounds[0], 0], {
      ...{ code: 'temperature-band-invalid', sentence: probe, at: '/storedAtOrBelowCelsius' },
    }) ??
    wrongInHazard(lostBeforeFreezing)
  );
}

function wrongInHazard({ centre, upper, lower }: Hazard): ViabilityProblem | undefined {
  const sentence = 'What was lost before freezing is a hazard of 0 or more, its lower end not above its upper one.';
  const blamed = { code: 'hazard-invalid', sentence, at: '/lostBeforeFreezing' } as const;
  return outside(lower, [0, Number.MAX_VALUE], blamed) ?? outside(centre, [lower, upper], blamed);
}
