import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { instantOf } from '@cellrelay/kernel';
import { KeyFiles } from '@cellrelay/platform';
import { paperStatement } from '@cellrelay/use-cases';
import { codesBy } from './paper-codes.js';

const at = instantOf('2026-11-27T08:00:00.000Z')!;
const statements = Array.from({ length: 30 }, (_, nth) =>
  paperStatement(`EXAMPLE-${nth}`, 'a'.repeat(64), { issuedAt: at, validUntil: null }),
);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cellrelay-codes-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Codes with a key in use, or none, and how often the register was asked for it. */
async function codes(given: { readonly key?: boolean; readonly origin?: string | null } = {}) {
  const { key = true, origin = 'https://relay.example.org' } = given;
  const made = await new KeyFiles(folder).make();
  const asked = { times: 0 };
  const current = () => {
    asked.times += 1;
    return Promise.resolve(key ? { ...made, from: at, retiredAt: null } : null);
  };
  return { asked, codes: codesBy({ signingKeys: { current } }, folder, { origin }) };
}

describe('codes of papers', () => {
  it('are signed for a whole pack with one question for the key', async () => {
    const { asked, codes: by } = await codes();
    const all = await by.of(statements);
    expect(all.map((code) => /papers\/(EXAMPLE-\d+)#/.exec(code ?? '')?.[1])).toEqual(
      statements.map(({ document }) => document),
    );
    expect(asked.times).toBe(1);
  });

  it.each([
    ['without a key', { key: false }],
    ['while the site is served nowhere', { origin: null }],
  ])('are none %s, and that they are is known before', async (_, given) => {
    const { codes: by } = await codes(given);
    expect(await by.ready()).toBe(false);
    expect(new Set(await by.of(statements))).toEqual(new Set([null]));
    expect(await (await codes()).codes.ready()).toBe(true);
  });
});
