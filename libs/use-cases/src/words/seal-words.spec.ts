import type { ShipmentId } from '@cellrelay/kernel';
import { tokenOf, type Shipment } from '@cellrelay/shipment';
import { MemoryWords } from '@cellrelay/testkit';
import type { StoredEntry } from '../ports.js';
import { withProse } from './prose.js';
import { sealedIn } from './seal-words.js';

/** What a correction leaves as it is keeps what stands for it, and takes nothing that stands elsewhere for the same words. */

const shipment = 's' as ShipmentId;
const words = new MemoryWords();
const corrector = { shipment, side: 'operator', organisation: 'o1' } as const;
const correction = { reason: 'fever', evidence: 'fever' };

async function tokenBy(side: 'donor' | 'patient' | 'operator', text: string): Promise<string> {
  const { texts } = await words.seal({ ...corrector, side, organisation: side === 'operator' ? 'o1' : side }, [text]);
  return tokenOf(texts[0]?.commitment ?? '');
}

let [fever, refusal, own]: string[] = [];
beforeAll(async () => {
  fever = await tokenBy('donor', 'fever');
  refusal = `Refused: ${await tokenBy('patient', 'too warm')}`;
  own = await tokenBy('operator', 'fever');
});

/** As it stands: what was written of three deviations and on two points of a checklist. */
function standing(second: string | undefined): Shipment {
  const deviations = [
    { id: 'D1', words: fever },
    { id: 'D2', words: second },
    { id: 'D3', words: refusal },
  ];
  const answers = [
    { item: 'seal', words: fever },
    { item: 'labels', words: null },
  ];
  return { stages: { deviation: { deviations }, receipt: { answers } } } as unknown as Shipment;
}

async function sealed(name: string, body: object, second?: string): Promise<unknown> {
  const line = { text: JSON.stringify({ data: { words: fever } }) } as StoredEntry;
  const store = { load: () => Promise.resolve(standing(second)), log: () => Promise.resolve([line]) };
  const sealing = await sealedIn({ words, store }, corrector, { name, body });
  return withProse(name, body, sealing!.instead);
}

const deviation = (id: string, text: string) => ({ deviation: id, words: text, ...correction });

it('keeps the token of words that stay as they are, whoever wrote them, and not for why it is corrected', async () => {
  const corrected = { deviation: 'D1', words: fever, reason: own, evidence: own };
  expect(await sealed('CorrectDeviation', deviation('D1', 'fever'))).toEqual(corrected);
});

it('takes no token of another thing, though another side wrote the same there', async () => {
  expect(await sealed('CorrectDeviation', deviation('D2', 'fever'))).toMatchObject({ words: own });
});

it('keeps a rule’s sentence about somebody’s words', async () => {
  expect(await sealed('CorrectDeviation', deviation('D3', 'Refused: too warm'))).toMatchObject({ words: refusal });
});

it('tells the points of a checklist apart', async () => {
  const answers = ['labels', 'seal'].map((item) => ({ item, found: 'differs', words: 'fever' }));
  expect(await sealed('CorrectReceipt', { answers, ...correction })).toMatchObject({
    answers: [{ words: own }, { words: fever }],
  });
});

it('keeps a corrected line’s tokens for what is corrected of it alone', async () => {
  const body = { fact: 3, command: 'OpenDeviation', body: { words: 'fever' }, ...correction };
  expect(await sealed('CorrectFact', body)).toMatchObject({ body: { words: fever }, reason: own, evidence: own });
});

it('is the same when it is sent again, whatever others have written meanwhile', async () => {
  const first = await sealed('CorrectDeviation', deviation('D1', 'rash'));
  const again = await sealed('CorrectDeviation', deviation('D1', 'rash'), await tokenBy('patient', 'rash'));
  expect(again).toEqual(first);
});
