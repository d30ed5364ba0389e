import { millisOf, type Instant } from '@cellrelay/kernel';
import {
  forecastFrozenUnit,
  forecastHistory,
  forecastRecipient,
  lossModel,
  noHazard,
  worstOf,
  type BagForecast,
  type ConstantSet,
  type Finding,
  type LiquidProduct,
  type Light,
  type LossModel,
  type ModelAgainstCount,
  type Reading,
  type RecipientForecast,
} from '@cellrelay/viability';
import { forecastInfusionAt } from './course.js';
import { bagsNotUsed } from './dose-facts.js';
import { weightFor } from './doses.js';
import { constantsOf } from './policy-constants.js';
import { momentsUntil, pointsOf, type ChartPoint } from './forecast-chart.js';
import { bagsInTheBox, clockedBags, orderOf, type ClockedBag } from './overview.js';
import type { Policy } from './policy.js';
import type { Shipment } from './shipment.js';
import type { Stay } from './temperature/temperature.js';
import { extremesUntil, thermalHistory, type ThermalHistory } from './thermal-history.js';
import type { ReadingsByLogger } from './thermal-series.js';
import { minutesOf, staysOf } from './thermal-stays.js';
import { liquidProduct, modelledMetric, viableCountsOf } from './viable-counts.js';

/** A bag's forecast, with the lines of its chart until its limit, and what a count on arrival says of the model. */
export interface BagOutlook extends BagForecast {
  readonly recipient: string;
  readonly chart: { readonly planned: readonly ChartPoint[]; readonly worst: readonly ChartPoint[] };
  readonly againstCount: ModelAgainstCount | null;
  /** Whether any reading stands behind it: else it rests on count, set point and clock alone. */
  readonly measured: boolean;
}

/** Why there is no forecast of a bag or a recipient, in a sentence. */
export interface NoForecast {
  readonly kind: 'bag' | 'recipient';
  readonly id: string;
  readonly sentence: string;
}

/** What becomes of a shipment's cells until infusion, as far as is known at a moment. It moves no deadline (viability.md R1). */
export interface ShipmentForecast {
  readonly asOf: Instant;
  /** When infusion is expected; null without a plan: each bag is then forecast until its target. */
  readonly infusionAt: Instant | null;
  readonly bags: readonly BagOutlook[];
  readonly recipients: readonly RecipientForecast[];
  readonly without: readonly NoForecast[];
  /** The worst of clock, temperature and model. */
  readonly light: Light;
  readonly constants: string;
  readonly policy: string;
}

/**
 * Forecasts every bag and every recipient, until infusion as it is expected unless another moment is given. Of the readings only those count that a logger took while it was bound to the
 * box that held the cells, and until `asOf`.
 */
export function forecastOf(
  shipment: Shipment,
  readings: ReadingsByLogger,
  asOf: Instant,
  infusionAt: Instant | null = forecastInfusionAt(shipment),
): ShipmentForecast {
  const { policy } = orderOf(shipment);
  const used = new Set(bagsNotUsed(shipment));
  const ground = groundOf(shipment, readings, { asOf, infusionAt });
  const tried = clockedBags(shipment)
    .filter(({ id }) => !used.has(id))
    .map((bag) => (bag.shipper === null ? liquidOutlook(bag, ground) : frozenOutlook(bag, ground)));
  const bags = tried.flatMap((each) => ('clock' in each ? [each] : []));
  const without = tried.flatMap((each) => ('clock' in each ? [] : [each]));
  const recipients = recipientsOf(shipment, bags, { without, constants: ground.constants });
  return {
    asOf,
    infusionAt: ground.infusionAt,
    bags,
    recipients: recipients.flatMap((each) => ('counted' in each ? [each] : [])),
    without: [...without, ...recipients.flatMap((each) => ('counted' in each ? [] : [each]))],
    light: worstOf([...bags, ...recipients].flatMap((each) => ('findings' in each ? each.findings : []))),
    constants: ground.constants.version,
    policy: policy.version,
  };
}

interface Ground {
  readonly shipment: Shipment;
  readonly policy: Policy;
  readonly constants: ConstantSet;
  readonly asOf: Instant;
  readonly infusionAt: Instant | null;
  readonly history: ThermalHistory;
  readonly inTheBox: ReadonlySet<string>;
  readonly stays: readonly Stay[];
  readonly probe: 'at-the-bag' | 'in-the-box-air';
}

