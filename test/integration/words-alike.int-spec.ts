import { wordsGround } from '../support/words-ground.js';
import type { Person } from '../support/identity-ground.js';

/** Two shipments in which the same happens, and is told in other words by one side: whoever reads none of them is answered the same, byte for byte. */

const readers = ['collector', 'laboratory', 'registrar', 'transplanter'] as const satisfies readonly Person[];
type Told = Readonly<Record<(typeof readers)[number], string>>;

/** The same in both. */
const happenedAt = { local: new Date(Date.now() - 3_600_000).toISOString().slice(0, 16), zone: 'UTC' };
let one: Told;
let other: Told;
beforeAll(async () => {
  one = await toldAfter('EXAMPLE Erle');
  other = await toldAfter('EXAMPLE Haselstrauch: and then some sentences more. They end in a stop.');
}, 60_000);

async function toldAfter(words: string): Promise<Told> {
  const ground = await wordsGround();
  const said = { kind: 'other', words, seriousness: 'serious', happenedAt };
  expect(await ground.say('transplanter', 'OpenDeviation', said)).toMatchObject({ status: 200 });
  const told: [string, string][] = [];
  for (const who of readers) told.push([who, alike(await ground.told(who))]);
  await ground.close();
  return Object.fromEntries(told) as Told;
}

/** Without what is another's in each database: ids, and moments at which something was written down. */
function alike(told: string): string {
  return told
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, 'AT')
    .replace(/\b\d\d:\d\d\b/g, 'AT');
}

it.each(['collector', 'laboratory', 'registrar'] as const)('looks the same to the donor’s side: %s', (who) => {
  expect(one[who]).toContain('"D1"');
  expect(other[who]).toBe(one[who]);
});

it('control: whoever reads the words is told of the difference', () => {
  expect(one.transplanter).toContain('Erle');
  expect(other.transplanter).toContain('Haselstrauch');
  expect(other.transplanter).not.toBe(one.transplanter);
});
