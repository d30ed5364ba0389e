import { createHash } from 'node:crypto';
import { compactStatement } from '@cellrelay/paperwork';
import type { PrintedCode } from '@cellrelay/use-cases';
import { madeAt } from '../../support/example-papers.js';

/** The code at the foot of a paper: as long as a signed one, signed by nobody. */
export function checkCode(nth: number): PrintedCode {
  const hash = (of: string) => createHash('sha256').update(`${of} ${nth}`).digest('hex');
  const text = compactStatement('https://relay.example.org', {
    statement: { document: `EXAMPLE-${nth}`, sha256: hash('said'), issuedAt: madeAt, validUntil: null },
    ...{ keyHint: hash('key').slice(0, 16), signature: `${hash('first')}${hash('second')}` },
  });
  return { text, alt: 'Code to check this paper by' };
}
