/**
 * Makes and sets whole packs one after the other in a process of its own, and prints what that took: `node FILE HOW-MANY FACTS`, where FACTS is a file with the facts of a plan. The first is
 * as late as the process is old.
 */
import { readFileSync } from 'node:fs';
import { openTypesetter, rollOf } from '@cellrelay/adapter-documents';
import { mustBe } from '@cellrelay/kernel';
import { boxLabel, packOf, tieTag, type PaperFacts } from '@cellrelay/paperwork';
import { exampleBox, exampleCodes, exampleTag } from '@cellrelay/testkit';
import { cover, madeAt } from '../../support/example-papers.js';
import { checkCode } from './check-code.js';

const [howMany, file = ''] = process.argv.slice(2);
const facts = JSON.parse(readFileSync(file, 'utf8')) as PaperFacts;
const typesetter = openTypesetter({ timeLimitMillis: 60_000 });
const tookMs: number[] = [];
const rssMb: number[] = [];
let [papersEach, bytes] = [0, 0];
for (let nth = 0; nth < Number(howMany); nth += 1) {
  const began = nth === 0 ? 0 : performance.now();
  // No two alike, so that nothing of one is remembered for the next.
  const { papers } = packOf({ ...facts, reference: `${facts.reference}-${nth}` });
  const printed = papers.map((paper, at) => ({ paper, code: checkCode(nth * 100 + at) }));
  const each = printed.map((one) => typesetter.setPaper(one, { madeAt }));
  const pack = typesetter.setPack(printed, cover(['zh-Hans', 'en']), { madeAt });
  const set = await Promise.all([pack, ...each, ...labels(nth)]);
  tookMs.push(performance.now() - began);
  rssMb.push(process.memoryUsage().rss / 2 ** 20);
  [papersEach, bytes] = [papers.length, set.reduce((sum, pdf) => sum + pdf.length, 0)];
}
await typesetter.close();
console.log(JSON.stringify({ tookMs, rssMb, papersEach, bytes }));

/** A bag's tie tag and the label of the box, with their barcodes. */
function labels(nth: number): readonly Promise<Uint8Array>[] {
  const made = [
    tieTag({ ...exampleTag, reference: `EXAMPLE-${nth}-T1` }, exampleCodes, 'zh-Hans'),
    boxLabel({ ...exampleBox, reference: `EXAMPLE-${nth}-B1` }, exampleCodes, 'zh-Hans'),
  ];
  return made.map((label) => typesetter.setLabels([mustBe(label)], rollOf('100x150', 300), { madeAt }));
}
