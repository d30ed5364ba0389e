import { LabelCodes } from './label-codes.js';
import { importedProducts, newProductCode } from './label-code-bodies.js';
import { mostCodes } from './label-code-refusals.js';
import { labelCodeList, labelCodesImported } from './label-code-views.js';
import { author, MemoryLabelCodeStore, product, said } from './memory-label-codes.examples.js';

function made() {
  const store = new MemoryLabelCodeStore();
  return { store, codes: new LabelCodes(store) };
}

const group = (code: string, after = 0) => ({ after, code, ...said });
const file = (csv: string, preview = false) => ({ csv, preview, ...said });
const codeOf = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'taken' : answer.error?.code);

describe('a site’s list of codes', () => {
  it('is empty until somebody enters it', async () => {
    const { codes } = made();
    expect(await codes.list()).toEqual({ items: [], next: null, total: 0 });
    expect(await codes.standing()).toEqual({ products: [], bloodGroups: [] });
  });

  it('has what was entered, in the newest version, and keeps those before', async () => {
    const { store, codes } = made();
    const first = await codes.enterProduct(author, ' s1128', product());
    expect(first).toMatchObject({ ok: true, value: { key: 'S1128', version: 1, name: 'HPC, APHERESIS' } });
    await codes.enterProduct(author, 'S1128', product({ after: 1, attributes: null }));
    await codes.enterBloodGroup(author, 'O-', group('9500'));
    const listed = await codes.list();
    expect(labelCodeList.parse(listed)).toEqual(listed);
    expect(listed.items).toMatchObject([
      { list: 'products', key: 'S1128', version: 2, attributes: null, by: 'coordinator' },
      { list: 'blood-groups', key: 'O-', version: 1, code: '9500', name: 'O−' },
    ]);
    expect(await codes.standing()).toEqual({
      products: [{ code: 'S1128', name: 'HPC, APHERESIS' }],
      bloodGroups: [{ code: '9500', abo: 'O', rh: '-' }],
    });
    expect(store.kept).toHaveLength(3);
  });

  it('prints nothing by an entry that ended, which may be entered again', async () => {
    const { codes } = made();
    await codes.enterProduct(author, 'S1128', product());
    const ending = { version: 1, person: 'EXAMPLE Quality', reason: 'EXAMPLE not made any more' };
    expect(await codes.end(author, { list: 'products', key: 'S1128' }, ending)).toMatchObject({ ok: true });
    expect((await codes.standing()).products).toEqual([]);
    expect(codeOf(await codes.end(author, { list: 'products', key: 'S1128' }, ending))).toBe('no-such-label-code');
    expect(await codes.enterProduct(author, 'S1128', product())).toMatchObject({ ok: true, value: { version: 3 } });
  });

  it('is not written over what somebody has not read', async () => {
    const { store, codes } = made();
    await codes.enterProduct(author, 'S1128', product());
    const stale = await codes.enterProduct(author, 'S1128', product());
    expect(stale).toMatchObject({ ok: false, error: { code: 'stale-revision', at: '/after', allowed: ['1'] } });
    const ended = await codes.end(author, { list: 'products', key: 'S1128' }, { version: 2, person: 'x', reason: 'x' });
    expect(ended).toMatchObject({ ok: false, error: { code: 'stale-revision', at: '/version' } });
    // Another one is faster: both had read the same.
    store.add = () => Promise.resolve(false);
    expect(codeOf(await codes.enterProduct(author, 'S1128', product({ after: 1 })))).toBe('stale-revision');
  });

  it.each([
    ['of another form', 'S112', 'label-code-faulty'],
    ['of a blood component', 'E1128', 'label-code-faulty'],
  ])('refuses a product code %s', async (_, code, refused) => {
    const { store, codes } = made();
    expect(codeOf(await codes.enterProduct(author, code, product()))).toBe(refused);
    expect(store.kept).toEqual([]);
  });

  it('has one code for a group, and one group for a code', async () => {
    const { codes } = made();
    await codes.enterBloodGroup(author, 'O+', group('5100'));
    expect(codeOf(await codes.enterBloodGroup(author, 'A+', group('5100')))).toBe('label-code-faulty');
    expect(codeOf(await codes.enterBloodGroup(author, 'A+', group('51')))).toBe('label-code-faulty');
    expect(codeOf(await codes.enterBloodGroup(author, 'C+', group('6200')))).toBe('no-such-label-code');
    expect(codeOf(await codes.enterBloodGroup(author, 'O+', group('5101', 1)))).toBe('label-code-faulty');
    expect((await codes.standing()).bloodGroups).toEqual([{ code: '5100', abo: 'O', rh: '+' }]);
  });

  it('is no longer than it is read', async () => {
    const { store, codes } = made();
    const code = (nth: number) => `S${String(nth).padStart(4, '0')}`;
    store.kept = Array.from({ length: mostCodes }, (_, nth) => {
      const key = code(nth);
      const entry = { code: key, name: 'EXAMPLE' };
      return { list: 'products', key, version: 1, entry, ...said, by: 'x', at: '' } as never;
    });
    expect(codeOf(await codes.enterProduct(author, 'S1128A', product()))).toBe('label-code-faulty');
    expect(codeOf(await codes.enterProduct(author, 'SABCD', product()))).toBe('too-many-label-codes');
  });

  it('takes no body without its source, nor with what cannot be printed', () => {
    const right = { after: 0, name: 'HPC', ...said };
    expect(newProductCode.safeParse(right).success).toBe(true);
    for (const more of [{ source: '' }, { asOf: '2026-02-30' }, { name: 'a\u0007b' }, { name: 'x'.repeat(121) }])
      expect(newProductCode.safeParse({ ...right, ...more }).success).toBe(false);
  });
});

