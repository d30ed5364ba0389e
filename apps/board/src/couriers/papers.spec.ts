import { idFrom, lapse, lapseText, papersOf, standingVisas } from './papers.js';

const courier = {
  trainedUntil: '2027-06-30',
  passports: [{ country: 'US', validUntil: '2026-12-01' }],
  visas: [
    { country: 'CN', standing: 'held', until: '2027-01-15' },
    { country: 'KR', standing: 'not-needed', until: null },
  ],
};

describe('a courier’s papers', () => {
  it('stand with the one that lapses first at the top', () => {
    expect(papersOf(courier).map(({ what }) => what)).toEqual(['passport US', 'visa CN', 'training']);
  });

  it.each([
    ['1990-01-01', 'danger', 'lapsed on 1 Jan 1990'],
    ['2026-11-25', 'danger', 'lapsed 1 day ago'],
    ['2026-11-26', 'warn', 'lapses today'],
    ['2026-11-29', 'warn', 'in 3 days'],
    ['2030-01-31', 'plain', '31 Jan 2030'],
  ])('until %s are %s: %s', (until, tone, said) => {
    const left = lapse(until, '2026-11-26');
    expect([left.tone, lapseText(until, left.days)]).toEqual([tone, said]);
  });

  it('that have lapsed are not said to be held as well', () => {
    const lapsed = { country: 'US', standing: 'held', until: '2026-11-25' };
    expect(standingVisas([lapsed, ...courier.visas], '2026-11-26')).toEqual(courier.visas);
  });

  it('go by an id that the pool takes', () => {
    expect(idFrom('EXAMPLE M. Müller-Lüdenscheidt')).toBe('example-m-muller-ludenscheidt');
    expect(idFrom('  王 ')).toBe('');
  });
});
