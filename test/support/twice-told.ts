import { fold, seeing, standings, type Standing } from '@cellrelay/shipment';
import { loggedEventOf, rowOf, type StoredEntry } from '@cellrelay/use-cases';
import type { Scenario } from '../../apps/ops/src/replay/scenario/scenario.js';
import { dryRun } from './dry-world.js';
import { answersOf, boardOf, standingAs, withEverybody } from './one-board.js';
import { inOtherWords } from './other-words.js';
import { scenarioIn } from './scenarios.js';

/** Everybody who sees a shipment and is not of the operator. */
export const outside = standings.filter(
  (standing) => !standing.startsWith('operator/') && seeing([standing]).length > 0,
);

/** The shipment after so many lines, as the log tells it. */
export function after(log: readonly StoredEntry[], lines: number) {
  return withEverybody(fold(log.slice(0, lines).map(({ text }) => loggedEventOf(text))));
}

/** What each of them is answered then, and what their search looks in. */
async function answers({ shipment }: Scenario, log: readonly StoredEntry[], lines: number) {
  const state = after(log, lines);
  const board = boardOf(shipment, state, log.slice(0, lines));
  const read = (standing: Standing) => answersOf(board.as(standingAs(standing)), shipment);
  const all = await Promise.all(outside.map(async (standing) => [standing, await read(standing)] as const));
  return Object.fromEntries([...all, ['search', rowOf(shipment, state).shared?.searchText]]);
}

/** The same history told twice, in other words. */
export async function toldTwice(name: string) {
  const scenario = scenarioIn(name);
  const one = await dryRun(inOtherWords(scenario, (text) => `${text}§`));
  const other = await dryRun(inOtherWords(scenario, (text) => `${text}※※`));
  return { scenario, one: one.log, other: other.log };
}

/** Places in a history to look at: on the way, and its end. */
export function places(lines: number): readonly number[] {
  return [3, Math.ceil(lines / 3), Math.ceil((2 * lines) / 3), lines];
}

const figures = /\bgets [\d.]+|"dose": \d|"weightKg": \d/;
const doses = /CD34|CD3\b|TNC|per kg/;
/** An alert's id may name what was measured; it holds no figure. */
const ids = /"id": "[^"]*"/g;

/** Looks at a history told in two ways: nobody outside can tell one from the other, nor is told what is not theirs to know. */
export async function expectAlike(name: string): Promise<void> {
  const { scenario, one, other } = await toldTwice(name);
  expect(one.length).toBe(other.length);
  expect(one.some(({ text }, index) => text !== other[index]?.text)).toBe(true);
  for (const lines of places(one.length)) {
    const told = await answers(scenario, one, lines);
    expect(told).toEqual(await answers(scenario, other, lines));
    expect(JSON.stringify(told)).not.toContain('§');
    expect(told['courier-company/courier']?.replaceAll(ids, '')).not.toMatch(doses);
    for (const part of ['courier-company/coordinator', 'collection-centre/laboratory', 'donor-registry/physician'])
      expect(told[part]).not.toMatch(figures);
  }
}
