/** Sets whole packs one after the other in a process of its own, and prints what that took: `node FILE HOW-MANY`. The first is as late as the process is old. */
import { openTypesetter } from '@cellrelay/adapter-documents';
import { cover, madeAt, packOf } from '../../support/example-papers.js';

const typesetter = openTypesetter({ timeLimitMillis: 60_000 });
const papersEach = 16;
const tookMs: number[] = [];
const rssMb: number[] = [];
let bytes = 0;
for (let nth = 0; nth < Number(process.argv[2]); nth += 1) {
  const began = nth === 0 ? 0 : performance.now();
  // No two alike, so that nothing of one is remembered for the next.
  const printed = packOf(papersEach, nth * papersEach).map((paper) => ({ paper, code: null }));
  const each = printed.map((paper) => typesetter.setPaper(paper, { madeAt }));
  const set = await Promise.all([typesetter.setPack(printed, cover(), { madeAt }), ...each]);
  tookMs.push(performance.now() - began);
  rssMb.push(process.memoryUsage().rss / 2 ** 20);
  bytes = set.reduce((sum, pdf) => sum + pdf.length, 0);
}
await typesetter.close();
console.log(JSON.stringify({ tookMs, rssMb, bytes }));
