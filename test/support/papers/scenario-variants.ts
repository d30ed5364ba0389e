import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DateTime } from 'luxon';
import { parse, stringify } from 'yaml';
import { readScenario } from '../../../apps/ops/src/replay/scenario/read-scenario.js';
import type { Scenario } from '../../../apps/ops/src/replay/scenario/scenario.js';
import { airports, scenarioFolder } from '../scenarios.js';

/** Scenarios as no file has them: with a second day, with the trip of another, to Germany. Only what is issued in them counts. */

interface Step {
  readonly at: { readonly local: string; readonly zone: string };
  readonly do: string;
  readonly with?: object;
}

interface Told {
  readonly open: { readonly at: Step['at']; readonly with: { readonly collectionDays: readonly string[] } & object };
  readonly steps: readonly Step[];
}

export type Variant = (told: Told) => Told;

/** A scenario's file, changed. */
export function scenarioAs(name: string, variant: Variant): Scenario {
  const { open, steps, ...named } = variant(toldIn(name));
  const issued = steps.map(({ at, do: command, with: body }) => ({ at, do: command, with: body })).sort(earlier);
  // Whether such a trip is ever closed is another question.
  const read = readScenario(stringify({ ...named, open, steps: issued, until: issued.at(-1)?.at }), airports);
  if (read.ok) return read.value;
  throw new Error(read.error.map(({ sentence }) => `${name}: ${sentence}`).join('\n'));
}

function toldIn(name: string): Told {
  return parse(readFileSync(path.join(scenarioFolder, name), 'utf8')) as Told;
}

function earlier(one: Step, other: Step): number {
  return millis(one) - millis(other);
}

function millis({ at: { local, zone } }: Step): number {
  return DateTime.fromISO(local, { zone }).toMillis();
}

/** Every day in it so many days later. */
function shifted<T>(told: T, days: number): T {
  return JSON.parse(JSON.stringify(told), (_, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value)
      ? `${DateTime.fromISO(value.slice(0, 10), { zone: 'utc' }).plus({ days }).toISODate()}${value.slice(10)}`
      : value,
  ) as T;
}

/** With a second day of collection, and a plan for it that flies a day after that of the first. */
export const withSecondDay: Variant = (told) => {
  const first = told.steps.find((step) => step.do === 'ProposePlan');
  const [day] = told.open.with.collectionDays;
  if (first === undefined || day === undefined) throw new Error('there is no first day');
  const second = { ...first, with: { ...shifted(first.with, 1), plan: 2 } };
  return {
    ...told,
    open: { ...told.open, with: { ...told.open.with, collectionDays: [day, shifted(day, 1)] } },
    steps: [...told.steps, second],
  };
};

/** What comes before the trip from one scenario, the trip from another, moved to the day of collection of the first. */
export function withTripOf(other: string): Variant {
  return (told) => {
    const trip = toldIn(other);
    const [[here], [there]] = [told.open.with.collectionDays, trip.open.with.collectionDays];
    if (here === undefined || there === undefined) throw new Error('a trip has a day of collection');
    const days = Math.round(DateTime.fromISO(here).diff(DateTime.fromISO(there), 'days').days);
    const flown = trip.steps.filter((step) => step.do !== 'ClearDonor');
    const { collectionDays } = shifted(trip.open.with, days);
    return {
      ...told,
      open: { ...told.open, with: { ...told.open.with, collectionDays } },
      steps: [...told.steps, ...shifted(flown, days)],
    };
  };
}

const toGermany: Readonly<Record<string, string>> = {
  'PEK SFO': 'LH 721 PEK FRA 19:30 23:30',
  'SFO IAH': 'LH 116 FRA MUC 06:30 07:25',
};

/** The trip of case A to a centre in Munich, by Frankfurt. */
export const overGermany: Variant = (told) => {
  const flown = JSON.stringify(told).replaceAll('America/Chicago', 'Europe/Berlin').replaceAll('Houston', 'Munich');
  return JSON.parse(flown, (name, value: unknown) => {
    if (name === 'fallback') return undefined;
    if (typeof value !== 'object' || value === null || !('departsLocal' in value)) return value;
    const flight = value as Readonly<Record<string, string>>;
    const [carrier, number, from, to, departs, arrives] = toGermany[`${flight.from} ${flight.to}`]?.split(' ') ?? [];
    // The second flight is the next morning's.
    const day = shifted(flight.departsLocal?.slice(0, 10), from === 'FRA' ? 1 : 0);
    return {
      ...{ designator: `${carrier} ${number}`, from, to },
      ...{ departsLocal: `${day}T${departs}`, arrivesLocal: `${day}T${arrives}` },
    };
  }) as Told;
};
