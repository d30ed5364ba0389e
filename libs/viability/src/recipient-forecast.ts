import { earliest, err, instantFromMillis, millisOf, ok, type Instant, type Result } from '@cellrelay/kernel';
import type { BagForecast } from './bag-forecast.js';
import { figureOf, type Basis, type ConstantId, type ConstantSet } from './constants.js';
import { doseOfCells, meets, probabilityOfMeeting, type ExpectedCells } from './dose.js';
import { outside, type ViabilityProblem } from './problem.js';
import type { Said } from './said.js';
import { judgedIn, modelFinding, worstOf, type Finding, type Light } from './status.js';
import type { Band } from './survival.js';
import { hazardAt } from './survival-line.js';

/** What a recipient is to get of the cells that the forecasts are of, by the prescription. */
export interface RequestedDose {
  readonly recipient: string;
  /** In 10⁶ cells: per kg, or in all. */
  readonly requestedE6: number;
  /** The weight that the dose is divided by; null: it is in all. */
  readonly perKgOf: number | null;
  /** Which weight the prescription names; null: none is divided by. */
  readonly weightBasis: 'actual' | 'ideal' | 'adjusted' | null;
  /** Whether it was in doubt when it was last asked: a doubt ends later than it begins. */
  readonly wasInDoubt: boolean;
}

/** A dose at infusion, and how likely it is to be what was asked for. */
export interface DoseOutcome {
  readonly doseE6: Band;
  readonly probability: number;
}

/** What a recipient may count on. */
export interface RecipientForecast extends RequestedDose {
  readonly counted: readonly string[];
  /** Bags that are past their limit when they would be infused: they drop out of the dose, and the shipment goes on (viability.md R2). */
  readonly dropped: readonly string[];
  /** Null where a bag that is counted on may show no figure. */
  readonly shown: { readonly planned: DoseOutcome; readonly worst: DoseOutcome } | null;
  /** The earliest limit among the bags counted on; null where there is none. The policy's, whatever the model says. */
  readonly limitAt: Instant | null;
  /** Until when an infusion would still give what was asked for, by the centre of what is planned, and never later than the limit; null: not even now. */
  readonly requestHoldsUntil: Instant | null;
  /** The same at the worst temperature that is still in range: a logger that falls silent does not move it. */
  readonly requestSurelyHoldsUntil: Instant | null;
  readonly findings: readonly Finding[];
  readonly light: Light;
  readonly said: readonly Said[];
  readonly basis: Basis;
}

/** Sums what the bags of one recipient give, each with a history of its own, against what was asked for (viability.md 4.5, 4.6, R1, R2). */
export function forecastRecipient(
  bags: readonly BagForecast[],
  request: RequestedDose,
  constants: ConstantSet,
): Result<RecipientForecast, ViabilityProblem> {
  const wrong = wrongIn(request);
  if (wrong !== undefined) return err(wrong);
  const counted = bags.filter(({ clock, endsAt }) => endsAt <= clock.limitAt);
  const limitAt = earliest(counted.map(({ clock }) => clock.limitAt)) ?? null;
  const by = (line: LineName) => ({ line, bandZ: figureOf(constants, 'band-z') });
  const shown = counted.some((bag) => bag.shown === null)
    ? null
    : { planned: outcomeOf(counted, request, by('planned')), worst: outcomeOf(counted, request, by('worst')) };
  const until = (line: LineName) =>
    shown === null || limitAt === null ? null : holdsUntil(counted, wantedOf(request), { line, limitAt });
  const findings = [...bags.flatMap((bag) => bag.findings), ...modelFindings(counted, shown, { request, constants })];
  return ok({
    ...request,
    counted: counted.map(({ bag }) => bag),
    dropped: bags.filter((bag) => !counted.includes(bag)).map(({ bag }) => bag),
    ...{ shown, limitAt, findings },
    requestHoldsUntil: until('planned'),
    requestSurelyHoldsUntil: until('worst'),
    light: worstOf(findings),
    said: onceEach(bags.flatMap((bag) => bag.said)),
    basis: basisOf(bags, judgedIn(findings, constants)),
  });
}

