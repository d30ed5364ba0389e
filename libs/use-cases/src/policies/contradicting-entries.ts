import type { PackProfile, Policy, RegistryRule, ReleaseFirstRule } from '@cellrelay/shipment';
import type { Crossed } from './policy-contradictions.js';

type Path = readonly (string | number)[];

/** What the lists of a policy say twice, and what an entry says against itself or another list, each at its place. */
export function entriesAgainst(policy: Policy): readonly Crossed[] {
  return [
    packs,
    defaults,
    registries,
    thresholds,
    calendars,
    releaseFirst,
    regions,
    questions,
    checklists,
    calibrations,
  ].flatMap((look) => look(policy));
}

/** The fault, where it is one. */
function faultIf(is: boolean, code: string, path: Path, sentence: string): readonly Crossed[] {
  return is ? [{ code, path, sentence }] : [];
}

/** Each entry whose key an earlier one has, with that one's place in the list, counted from 1. */
function twice<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string) {
  const keys = entries.map(keyOf);
  return entries.flatMap((entry, index) => {
    const first = keys.findIndex((key) => key === keys[index]);
    return first === index ? [] : [{ entry, index, first: first + 1 }];
  });
}

function packs({ temperature }: Policy): readonly Crossed[] {
  const { value } = temperature.packs;
  const path = (index: number): Path => ['temperature', 'packs', 'value', index];
  const again = twice(value, ({ minCelsius, maxCelsius }) => `${minCelsius}/${maxCelsius}`);
  return [
    ...value.flatMap((pack, index) => packAgainst(pack, path(index))),
    ...again.map(({ entry, index, first }) => ({
      code: 'pack-twice',
      path: path(index),
      sentence: `A pack for ${entry.minCelsius} to ${entry.maxCelsius} °C is there already, the ${first}. of the list.`,
    })),
  ];
}

function packAgainst(pack: PackProfile, path: Path): readonly Crossed[] {
  const { minCelsius, maxCelsius, setPointCelsius, warmEndCelsius } = pack;
  const set = `The pack is set to ${setPointCelsius} °C, outside of its own ${minCelsius} to ${maxCelsius} °C.`;
  const warm = `The warmest that is assumed of a silent logger is ${warmEndCelsius} °C; it lies between what the pack is set to, ${setPointCelsius} °C, and the end of its range, ${maxCelsius} °C.`;
  const isSetOutside = setPointCelsius < minCelsius || setPointCelsius > maxCelsius;
  const isWarmOutside = !isSetOutside && (warmEndCelsius < setPointCelsius || warmEndCelsius > maxCelsius);
  return [
    ...faultIf(isSetOutside, 'set-point-out-of-range', [...path, 'setPointCelsius'], set),
    ...faultIf(isWarmOutside, 'warm-end-out-of-range', [...path, 'warmEndCelsius'], warm),
  ];
}

/** An order that says no temperature gets this one, and is refused where no clock is for it. A product without any clock is one that the site does not carry. */
function defaults({ thermalDefaults: { value }, clocks }: Policy): readonly Crossed[] {
  const path = (index: number): Path => ['thermalDefaults', 'value', index];
  const unclocked = value.flatMap(({ product, minCelsius, maxCelsius }, index) => {
    const own = clocks.filter((each) => each.product === product);
    const isClocked = own.some((each) => each.minCelsius === minCelsius && each.maxCelsius === maxCelsius);
    const sentence = `${product} travels at ${minCelsius} to ${maxCelsius} °C unless its order says otherwise, but none of its clocks is for that range.`;
    return faultIf(own.length > 0 && !isClocked, 'default-without-clock', path(index), sentence);
  });
  const again = twice(value, ({ product }) => product).map(({ entry, index, first }) => ({
    code: 'default-twice',
    path: path(index),
    sentence: `${entry.product} has its temperature already, the ${first}. of the list.`,
  }));
  return [...unclocked, ...again];
}

function registries({ registries: all }: Policy): readonly Crossed[] {
  const again = twice(all, ({ ion }) => ion).map(({ entry, index, first }) => ({
    code: 'registry-twice',
    path: ['registries', index, 'ion'],
    sentence: `The registry ${entry.ion} is there already, the ${first}. of the list.`,
  }));
  return [...again, ...all.flatMap((registry, index) => limitsAgainst(registry, ['registries', index, 'limits']))];
}

function limitsAgainst({ limits }: RegistryRule, path: Path): readonly Crossed[] {
  return limits.flatMap(({ kind, product, metric, perKg }, index) => {
    const floors = limits.filter((each) => each.kind === 'floor' && each.product === product && each.metric === metric);
    const least = Math.max(0, ...floors.map((floor) => floor.perKg));
    const sentence = `At most ${perKg} of ${metric} per kg is taken, and at least ${least} is asked for: no dose of ${product} would do.`;
    return faultIf(kind === 'ceiling' && least > perKg, 'ceiling-below-floor', [...path, index, 'perKg'], sentence);
  });
}

