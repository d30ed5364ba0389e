/** Two figures that contradict each other, at the place of the one that is out of bounds. */
export interface Crossed {
  readonly code: string;
  readonly sentence: string;
  readonly path: readonly (string | number)[];
}

/** Figures of one object that contradict each other, wherever it stands: the one that must not be above the other first. */
const inOrder = [
  ['targetMinutes', 'limitMinutes', 'limit-below-target'],
  ['minCelsius', 'maxCelsius', 'warmest-below-coldest'],
] as const;

const called = {
  targetMinutes: 'the target',
  limitMinutes: 'the limit',
  minCelsius: 'the coldest',
  maxCelsius: 'the warmest',
} as const;

interface Clock {
  readonly product: string;
  readonly minCelsius: number;
  readonly maxCelsius: number;
  readonly targetMinutes: number;
  readonly limitMinutes: number;
}

/** What no shipment could be led by: no clock at all, one that has run out as it starts, or two for the same product in the same range. */
export function unusableClocks(clocks: readonly Clock[]): readonly Crossed[] {
  if (clocks.length === 0)
    return [
      { code: 'clocks-missing', sentence: 'A policy needs at least one clock: no product could be ordered.', path: [] },
    ];
  return clocks.flatMap((clock, index) => [...spent(clock, index), ...twice(clocks, index)]);
}

/** The target may not be zero either: what is late from its first minute warns of nothing. */
function spent(clock: Clock, index: number): readonly Crossed[] {
  return (['targetMinutes', 'limitMinutes'] as const)
    .filter((line) => clock[line] === 0)
    .map((line) => ({
      code: 'clock-without-time',
      sentence: `${capital(called[line])} is 0: a clock needs at least a minute.`,
      path: [index, line],
    }));
}

function twice(clocks: readonly Clock[], index: number): readonly Crossed[] {
  const keyOf = (clock: Clock | undefined) => [clock?.product, clock?.minCelsius, clock?.maxCelsius].join('/');
  const first = clocks.findIndex((each) => keyOf(each) === keyOf(clocks[index]));
  if (first === index) return [];
  const { product, minCelsius, maxCelsius } = clocks[index] as Clock;
  return [
    {
      code: 'clock-twice',
      sentence: `${product} at ${minCelsius} to ${maxCelsius} °C has a clock already, the ${first + 1}. of the list.`,
      path: [index],
    },
  ];
}

interface WayToAirport {
  readonly groundMinutesToAirport: { readonly value: number | null };
  readonly airportBeforeDepartureMinutes: { readonly value: number };
  readonly leastToDepartureMinutes: { readonly value: number };
  readonly handoverBeforeDepartureMinutes: { readonly value: number };
}

/**
 * The box is handed over, should leave for the airport, and misses its flight, in this order: a policy in which one of them comes before what leads to it rings too early or
 * not at all. Where nobody is asked whether the box has left, there is no middle one.
 */
export function wayOutOfOrder(policy: WayToAirport): readonly Crossed[] {
  const handover = policy.handoverBeforeDepartureMinutes.value;
  const least = policy.leastToDepartureMinutes.value;
  const ground = policy.groundMinutesToAirport.value;
  const leaves = ground === null ? least : ground + policy.airportBeforeDepartureMinutes.value;
  const late = `The box should leave ${leaves} minutes before departure, by the way to the airport and the time it is to be there before`;
  return [
    ...(least > leaves
      ? [
          wrong(
            'flight-missed-before-leaving',
            'leastToDepartureMinutes',
            `${late}, but misses its flight ${least} before.`,
          ),
        ]
      : []),
    ...(handover < Math.max(leaves, least)
      ? [
          wrong(
            'handover-after-leaving',
            'handoverBeforeDepartureMinutes',
            `The box leaves ${Math.max(leaves, least)} minutes before departure, and is handed over only ${handover} before.`,
          ),
        ]
      : []),
  ];
}

function wrong(code: string, setting: keyof WayToAirport, sentence: string): Crossed {
  return { code, sentence, path: [setting, 'value'] };
}

/** Every contradiction in a policy, each at its place. */
export function crossed(value: unknown, path: readonly (string | number)[]): readonly Crossed[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  const below = entries.flatMap(([key, each]) => crossed(each, [...path, Array.isArray(value) ? Number(key) : key]));
  return [...inOrder.flatMap((pair) => outOfOrder(value as Readonly<Record<string, unknown>>, pair, path)), ...below];
}

function outOfOrder(
  value: Readonly<Record<string, unknown>>,
  [lower, upper, code]: (typeof inOrder)[number],
  path: readonly (string | number)[],
): readonly Crossed[] {
  const [least, greatest] = [value[lower], value[upper]];
  if (typeof least !== 'number' || typeof greatest !== 'number' || least <= greatest) return [];
  return [
    {
      code,
      sentence: `${capital(called[upper])} is ${greatest}, below ${called[lower]}, which is ${least}.`,
      path: [...path, upper],
    },
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