describe('products of a file', () => {
  const csv = 'Code;Name;Attributes;Class\nS1128;HPC, APHERESIS;"Citrate; XX";x\ns1398;HPC, MARROW;;y\n';

  it('are looked at before any is entered', async () => {
    const { store, codes } = made();
    await codes.enterProduct(author, 'S1128', product({ attributes: 'Citrate; XX' }));
    await codes.enterProduct(author, 'S1398', product({ name: 'HPC' }));
    const seen = await codes.importProducts(author, importedProducts.parse(file(csv, true)));
    if (!seen.ok) throw new Error(seen.error[0].sentence);
    expect(labelCodesImported.parse(seen.value)).toEqual(seen.value);
    expect(seen.value).toMatchObject({
      entered: false,
      items: [
        { line: 2, code: 'S1128', becomes: 'same' },
        { line: 3, code: 'S1398', name: 'HPC, MARROW', attributes: null, becomes: 'changed' },
      ],
    });
    expect(store.kept).toHaveLength(2);
  });

  it('are entered once, however often the file comes', async () => {
    const { store, codes } = made();
    expect(await codes.importProducts(author, file(csv))).toMatchObject({ ok: true, value: { entered: true } });
    expect(await codes.importProducts(author, file(csv))).toMatchObject({ ok: true, value: { entered: false } });
    expect(store.kept.map(({ key, version }) => [key, version])).toEqual([
      ['S1128', 1],
      ['S1398', 1],
    ]);
  });

  it.each([
    ['commas', 'code,name\nS1128,"HPC, APHERESIS"'],
    ['tabs, and a mark of its encoding', '\uFEFFcode\tname\r\nS1128\tHPC, APHERESIS\r\n\r\n'],
  ])('are read with %s', async (_, text) => {
    const { codes } = made();
    await codes.importProducts(author, file(text));
    expect((await codes.standing()).products).toEqual([{ code: 'S1128', name: 'HPC, APHERESIS' }]);
  });

  it('are refused whole, with each line that is faulty', async () => {
    const { store, codes } = made();
    const faulty = 'code,name\nS1128,HPC\nS112,HPC\nS1398,\nS1128,HPC again';
    const refused = await codes.importProducts(author, file(faulty));
    const sentences = refused.ok ? [] : refused.error.map(({ sentence }) => sentence);
    expect(sentences.map((sentence) => sentence.slice(0, 7))).toEqual(['Line 3:', 'Line 4:', 'Line 5:']);
    expect(store.kept).toEqual([]);
  });

  it.each([
    ['without a table', 'hello', 'label-codes-without-table'],
    ['with a quote that is not closed', 'code,name\nS1128,"HPC', 'label-codes-without-table'],
    ['of too many lines', `code,name\n${'S1128,x\n'.repeat(1001)}`, 'too-many'],
  ])('are refused %s', async (_, text, code) => {
    const refused = await made().codes.importProducts(author, file(text));
    expect(refused.ok ? 'taken' : refused.error.map((each) => each.code)).toEqual([code]);
  });
});
