import type { Policy } from '@cellrelay/shipment';
import {
  ceilingOfMetric,
  countedByMetric,
  floorOfMetric,
  limitsOf,
  markedClocks,
  openedWithDoses,
  type FirstPolicy,
} from './first-doses.js';
import { custodySteps } from './first-custody.js';
import { settingsAtBorders } from './settings-at-borders.js';
import { settingsOfCouriers } from './settings-of-couriers.js';
import { settingsOfDeadlines } from './settings-of-deadlines.js';
import { settingsOfCounts } from './settings-of-counts.js';
import { settingsOfPapers } from './settings-of-papers.js';
import { settingsOfSlack } from './settings-of-slack.js';
import { settingsOfTemperature } from './settings-of-temperature.js';
import { settingsOfTelling } from './settings-of-telling.js';
import { receiptSettingsSinceFirst } from './receipt-settings.js';

/** Lifts an event's data by one version. Its own `occurredAt` and the rest of the envelope stay as they were stored. */
type Step = (data: never) => unknown;

/**
 * The settings that policies have gained since the first version. A policy pinned before is read with these values, written out here: what an old log
 * tells must not change when a default does.
 */
const settingsSinceFirst: Partial<Policy> = {
  ...settingsAtBorders,
  ...settingsOfCouriers,
  ...settingsOfCounts,
  ...settingsOfSlack,
  ...settingsOfTemperature,
  ...receiptSettingsSinceFirst,
  ...settingsOfDeadlines,
  ...settingsOfTelling,
  ...settingsOfPapers,
  thermalDefaults: { value: [{ product: 'HPC-A', minCelsius: 2, maxCelsius: 8 }], source: 'S7', mark: 'V' },
  processingDecisionDueDaysBefore: { value: 1, source: 'site choice', mark: 'site' },
  travelTogether: { value: 'together', source: 'cases.md A: both days by one courier', mark: 'site' },
  changedLimitDueMinutes: { value: 60, source: 'site choice', mark: 'site' },
  shipperMostHoldHours: { value: 168, source: 'viability.md 2.8: a bank ships for up to 7 days', mark: 'V' },
  shipperNotRequalifiedFactor: {
    value: 0.6,
    source: 'viability.md 4.4: units of one model differ by up to 40 %',
    mark: 'G',
  },
  shipperTargetMarginHours: { value: 24, source: 'site choice', mark: 'site' },
  shipperChargeDueHoursBefore: { value: 12, source: 'site choice', mark: 'site' },
  arrivalBeforeConditioningHours: { value: 24, source: 'site choice', mark: 'site' },
  thawMinutes: { value: 30, source: 'site choice: no source says how long; washing takes longer', mark: 'site' },
  clearanceBeforeConditioningHours: {
    value: 24,
    source: 'S129 says before; a day is left to hold the conditioning back',
    mark: 'site',
  },
  backupDueDaysBeforeConditioning: {
    value: 14,
    source: 'S131: with a backup the delay is under two weeks in half of the cases',
    mark: 'site',
  },
  suspensionDecisionHoursBefore: { value: 24, source: 'site choice', mark: 'site' },
};

/** A site's policy, as it was entered, with the settings that this release knows besides. */
export function liftedPolicy(policy: Policy): Policy {
  return { ...settingsSinceFirst, ...policy };
}

/** No banked unit could be ordered then. */
function openedWithUnit(data: object): unknown {
  return { ...data, unit: null };
}

interface CoveredThen {
  readonly checkpoints: readonly { readonly leg: number }[];
}

/** Every decision was about all recipients then, and no second person was asked for. */
function decidedForAll(data: object): unknown {
  return { ...data, confirmedBy: null, recipients: null };
}

/** Every checkpoint was a departure then, and was asked as one that answers in advance. */
function withKinds({ checkpoints }: CoveredThen): unknown {
  return {
    checkpoints: checkpoints.map((each) => ({
      ...each,
      kind: each.leg === 0 ? 'departure' : 'transfer',
      answer: 'in-advance',
    })),
  };
}

/**
 * What lifts the data of an event's old versions: the first step reads version 1 and answers version 2, and so on. An event that is not named here is at
 * its first version. Steps are only ever added.
 */
const steps: Readonly<Record<string, readonly Step[]>> = {
  ...custodySteps,
  ShipmentOpened: [openedWithDoses, openedWithUnit],
  PolicyPinned: [pinnedWithLimits, policyLifted, policyLifted, policyLifted],
  PolicyAdopted: [policyLifted, policyLifted, policyLifted],
  RequestAboveCeilingMarked: [ceilingOfMetric],
  RequestBelowFloorWarned: [floorOfMetric],
  CellsCounted: [countedByMetric],
  CellCountCorrected: [countedByMetric],
  CountDecided: [decidedForAll],
  CheckpointsCovered: [withKinds],
  CustomsGranted: [(data: object) => ({ ...data, validUntil: null })],
  ProductReceived: [(data: object) => ({ ...data, country: null, answers: [], asked: [] })],
  InfusionStarted: [(data: object) => ({ ...data, volumeInfusedMl: null, dose: null })],
};

/** The version in which an event is written today. */
export function currentVersionOf(type: string): number {
  return (steps[type]?.length ?? 0) + 1;
}

/** The data as today's version has it. Throws on a version that this release does not know. */
export function upcastData(type: string, version: number, data: unknown): unknown {
  if (!Number.isInteger(version) || version < 1 || version > currentVersionOf(type))
    throw new RangeError(`${type} version ${version} is not known to this release`);
  return (steps[type] ?? []).slice(version - 1).reduce<unknown>((lifted, step) => step(lifted as never), data);
}

/** With the settings that policies have gained since it was written. */
function policyLifted(data: { readonly policy: Policy }): unknown {
  return { ...data, policy: liftedPolicy(data.policy) };
}

function pinnedWithLimits({ policy }: { readonly policy: FirstPolicy }): { readonly policy: unknown } {
  const { clocks, registries, ...rest } = policy;
  return {
    policy: { ...settingsSinceFirst, ...rest, clocks: markedClocks(clocks), registries: registries.map(limitsOf) },
  };
}
