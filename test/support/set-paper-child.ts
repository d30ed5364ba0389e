/** Sets one example paper in a process of its own and prints what its bytes add up to: `node --import ./test/support/typescript.mjs FILE`. */
import { createHash } from 'node:crypto';
import { openTypesetter } from '@cellrelay/adapter-documents';
import { everyBlock, madeAt } from './example-papers.js';

const typesetter = openTypesetter({ timeLimitMillis: 60_000 });
const pdf = await typesetter.setPaper({ paper: everyBlock(['zh-Hans', 'en']), code: null }, { madeAt });
console.log(createHash('sha256').update(pdf).digest('hex'));
await typesetter.close();