function wrongIn({ requestedE6, perKgOf }: RequestedDose): ViabilityProblem | undefined {
  const dose = 'A dose is a number of 10⁶ cells, and not negative.';
  const weight = 'A weight is a number of kg above 0; null where the dose is in all.';
  return (
    outside(requestedE6, [0, Number.MAX_VALUE], { code: 'dose-invalid', sentence: dose, at: '/requestedE6' }) ??
    outside(perKgOf ?? 1, [0.1, 1000], { code: 'weight-invalid', sentence: weight, at: '/perKgOf' })
  );
}

type LineName = 'planned' | 'worst';

function outcomeOf(
  bags: readonly BagForecast[],
  request: RequestedDose,
  { line, bandZ }: { readonly line: LineName; readonly bandZ: number },
): DoseOutcome {
  const cells = bags.map((bag) => cellsAt(bag, millisOf(bag.endsAt), line));
  return {
    doseE6: doseOfCells(cells, request.perKgOf),
    probability: probabilityOfMeeting(cells, wantedOf(request), bandZ),
  };
}

function cellsAt({ countedE6, thaw, lines }: BagForecast, millis: number, line: LineName): ExpectedCells {
  return { viableE6: countedE6, thaw, hazard: hazardAt(lines[line], millis) };
}

/** What was asked for, in all. */
function wantedOf({ requestedE6, perKgOf }: RequestedDose): number {
  return requestedE6 * (perKgOf ?? 1);
}

/** Where cells are thawed the low end must do as well: how much thawing varies is no part of the probability. */
function modelFindings(
  bags: readonly BagForecast[],
  shown: RecipientForecast['shown'],
  { request, constants }: { readonly request: RequestedDose; readonly constants: ConstantSet },
): readonly Finding[] {
  if (shown === null) return [];
  const thawed = bags.some(({ thaw }) => thaw !== null);
  const likelihood = ({ doseE6, probability }: DoseOutcome): number => {
    const enough = meets(doseE6.low * (request.perKgOf ?? 1), wantedOf(request));
    return thawed && !enough ? 0 : probability;
  };
  const [planned, worst] = [likelihood(shown.planned), likelihood(shown.worst)];
  return [modelFinding({ planned, worst, wasInDoubt: request.wasInDoubt }, constants)];
}

/** The last millisecond, up to the limit, at which the centre of a line still gives what was asked for. */
function holdsUntil(
  bags: readonly BagForecast[],
  wantedE6: number,
  { line, limitAt }: { readonly line: LineName; readonly limitAt: Instant },
): Instant | null {
  const holds = (millis: number): boolean => {
    const cells = bags.map((bag) => cellsAt(bag, millis, line));
    return meets(doseOfCells(cells, null).centre, wantedE6);
  };
  let [held, lost] = [Math.max(...bags.map(({ asOf }) => millisOf(asOf))), millisOf(limitAt)];
  if (holds(lost)) return limitAt;
  if (!holds(held)) return null;
  while (lost - held > 1) {
    const middle = Math.floor((held + lost) / 2);
    if (holds(middle)) held = middle;
    else lost = middle;
  }
  return instantFromMillis(held);
}

function onceEach(said: readonly Said[]): readonly Said[] {
  return said.filter((each, at) => said.findIndex(({ sentence }) => sentence === each.sentence) === at);
}

function basisOf(bags: readonly BagForecast[], more: readonly ConstantId[]): Basis {
  const versions = new Set(bags.map(({ basis }) => basis.constants));
  const judged = new Set([...bags.flatMap(({ basis }) => basis.judged), ...more]);
  return { constants: [...versions].join(', '), judged: [...judged] };
}
