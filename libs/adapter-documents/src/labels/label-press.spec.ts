import { instantOf } from '@cellrelay/kernel';
import type { Label } from '@cellrelay/paperwork';
import type { LabelRun } from '@cellrelay/use-cases';
import { NotSet, type NotSetReason } from '@cellrelay/use-cases';
import { labelPress } from './label-press.js';
import type { LabelStock } from './stock.js';

const run: LabelRun = { stock: 'roll-100x50', dpi: 203, madeAt: instantOf('2026-11-27T08:00:00Z')! };
const labels = ['EX-1-T1', 'EX-1-T10'].map((reference) => ({ reference }) as Label);
const pressed = async (reason: NotSetReason, sentence: string) => {
  const press = labelPress({ setLabels: () => Promise.reject(new NotSet(reason, sentence)) });
  const printed = await press.print(labels, run);
  return printed.ok ? undefined : printed.error;
};

describe('the press of labels', () => {
  it.each([
    ['roll-100x50', { widthMm: 100, heightMm: 50, dpi: 203, sheet: null }],
    ['roll-100x150', { widthMm: 100, heightMm: 150, dpi: 203, sheet: null }],
    ['a4-100x50', { heightMm: 50, dpi: 600, sheet: { widthMm: 210, columns: 2, rows: 5 } }],
    ['a4-100x150', { heightMm: 150, dpi: 600, sheet: { widthMm: 210, columns: 2, rows: 1 } }],
  ] as const)('prints on %s as it is', async (stock, wanted) => {
    const asked: LabelStock[] = [];
    const setLabels = (_: readonly Label[], on: LabelStock) => {
      asked.push(on);
      return Promise.resolve(new Uint8Array([1]));
    };
    expect(await labelPress({ setLabels }).print(labels, { ...run, stock })).toMatchObject({ ok: true });
    expect(asked).toMatchObject([wanted]);
  });

  it('says which label does not fit, and takes none for another that begins so', async () => {
    const large = (reference: string) =>
      pressed('cannot-be-set', `panicked with: "does not fit on this stock: ${reference}"`);
    expect((await large('EX-1-T10'))?.sentence).toMatch(/^EX-1-T10 does not fit/);
    expect(await large('EX-1-T1')).toMatchObject({
      code: 'label-does-not-fit',
      sentence: expect.stringMatching(/^EX-1-T1 does/),
    });
  });

  it('says that too much waits, and what else kept it from printing', async () => {
    expect(await pressed('busy', '64 papers wait')).toMatchObject({ code: 'papers-busy' });
    expect(await pressed('too-long', 'The paper was not set within 15 s')).toMatchObject({
      ...{ code: 'paper-not-set', sentence: 'The paper was not set within 15 s.' },
    });
  });

  it('hides no defect behind a refusal', async () => {
    const press = labelPress({ setLabels: () => Promise.reject(new TypeError('ours')) });
    await expect(press.print(labels, run)).rejects.toThrow('ours');
  });
});
