import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { RefusedError } from '@cellrelay/platform';
import { tokenOf, withheld } from '@cellrelay/shipment';
import type { Acting, WordsReader } from '@cellrelay/use-cases';
import { firstValueFrom, of, throwError } from 'rxjs';
import { contextOf, type SignedIn } from '../http/request-context.js';
import { TellWords } from './tell-words.js';

const commitment = 'a'.repeat(43);
const token = tokenOf(commitment);
/** The people of o1 read everything, all others nothing. */
const words: WordsReader = {
  read: (organisation) => Promise.resolve(new Map(organisation === 'o1' ? [[commitment, { text: 'fever' }]] : [])),
};

function asked(organisation: string | null): ExecutionContext {
  const request = {};
  const acting = { organisation: { id: organisation } } as unknown as Acting;
  if (organisation !== null) contextOf(request).signedIn = { acting } as SignedIn;
  return { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
}

const answers = (answer: unknown): CallHandler => ({ handle: () => of(answer) });
const fails = (error: unknown): CallHandler => ({ handle: () => throwError(() => error) });
const through = (who: string | null, handler: CallHandler, telling = new TellWords(words)): Promise<unknown> =>
  firstValueFrom(telling.intercept(asked(who), handler));

describe('what leaves', () => {
  const answer = { items: [{ says: `Suspended: ${token}` }] };

  it('is told to whoever may read it, and withheld from whoever may not', async () => {
    expect(await through('o1', answers(answer))).toEqual({ items: [{ says: 'Suspended: fever' }] });
    expect(await through('o2', answers(answer))).toEqual({ items: [{ says: `Suspended: ${withheld}` }] });
    expect(await through('o1', answers(undefined))).toBeUndefined();
  });

  it('is withheld from everybody where nothing opens it', async () => {
    expect(await through('o1', answers(token), new TellWords())).toBe(withheld);
  });

  it('is a refusal too, with its headers', async () => {
    const refused = new RefusedError({ code: 'x', sentence: `It was ${token}.`, allowed: [token] }, { A: 'b' });
    await expect(through('o1', fails(refused))).rejects.toMatchObject({
      refusal: { code: 'x', sentence: 'It was fever.', allowed: ['fever'] },
      headers: { A: 'b' },
    });
    await expect(through('o2', fails(refused))).rejects.toMatchObject({ refusal: { sentence: `It was ${withheld}.` } });
  });

  it('is a defect as it is', async () => {
    const defect = new TypeError('defect');
    await expect(through('o1', fails(defect))).rejects.toBe(defect);
  });

  it('is withheld from whoever is not signed in, who holds a link perhaps', async () => {
    expect(await through(null, answers(answer))).toEqual({ items: [{ says: `Suspended: ${withheld}` }] });
    const form = { prefill: { reason: token, at: 1 }, says: token };
    expect(await through(null, answers(form))).toEqual({ prefill: { at: 1 }, says: withheld });
    const refused = new RefusedError({ code: 'x', sentence: `It was ${token}.` });
    await expect(through(null, fails(refused))).rejects.toMatchObject({ refusal: { sentence: `It was ${withheld}.` } });
    const plain = { says: 'nothing' };
    expect(await through(null, answers(plain))).toBe(plain);
  });
});
