import type { Airports } from '@cellrelay/use-cases';
import type { PathFault } from './locate.js';
import { resolveScenario } from './resolve-scenario.js';
import { scenarioSchema } from './scenario.schema.js';

/** Stands where something is of the wrong shape, so that the rest can be looked at. */
const stopgaps: Readonly<Record<string, unknown>> = {
  name: 'stopgap',
  about: 'stopgap',
  seed: 0,
  shipment: '00000000-0000-4000-8000-000000000000',
  desks: [],
  until: 'closed',
  expect: {},
};

/** The mistakes in what is well shaped, beside the parts that are not (by their paths), so that all of a file's mistakes are told at once. */
export function faultsBeside(
  file: unknown,
  blamed: readonly (readonly PropertyKey[])[],
  airports: Airports,
): readonly PathFault[] {
  if (typeof file !== 'object' || file === null || !('steps' in file) || !Array.isArray(file.steps)) return [];
  const misshapen = new Set(blamed.filter(([part]) => part === 'steps').map(([, index]) => index));
  const kept = [...file.steps.keys()].filter((index) => !misshapen.has(index));
  const steps = kept.map((index) => (file.steps as readonly unknown[])[index]);
  const rest = scenarioSchema.safeParse({ ...withStopgaps(file, blamed), steps });
  if (!rest.success) return [];
  const read = resolveScenario(rest.data, airports);
  return read.ok ? [] : read.error.map((fault) => ({ ...fault, path: pathInFile(fault.path, kept) }));
}

function withStopgaps(file: object, blamed: readonly (readonly PropertyKey[])[]): Readonly<Record<string, unknown>> {
  const parts = new Set(blamed.map(([part]) => String(part)).filter((part) => part !== 'steps'));
  const sound = Object.entries(file).filter(([part]) => !parts.has(part));
  return {
    ...Object.fromEntries(sound),
    ...Object.fromEntries(Object.entries(stopgaps).filter(([part]) => parts.has(part))),
  };
}

function pathInFile(path: readonly PropertyKey[], kept: readonly number[]): readonly PropertyKey[] {
  const [part, index, ...below] = path;
  return part === 'steps' && typeof index === 'number' ? [part, kept[index] ?? index, ...below] : path;
}
