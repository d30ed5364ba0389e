import type { ShipmentId } from '@cellrelay/kernel';
import { holdsSealed, isSealed, tokenOf, withheld } from '@cellrelay/shipment';
import { MemoryWords } from '@cellrelay/testkit';
import { commitmentOf, saltOf } from './commitment.js';
import { proseIn, withProse } from './prose.js';
import { looksSealed, sealedIn } from './seal-words.js';
import { toldTo, unreadable } from './tell-words.js';
import type { Unreadable, WordsReader } from './words.port.js';

const key = Buffer.alloc(32, 7);
const author = { shipment: 's' as ShipmentId, side: 'donor', organisation: 'o1' } as const;
const store = { load: () => Promise.resolve(null), log: () => Promise.resolve([]) };
const [one, other] = [tokenOf('a'.repeat(43)), tokenOf('b'.repeat(43))];

const nobody = (): Promise<never> => Promise.reject(new Error('nobody was to be asked'));

/** Somebody who reads this, and nothing else. */
function reads(found: Readonly<Record<string, { readonly text: string } | Unreadable>>): WordsReader {
  return { read: () => Promise.resolve(new Map(Object.entries(found))) };
}

describe('a commitment', () => {
  const salt = saltOf(key, 'o1', 'fever');

  it('is the same for the same words under the same key, so that a command sent twice is one', () => {
    expect(commitmentOf({ salt, text: 'fever' })).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(saltOf(key, 'o1', 'fever')).toBe(salt);
    // By another organisation: nobody learns by a guess of their own what somebody else wrote.
    expect(saltOf(key, 'o2', 'fever')).not.toBe(salt);
    expect(saltOf(Buffer.alloc(32, 8), 'o1', 'fever')).not.toBe(salt);
  });

  it('is opened by salt and words, and by no other words', () => {
    expect(commitmentOf({ salt, text: 'Fever' })).not.toBe(commitmentOf({ salt, text: 'fever' }));
    expect(commitmentOf({ salt: saltOf(key, 'o1', 'Fever'), text: 'fever' })).not.toBe(
      commitmentOf({ salt, text: 'fever' }),
    );
  });
});

describe('the prose of a body', () => {
  const checks = [{ item: 'seal', found: 'differs', note: 'scratched' }];
  const box = { box: 'B', shortHold: { reason: ' why ', person: 'X' }, checks };

  it('is found at any depth, as it is read, and lines are none of it', () => {
    expect(proseIn('PackBox', box)).toEqual([
      { text: 'why', place: '/shortHold/reason' },
      { text: 'scratched', place: '/checks/seal/note' },
    ]);
    expect(proseIn('SuspendDonor', { reason: 'fever' })).toEqual([{ text: 'fever', place: '/reason' }]);
    expect(proseIn('SuspendDonor', { reason: 7, other: ['x'] })).toEqual([]);
    expect(proseIn('NoCommand', { reason: 'fever' })).toEqual([]);
  });

  it('is that of the body within as well, where a fact is corrected', () => {
    const body = { fact: 3, command: 'SuspendDonor', body: { reason: 'fever' }, reason: 'misread', evidence: 'letter' };
    expect(proseIn('CorrectFact', body)).toEqual([
      { text: 'misread', place: '/reason' },
      { text: 'letter', place: '/evidence' },
      { text: 'fever', place: '/body/reason' },
    ]);
    expect(withProse('CorrectFact', body, () => '-')).toEqual({
      ...{ fact: 3, command: 'SuspendDonor', body: { reason: '-' }, reason: '-', evidence: '-' },
    });
  });
});

describe('a body', () => {
  it('has tokens in the place of its prose, one for alike texts', async () => {
    const body = { fact: 3, command: 'SuspendDonor', body: { reason: 'a' }, reason: 'a', evidence: 'b' };
    const sealing = await sealedIn({ words: new MemoryWords(), store }, author, { name: 'CorrectFact', body });
    const sealed = withProse('CorrectFact', body, sealing!.instead) as typeof body;
    expect([sealed.reason, sealed.evidence].every(isSealed)).toBe(true);
    expect(sealed.body.reason).toBe(sealed.reason);
    expect(sealing!.words?.texts).toHaveLength(2);
  });

  it('without prose asks nobody', async () => {
    const words = { seal: nobody, read: nobody };
    expect(await sealedIn({ words, store }, author, { name: 'ClearDonor', body: {} })).toBeNull();
    await expect(sealedIn({ words, store }, author, { name: 'SuspendDonor', body: { reason: 'x' } })).rejects.toThrow();
  });

  it('may not hold what looks sealed, anywhere', () => {
    expect(looksSealed({ a: [{ b: `x ${one}` }] })).toMatchObject({ code: 'text-looks-sealed', at: '/a/0/b' });
    expect(looksSealed({ a: '⟦words:short⟧', b: 1, c: null })).toBeUndefined();
  });
});

describe('an answer', () => {
  const answer = { a: one, b: [`${one}. ${other}`], n: 3, at: null };

  it('tells the words to whoever may read them, and the same phrase to whoever may not', async () => {
    const found = { ['a'.repeat(43)]: { text: 'It is so.' } };
    expect(await toldTo(reads(found), 'o1', answer)).toEqual({
      ...{ a: 'It is so.', b: [`It is so. ${withheld}`], n: 3, at: null },
    });
  });

  it.each(Object.entries(unreadable))('says that words are %s', async (why, phrase) => {
    const found = { ['a'.repeat(43)]: why as Unreadable };
    expect((await toldTo(reads(found), 'o1', answer)).a).toBe(phrase);
  });

  it('does not look through what somebody wrote', async () => {
    const found = { ['a'.repeat(43)]: { text: other }, ['b'.repeat(43)]: { text: 'hidden' } };
    expect((await toldTo(reads(found), 'o1', answer)).a).toBe(other);
  });

  it('leaves out of a form what cannot be read, so that nobody sends the phrase back', async () => {
    const forms = { prefill: { reason: one, note: other, at: 1 }, says: one };
    const found = { ['b'.repeat(43)]: { text: 'seen' } };
    expect(await toldTo(reads(found), 'o1', forms)).toEqual({ prefill: { note: 'seen', at: 1 }, says: withheld });
  });

  it('without words is answered as it is, and nobody is asked', async () => {
    const plain = { a: 'nothing' };
    expect(await toldTo({ read: nobody }, 'o1', plain)).toBe(plain);
    expect(holdsSealed('⟦words:')).toBe(false);
  });
});