function groundOf(
  shipment: Shipment,
  readings: ReadingsByLogger,
  { asOf, infusionAt }: Pick<Ground, 'asOf' | 'infusionAt'>,
): Ground {
  const { policy } = orderOf(shipment);
  const { bindings } = shipment.stages.temperature;
  return {
    shipment,
    policy,
    constants: constantsOf(policy),
    asOf,
    infusionAt,
    history: thermalHistory(shipment, readings, asOf),
    inTheBox: new Set(bagsInTheBox(shipment).map(({ id }) => id)),
    stays: staysOf(shipment, readings, asOf),
    probe: bindings.every(({ probe }) => probe === 'at-the-bag') ? 'at-the-bag' : 'in-the-box-air',
  };
}

type Tried = BagOutlook | NoForecast;

const notCounted = 'Its cells have not been counted by the measure that is modelled.';

function liquidOutlook(bag: ClockedBag, ground: Ground): Tried {
  const { shipment } = ground;
  const product = liquidProduct(orderOf(shipment).details.product);
  const { atOrigin, onArrival, tncE6PerMl } = viableCountsOf(shipment, bag);
  const first = atOrigin ?? onArrival;
  if (product === null || first === null) return { kind: 'bag', id: bag.id, sentence: notCounted };
  const model = modelOf(product, tncE6PerMl, ground);
  if (!model.ok) return { kind: 'bag', id: bag.id, sentence: model.error.sentence };
  const asOf = asOfFor(bag, ground);
  const counts = { atOrigin: first, onArrival: onArrival === null || onArrival.countedAt > asOf ? null : onArrival };
  return liquidForecast(bag, { ...ground, asOf }, { model: model.value, counts });
}

/** A bag whose clock has ended is as it was then. */
function asOfFor({ endedAt }: ClockedBag, { asOf }: Ground): Instant {
  return endedAt !== null && endedAt < asOf ? endedAt : asOf;
}

function modelOf(product: LiquidProduct, tncE6PerMl: number | null, { policy, constants }: Ground) {
  const { concentrationEffect, calibrations } = policy.temperature;
  const own = calibrations.value.find((each) => each.product === product);
  const site = own === undefined ? null : { shift: own.shift, sigma: own.sigma, approvedBy: own.approvedBy };
  const band = 'between-laboratory';
  return lossModel({ product, tncE6PerMl, concentrationEffect: concentrationEffect.value, band, site, constants });
}

interface ModelAndCounts {
  readonly model: LossModel;
  readonly counts: {
    readonly atOrigin: NonNullable<ReturnType<typeof viableCountsOf>['atOrigin']>;
    readonly onArrival: ReturnType<typeof viableCountsOf>['onArrival'];
  };
}

function liquidForecast(bag: ClockedBag, ground: Ground, { model, counts }: ModelAndCounts): Tried {
  const { policy, asOf } = ground;
  const { temperature } = policy;
  const pack = packOf(ground);
  const readings = historyFor(bag, ground);
  const made = forecastHistory(
    model,
    {
      ...{
        bag: bag.id,
        clock: bag.clock,
        samplingLoss: temperature.samplingLoss.value,
        thaw: null,
        probe: ground.probe,
      },
      ...{ ...counts, readings, seen: readings.length > 0 ? extremesUntil(ground.history, asOf) : null },
      ...{ rules: rulesOf(ground, readings.length > 0) },
    },
    { asOf, endsAt: endsAtOf(bag, ground), worstCelsius: pack.warmEndCelsius, temperature: minutesOf(policy) },
  );
  if (!made.ok) return { kind: 'bag', id: bag.id, sentence: made.error.sentence };
  const judged = byStays(made.value.forecast, readings.length > 0 ? ground.stays : []);
  return outlookOf(bag, judged, { againstCount: made.value.againstCount, measured: readings.length > 0 });
}

const ofLength: ReadonlySet<string> = new Set(['temperature-kept', 'out-of-band', 'out-of-band-too-long']);
const codesOfGrades = { green: 'temperature-kept', amber: 'out-of-band', red: 'out-of-band-too-long' } as const;

/** Time out of band is judged by the excursions: the time in which a box is let cool, and too short a stay, turn no light. Ice and heat stay what they are. */
function byStays(forecast: BagForecast, stays: readonly Stay[]): BagForecast {
  const light = worstOf(
    stays.map(({ grade }): Finding => ({ from: 'temperature', light: grade, code: codesOfGrades[grade] })),
  );
  const findings = forecast.findings.map((each) =>
    each.from === 'temperature' && ofLength.has(each.code) ? { ...each, light, code: codesOfGrades[light] } : each,
  );
  return { ...forecast, findings, light: worstOf(findings) };
}

