import { commandCatalogue, nobodyReads, toldTo, type WordsReader } from '@cellrelay/use-cases';
import { holdsSealed, keyFields, lineFields, proseFields, withheld, type Standing } from '@cellrelay/shipment';
import { MemoryWords } from '@cellrelay/testkit';
import { dryRun } from '../support/dry-world.js';
import { answersOf, boardOf, standingAs } from '../support/one-board.js';
import { freeFieldsOf, inOtherWords } from '../support/other-words.js';
import { scenarioFiles, scenarioIn } from '../support/scenarios.js';
import { expectSealedAlike } from '../support/sealed-history.js';
import { after, outside } from '../support/twice-told.js';

const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

describe('what people write freely', () => {
  const fields = commandCatalogue.flatMap(({ name }) => freeFieldsOf(name));
  it('is some sentences, and prose, or a line, and a name or a number: each field is one of them', () => {
    const [long, short] = [fields.filter((each) => each.long), fields.filter((each) => !each.long)];
    expect(long.length).toBeGreaterThan(60);
    expect(short.length).toBeGreaterThan(60);
    expect(new Set(long.map(({ path }) => nameOf(path)))).toEqual(proseFields);
    expect(short.filter(({ path }) => !lineFields.has(nameOf(path)) && !keyFields.has(nameOf(path)))).toEqual([]);
    expect([...proseFields].filter((name) => lineFields.has(name))).toEqual([]);
  });
});

/** One in six of them; sealed-words.long.spec.ts looks at all. */
const some = scenarioFiles.filter((_, index) => index % 6 === 0);

describe('a history whose prose is sealed', () => {
  it.each(some)('%s: goes as it goes with the words themselves', expectSealedAlike);

  it('is without its words: the comparison above compares what was sealed', async () => {
    const scenario = scenarioIn('seal-differs-at-delivery.yaml');
    const { log } = await dryRun(scenario, undefined, new MemoryWords());
    expect(log.filter(({ text }) => holdsSealed(text)).length).toBeGreaterThan(0);
    const prose = scenario.steps
      .map(({ body }) => body['sealDiffersReason'])
      .filter((text) => typeof text === 'string');
    expect(prose.length).toBeGreaterThan(0);
    for (const text of prose) expect(log.some((line) => line.text.includes(text))).toBe(false);
  });
});

describe('two histories that differ in words that are sealed', () => {
  it.each(some)('%s: whoever reads none of them cannot tell one from the other', async (name) => {
    const [one, other] = [await outsiders(name, '§'), await outsiders(name, '※※')];
    expect(one).toEqual(other);
    expect(JSON.stringify(one)).not.toMatch(/⟦|§/);
  });

  it('are told apart by what stands for them: the comparison would see what is not told on the way out', async () => {
    const name = 'accepted-with-deviation.yaml';
    const asIs = (answers: unknown): unknown => answers;
    expect(await outsiders(name, '§', asIs)).not.toEqual(await outsiders(name, '※※', asIs));
  });
});

describe('what a rule says of a fact', () => {
  const name = 'refused-at-receipt-stopped.yaml';
  const reasons = scenarioIn(name).steps.flatMap(({ command, body }) =>
    command === 'RefuseProduct' ? [String(body['reason'])] : [],
  );

  it('is told with its author’s words to whoever may read them, and withheld from others as all is', async () => {
    const words = new MemoryWords();
    const deviations = async (standing: Standing, reader: WordsReader): Promise<readonly string[]> => {
      const { log } = await dryRun(scenarioIn(name), undefined, words);
      const board = boardOf(scenarioIn(name).shipment, after(log, log.length), log);
      const answers = JSON.parse(await answersOf(board.as(standingAs(standing)), scenarioIn(name).shipment)) as unknown;
      return wordsIn(await toldTo(reader, 'EXAMPLE', answers));
    };
    expect(reasons).toHaveLength(1);
    expect(await deviations('transplant-centre/physician', words)).toContain(reasons[0]);
    const others = await deviations('donor-registry/coordinator', nobodyReads);
    expect(others).toContain(withheld);
    expect(others.filter((text) => text !== withheld)).toEqual([]);
  });
});

/** What stands in an answer under the name that a deviation's words have. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'words' && typeof each === 'string' ? [each] : wordsIn(each),
  );
}

const toNobody = (answers: unknown): unknown => toldTo(nobodyReads, 'stranger', answers);

/** What everybody outside the operator is answered at the end of a history in which each prose ends with that. */
async function outsiders(name: string, end: string, leaving = toNobody): Promise<readonly unknown[]> {
  const scenario = inOtherWords(scenarioIn(name), (text) => `${text}${end}`);
  const { log } = await dryRun(scenario, undefined, new MemoryWords());
  const board = boardOf(scenario.shipment, after(log, log.length), log);
  const answered = outside.map((standing) => answersOf(board.as(standingAs(standing)), scenario.shipment));
  return Promise.all((await Promise.all(answered)).map((answers) => leaving(JSON.parse(answers) as unknown)));
}
