import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { err, ok, type Result } from '@cellrelay/kernel';
import { refusalsOf, type Airports } from '@cellrelay/use-cases';
import { faultsBeside } from './faults-beside.js';
import { located, type PathFault } from './locate.js';
import { resolveScenario } from './resolve-scenario.js';
import { scenarioSchema } from './scenario.schema.js';
import type { Scenario, ScenarioFault } from './scenario.js';

/** A scenario file bigger than this is none. */
const mostCharacters = 500_000;

/**
 * Reads a scenario. Either all of it is right (YAML, shape, local times, order of steps, every body that is to be accepted), or
 * every mistake that was found is answered with its line and column.
 */
export function readScenario(text: string, airports: Airports): Result<Scenario, readonly ScenarioFault[]> {
  if (text.length > mostCharacters) {
    const sentence = `The file has ${text.length} characters; at most ${mostCharacters} are allowed.`;
    return err([{ line: 1, column: 1, sentence }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return err(firstOf(document.errors.map((error) => locatedAt(lines, error.pos[0], error.message))));
  }
  const read = readDocument(document, airports);
  return read.ok ? read : err(inOrder(read.error.map((fault) => located(fault, document, lines))));
}

/** One bracket that is not closed makes the rest of the file a mistake: the first few tell which. */
const mostYamlFaults = 3;

function firstOf(faults: readonly ScenarioFault[]): readonly ScenarioFault[] {
  const [first, more] = [inOrder(faults).slice(0, mostYamlFaults), faults.length - mostYamlFaults];
  const last = first.at(-1);
  if (last === undefined || more <= 0) return first;
  const sentence = `And ${more} more, which may follow from these: this is no YAML from here on.`;
  return [...first, { ...last, sentence }];
}

function inOrder(faults: readonly ScenarioFault[]): readonly ScenarioFault[] {
  return faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function locatedAt(lines: LineCounter, offset: number, sentence: string): ScenarioFault {
  const { line, col } = lines.linePos(offset);
  return { line, column: col, sentence };
}

function readDocument(document: Document, airports: Airports): Result<Scenario, readonly PathFault[]> {
  const plain = plainOf(document);
  if (!plain.ok) return plain;
  const shaped = scenarioSchema.safeParse(plain.value, { reportInput: true });
  if (shaped.success) return resolveScenario(shaped.data, airports);
  const faults = shaped.error.issues.flatMap(faultsOf);
  const blamed = faults.map(({ path }) => path);
  return err([...faults, ...faultsBeside(plain.value, blamed, airports)]);
}

/** In the words of the API's refusals, but for fields that there are not: here they stand in a file, and are named as in it. */
function faultsOf(issue: z.core.$ZodIssue): readonly PathFault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], sentence: `There is no field "${key}" here.` }));
  }
  return refusalsOf([issue], nameOf).map(({ sentence }) => ({ path, sentence }));
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'The file' : path.map(String).join('.');
}

/** What the document says, as plain data. Aliases that would blow it up, or that name nothing, are a mistake in the file. */
function plainOf(document: Document): Result<unknown, readonly PathFault[]> {
  try {
    return ok(document.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return err([{ path: [], sentence: error.message }]);
  }
}
