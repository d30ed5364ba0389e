import type { Policy } from '@cellrelay/shipment';

/** Lifts an event's data by one version. Its own `occurredAt` and the rest of the envelope stay as they were stored. */
type Step = (data: never) => unknown;

/**
 * The settings that policies have gained since the first version. A policy pinned before is read with these values, written out here: what an old log
 * tells must not change when a default does.
 */
const settingsSinceFirst: Partial<Policy> = {
  positioningDays: { value: { overseas: 2, region: 1, domestic: 0 }, source: 'S42', mark: 'V-' },
  positioningByClock: {
    value: { overseas: '23:59', region: '12:00', domestic: '23:59' },
    source: 'S42: two days before overseas, by the morning of the day before within Europe, on the day at home',
    mark: 'V-',
  },
  positioningRegions: {
    value: [
      {
        name: 'Europe',
        countries:
          'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA'.split(
            ' ',
          ),
      },
    ],
    source: 'S42; the list is a site choice',
    mark: 'V-',
  },
  extraNightsForDayTwo: { value: 1, source: 'site choice: flights are booked for both days', mark: 'site' },
  courierRestHours: {
    value: 24,
    source: 'standards.md 1.2: no sleep during carriage; the figure is assumed',
    mark: 'G',
  },
  visaExpediteDays: { value: 5, source: 'site choice', mark: 'site' },
  boxContingencyHours: {
    value: 12,
    source: 'standards.md 1.1: planned time and contingency; the figure is assumed',
    mark: 'G',
  },
};

/** What nobody was asked for when these were first recorded. */
const personNotStated = { poolId: null, basedIn: null, restUntil: null, alsoOn: [] };
const packingNotStated = {
  validatedHoldHours: null,
  preconditionedAt: null,
  packedBy: null,
  readBackBy: null,
  ambientCelsius: null,
  loggerStartedAt: null,
  loggerStartCelsius: null,
  checks: [],
  shortHold: null,
};
const checksNotStated = { sealDiffersReason: null, checks: [] };

/**
 * What lifts the data of an event's old versions: the first step reads version 1 and answers version 2, and so on. An event that is not named here is at
 * its first version. Steps are only ever added.
 */
const steps: Readonly<Record<string, readonly Step[]>> = {
  CourierNominated: [
    ({ courier, substitute }: { readonly courier: object; readonly substitute: object }) => ({
      courier: { ...personNotStated, ...courier },
      substitute: { ...personNotStated, ...substitute },
    }),
  ],
  CourierFit: [
    (data: { readonly visas: readonly object[] }) => ({
      ...data,
      visas: data.visas.map((visa) => ({ until: null, ...visa })),
      lastJourneyEndedAt: null,
    }),
  ],
  SubstituteSent: [
    (data: { readonly nextSubstitute: object | null }) => ({
      ...data,
      nextSubstitute: data.nextSubstitute === null ? null : { ...personNotStated, ...data.nextSubstitute },
    }),
  ],
  BoxPacked: [(data: object) => ({ ...packingNotStated, ...data })],
  HandedOverToCourier: [(data: object) => ({ ...checksNotStated, ...data })],
  DeliveredToCentre: [(data: object) => ({ ...checksNotStated, ...data })],
  PolicyPinned: [({ policy }: { readonly policy: Policy }) => ({ policy: { ...settingsSinceFirst, ...policy } })],
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