function historyFor(bag: ClockedBag, { history, inTheBox, asOf }: Ground): readonly Reading[] {
  if (!inTheBox.has(bag.id)) return [];
  const until = millisOf(asOf);
  return history.warmest.filter(({ atMillis }) => atMillis <= until);
}

/** Where no logger has told anything, none has fallen silent: the pack's set point is planned by, and estimated. */
function rulesOf(ground: Ground, measured: boolean) {
  const { minCelsius, maxCelsius } = orderOf(ground.shipment).details;
  return {
    gapMinutes: measured ? ground.policy.temperature.gapMinutes.value : null,
    setPointCelsius: packOf(ground).setPointCelsius,
    band: { minCelsius, maxCelsius },
  };
}

/** What the pack keeps; of a profile that the policy has no pack for, the warm end of it. */
function packOf({ policy, shipment }: Ground) {
  const { minCelsius, maxCelsius } = orderOf(shipment).details;
  const known = policy.temperature.packs.value.find(
    (each) => each.minCelsius === minCelsius && each.maxCelsius === maxCelsius,
  );
  return known ?? { minCelsius, maxCelsius, setPointCelsius: maxCelsius, warmEndCelsius: maxCelsius };
}

function endsAtOf({ clock, endedAt }: ClockedBag, { infusionAt }: Ground): Instant {
  return endedAt ?? infusionAt ?? clock.targetAt;
}

function frozenOutlook(bag: ClockedBag, ground: Ground): Tried {
  const { shipment, constants, asOf, policy, history } = ground;
  const { warmest } = history;
  const { unit, product, maxCelsius } = orderOf(shipment).details;
  const charged = shipment.stages['courier-handoff'].charges.at(-1);
  if (unit === null || charged === undefined) return { kind: 'bag', id: bag.id, sentence: notCounted };
  const made = forecastFrozenUnit(
    {
      ...{ bag: bag.id, product, clock: bag.clock, lostBeforeFreezing: noHazard },
      count: { countedAt: bag.clock.startsAt, viableE6: unit.cd34E6 },
      samplingLoss: policy.temperature.samplingLoss.value,
      requalified: charged.requalifiedAt !== null,
      storedAtOrBelowCelsius: unit.storedAtOrBelowCelsius,
      warmestCelsius: warmest.reduce((most, { celsius }) => Math.max(most, celsius), maxCelsius),
    },
    { asOf: asOfFor(bag, ground), endsAt: endsAtOf(bag, { ...ground, asOf }) },
    constants,
  );
  if (!made.ok) return { kind: 'bag', id: bag.id, sentence: made.error.sentence };
  return outlookOf(bag, made.value, { againstCount: null, measured: warmest.length > 0 });
}

function outlookOf(
  bag: ClockedBag,
  forecast: BagForecast,
  more: Pick<BagOutlook, 'againstCount' | 'measured'>,
): BagOutlook {
  const { lines, asOf, clock } = forecast;
  const moments = momentsUntil(asOf, clock.limitAt);
  const chart = { planned: pointsOf(lines.planned, moments), worst: pointsOf(lines.worst, moments) };
  return { ...forecast, recipient: bag.recipient, chart, ...more };
}

function recipientsOf(
  shipment: Shipment,
  bags: readonly BagOutlook[],
  { without, constants }: { readonly without: readonly NoForecast[]; readonly constants: ConstantSet },
): readonly (RecipientForecast | NoForecast)[] {
  const { lights } = shipment.stages.temperature;
  const missing = clockedBags(shipment).filter(({ id }) => without.some((each) => each.id === id));
  return orderOf(shipment).details.recipients.map(({ ref, doses, weightKg, weightBasis }) => {
    const none = (sentence: string): NoForecast => ({ kind: 'recipient', id: ref, sentence });
    const metric = modelledMetric(orderOf(shipment).details.product);
    const asked = doses.find((dose) => dose.metric === metric);
    const theirs = bags.filter(({ recipient }) => recipient === ref);
    if (asked === undefined) return none(`No dose was ordered in ${metric}, and the model knows no other measure.`);
    if (theirs.length === 0 || missing.some(({ recipient }) => recipient === ref)) return none(notAllForecast);
    const perKgOf = weightFor(asked.per, weightKg);
    const wasInDoubt = lights.some(({ kind, id, light }) => kind === 'recipient' && id === ref && light === 'amber');
    const wish = { recipient: ref, requestedE6: asked.requested, perKgOf, weightBasis, wasInDoubt };
    const made = forecastRecipient(theirs, wish, constants);
    return made.ok ? made.value : none(made.error.sentence);
  });
}

const notAllForecast = 'Not all of their bags are collected, counted and forecast.';
