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
  return [{ code, sentence: `${upper} is ${greatest}, below ${lower}, which is ${least}.`, path: [...path, upper] }];
}
