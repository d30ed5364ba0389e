import fc from 'fast-check';
import { marksIn, type KnownHere } from './marking.js';

const known: KnownHere = {
  people: ['EXAMPLE Dana Lindqvist', 'EXAMPLE 王小明'],
  places: ['Houston', '北京'],
  organisations: ['EXAMPLE Apheresis Centre North'],
  ids: ['EX-26-0001'],
};
const nobody: KnownHere = { people: [], places: [], organisations: [], ids: [] };

/** The marked parts, each with what it is marked as. */
const told = (text: string, of = nobody) =>
  marksIn(text, of).map(({ from, to, kinds }) => [text.slice(from, to), ...kinds]);

describe('what may tell who somebody is', () => {
  it.each([
    ['I am 32 years old.', '32 years', 'age'],
    ['Ich bin 32 Jahre alt.', '32 Jahre', 'age'],
    ['Ein 32-jähriger Mann', '32-jähriger', 'age'],
    ['My thirty-two years', 'thirty-two years', 'age'],
    ['我今年三十二岁。', '三十二岁', 'age'],
    ['It was on 4 September 2024.', '4 September 2024', 'date'],
    ['Es war am 4. März.', '4. März', 'date'],
    ['手术在9月4日', '9月4日', 'date'],
    ['on 2024-09-04 at noon', '2024-09-04', 'date'],
    ['Call +1 (555) 010-0170 please', '+1 (555) 010-0170', 'phone'],
    ['write dana@example.org', 'dana@example.org', 'mail'],
    ['write dana (at) example (dot) org', 'dana (at) example (dot) org', 'mail'],
    ['see www.example.org/me', 'www.example.org/me', 'web'],
    ['I am @dana.l there', '@dana.l', 'handle'],
    ['加我微信吧', '微信', 'handle'],
    ['in the university hospital', 'hospital', 'hospital'],
    ['auf Station 4b', 'Station 4b', 'hospital'],
    ['谢谢协和医院', '谢谢协和医院', 'hospital'],
    ['Dr. Weber said', 'Dr. Weber', 'hospital'],
    ['I love Germany.', 'Germany', 'place'],
    ['Ich mag Deutschland.', 'Deutschland', 'place'],
    ['我住在上海', '我住在上海', 'place'],
    ['my name is dana', 'my name is dana', 'name'],
    ['我叫小红', '我叫小红', 'name'],
    ['Thank you.\nDana', 'Dana', 'name'],
    ['a friend of Dana here', 'Dana', 'name'],
    ['number 998877 is mine', '998877', 'id'],
    ['I sent $50 to them', '$50', 'money'],
  ])('%s', (text, part, kind) => {
    const found = told(text).find(([said]) => said?.includes(part));
    expect(found?.slice(1)).toContain(kind);
  });

  it.each([
    'You gave me a new life, and I think of you every day. My children can laugh again.',
    'Du hast mir ein neues Leben geschenkt, und ich denke jeden Tag an dich.',
    '谢谢你，你给了我新的生命。',
  ])('is not found in %s', (text) => expect(told(text)).toEqual([]));

  it.each(['Dana', 'DANA', 'dаnа', 'D\u200Bana', 'Ｄａｎａ', 'Dána', 'D.a.n.a', 'Lindqvist’s', '小明', '王\u200D小明'])(
    'the name is known as %s',
    (written) => expect(told(`so says ${written}, who`, known).flatMap(([, ...kinds]) => kinds)).toContain('name'),
  );

  it.each([
    ['we met in H o u s t o n then', 'place'],
    ['apheresis centre north was good', 'organisation'],
    ['file ex-26-0001', 'id'],
    ['北京很美', 'place'],
  ])('what the shipment tells is found: %s', (text, kind) => {
    expect(told(text, known).flatMap(([, ...kinds]) => kinds)).toContain(kind);
  });

  it('is told in order, within the text, and none over another', () => {
    const scraps = fc.constantFrom(
      'Dana',
      ' 32 years ',
      '\u200B',
      'é',
      '😀',
      '\n',
      ' in Houston ',
      '0123456',
      '王小明',
      '@',
      'ß',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(scraps).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { from, to, kinds } of marksIn(text, known)) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(kinds.length).toBeGreaterThan(0);
          before = to;
        }
      }),
    );
  });

  it('covers a known name wherever it stands, and whatever unseen is set into it', () => {
    const unseen = fc.constantFrom('', '\u200B', '\u200D', '\u00AD', '\uFE0F', '\u0301');
    const around = fc.string({ unit: fc.constantFrom(...'abc .,\n😀é') });
    fc.assert(
      fc.property(around, fc.array(unseen, { minLength: 9, maxLength: 9 }), around, (before, set, after) => {
        const written = Array.from('Lindqvist')
          .map((sign, index) => sign + (set[index] ?? ''))
          .join('');
        const text = `${before} ${written} ${after}`;
        const at = before.length + 1;
        const covers = marksIn(text, known).some(({ from, to }) => from <= at && to >= at + 'Lindqvist'.length);
        expect(covers).toBe(true);
      }),
    );
  });

  it('takes no longer than it takes to read, however long the letter', () => {
    const text = 'Dana aaaaaaaaaaaaaaaaaaaa 1-1-1-1-1-1-1-1-1 '.repeat(90).slice(0, 4000);
    expect(marksIn(text, known).length).toBeGreaterThan(0);
    expect(marksIn('a'.repeat(4000), known)).toEqual([]);
    expect(marksIn('1 '.repeat(2000), known).length).toBeGreaterThan(0);
  });
});