function thresholds({ countThresholds }: Policy): readonly Crossed[] {
  return countThresholds.flatMap(({ fromKg, belowKg }, index) => {
    const isCrossed = fromKg !== null && belowKg !== null && fromKg >= belowKg;
    const sentence = `It is for recipients of ${fromKg} kg or more and of less than ${belowKg} kg: there is none.`;
    return faultIf(isCrossed, 'weights-crossed', ['countThresholds', index, 'belowKg'], sentence);
  });
}

type Calendar = Policy['workingDayCalendars'][number];

function calendars({ workingDayCalendars: all }: Policy): readonly Crossed[] {
  const again = twice(all, ({ country, year }) => `${country} ${year}`).map(({ entry, index, first }) => ({
    code: 'calendar-twice',
    path: ['workingDayCalendars', index],
    sentence: `${entry.country} has a calendar of ${entry.year} already, the ${first}. of the list.`,
  }));
  return [...again, ...all.flatMap((calendar, index) => daysAgainst(calendar, ['workingDayCalendars', index]))];
}

function daysAgainst(calendar: Calendar, path: Path): readonly Crossed[] {
  const { year, holidays, workingWeekendDays } = calendar;
  const elsewhere = (['holidays', 'workingWeekendDays'] as const).flatMap((list) =>
    calendar[list].flatMap((date, index) => {
      const sentence = `${date} is not in ${year}, the year of this calendar.`;
      return faultIf(!date.startsWith(`${year}-`), 'day-of-another-year', [...path, list, index], sentence);
    }),
  );
  const both = workingWeekendDays.flatMap((date, index) => {
    const sentence = `${date} is a holiday of this calendar, and a day that is worked.`;
    return faultIf(holidays.includes(date), 'day-off-and-worked', [...path, 'workingWeekendDays', index], sentence);
  });
  return [...elsewhere, ...both];
}

function releaseFirst({ releaseFirstRules }: Policy): readonly Crossed[] {
  return releaseFirstRules.flatMap((rule, index) => ruleAgainst(rule, ['releaseFirstRules', index]));
}

function ruleAgainst(rule: ReleaseFirstRule, path: Path): readonly Crossed[] {
  const { releaseFirst: goesFirst, regularisationWorkingDays: days, inForceFrom: from, inForceTo: to } = rule;
  const ends = `The rule is in force from ${from} and ends on ${to}, before that.`;
  const within = goesFirst
    ? 'Goods go first by this rule, but it does not say within how many working days the papers follow.'
    : 'No goods go first by this rule, but it says within how many working days the papers follow.';
  return [
    ...faultIf(from !== null && to !== null && to < from, 'rule-ends-before-it-begins', [...path, 'inForceTo'], ends),
    ...faultIf(goesFirst !== (days !== null), 'release-first-and-days', [...path, 'regularisationWorkingDays'], within),
  ];
}

function regions({ positioningRegions: { value } }: Policy): readonly Crossed[] {
  const countries = value.flatMap(({ name, countries: all }, region) =>
    all.map((country, index) => ({ country, name, path: ['positioningRegions', 'value', region, 'countries', index] })),
  );
  return twice(countries, ({ country }) => country).map(({ entry, first }) => ({
    code: 'country-in-two-regions',
    path: entry.path,
    sentence: `${entry.country} is in ${countries[first - 1]?.name ?? 'one'} already: a way from there would be of two lengths.`,
  }));
}

function questions({ followUp }: Policy): readonly Crossed[] {
  return twice(followUp.value.questions, ({ day, id }) => `${day} ${id}`).map(({ entry, index }) => ({
    code: 'question-twice',
    path: ['followUp', 'value', 'questions', index],
    sentence: `"${entry.id}" is asked on day ${entry.day} already.`,
  }));
}

/** The points of every country and those of one are asked together. */
function checklists({ receiptChecklists: { value } }: Policy): readonly Crossed[] {
  const again = twice(value, ({ country }) => country).map(({ entry, index, first }) => ({
    code: 'checklist-twice',
    path: ['receiptChecklists', 'value', index, 'country'],
    sentence: `${entry.country === '*' ? 'Every country' : entry.country} has a checklist already, the ${first}. of the list.`,
  }));
  const general = value.find(({ country }) => country === '*')?.items ?? [];
  const points = value.flatMap(({ country, items }, list) => {
    const before = country === '*' ? [] : general;
    return twice([...before, ...items], ({ id }) => id).map(({ entry, index }) => ({
      code: 'check-twice',
      path: ['receiptChecklists', 'value', list, 'items', index - before.length, 'id'],
      sentence: `"${entry.id}" is on the list already: its answer would stand for two points.`,
    }));
  });
  return [...again, ...points];
}

function calibrations({ temperature }: Policy): readonly Crossed[] {
  return twice(temperature.calibrations.value, ({ product }) => product).map(({ entry, index, first }) => ({
    code: 'calibration-twice',
    path: ['temperature', 'calibrations', 'value', index, 'product'],
    sentence: `${entry.product} has a validation of the site’s own already, the ${first}. of the list.`,
  }));
}
