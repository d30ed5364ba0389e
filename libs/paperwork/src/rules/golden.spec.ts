import { shippedRules } from './shipped.js';
import { notesOn } from './jurisdictions.js';
import type { LocalDate } from '@cellrelay/kernel';
import { exampleConfirmations } from './example-confirmations.js';
import type { Direction } from './rule.js';
import type { Trip } from './trip.js';
import { confirmed, idsOf, passing, verdictsAt } from './trips.examples.js';

const permit = 'au-export-over-50-ml';

describe('50 mL at the Australian border', () => {
  const leaving = (containerMl: number) => verdictsAt(passing('AU', 'export'), { containerMl, contentsMl: 40 });

  it('asks for no permit for a container of 50.0 mL, and for one of 50.1 mL does', () => {
    expect(idsOf(leaving(50), 'prints', 'AU')).toEqual([]);
    expect(idsOf(leaving(50.1), 'prints', 'AU')).toEqual([permit]);
  });

  it.each([50, 50.1])('asks nothing of %d mL that come to Australia: the rule is one of exports', (containerMl) => {
    const arriving = verdictsAt(passing('AU', 'import'), { containerMl });
    expect(idsOf(arriving, 'prints', 'AU')).toEqual([]);
    expect(idsOf(arriving, 'confirm', 'AU')).toEqual(['au-import-therapeutic-use']);
  });

  it('knows of a bag that it holds more where more is in it, and asks where less is', () => {
    const of = (contentsMl: number | null) => verdictsAt(passing('AU', 'export'), { containerMl: null, contentsMl });
    expect(idsOf(of(50.1), 'prints', 'AU')).toEqual([permit]);
    expect(idsOf(of(50), 'fact-missing', 'AU')).toEqual([permit]);
    expect(idsOf(of(null), 'fact-missing', 'AU')).toEqual([permit]);
    expect(of(50).find(({ rule }) => rule.id === permit)).toMatchObject({
      missing: ['containerMl'],
      why: 'Not on record: how much the largest bag can hold.',
    });
  });
});

describe('receipt in France', () => {
  it('prints the seven checks of the order of 2008 for marrow', () => {
    const [verdict] = verdictsAt(passing('FR', 'import'), { product: 'HPC-M' }).filter(
      ({ rule, outcome }) => rule.jurisdiction === 'FR' && outcome === 'prints',
    );
    expect(verdict?.rule.demands.checks).toHaveLength(7);
    expect(Object.values(verdict?.rule.says ?? {})).toHaveLength(7);
  });

  it('asks first whether they are for cells of an apheresis too', () => {
    const verdicts = verdictsAt(passing('FR', 'import'));
    expect(idsOf(verdicts, 'prints', 'FR')).toEqual([]);
    expect(idsOf(verdicts, 'confirm', 'FR')).toEqual(['fr-receipt-checks-apheresis']);
  });

  it('knows nothing of the order the day before it came into force', () => {
    const on = (day: string) => verdictsAt(passing('FR', 'import', { on: day }), { product: 'HPC-M' });
    expect(idsOf(on('2008-10-31'), 'out-of-force', 'FR')).toEqual(['fr-receipt-checks']);
    expect(idsOf(on('2008-11-01'), 'prints', 'FR')).toEqual(['fr-receipt-checks']);
  });
});

describe('what goods are called in the United States', () => {
  it.each(['HPC-A', 'HPC-M'] as const)('is 3001.90.0190 for %s', (product) => {
    const codes = verdictsAt(passing('US', 'import'), { product }).filter(({ rule }) => rule.demands.kind === 'code');
    expect(codes).toMatchObject([{ outcome: 'prints', rule: { demands: { code: { hs: '3001.90.0190' } } } }]);
  });

  it.each(['MNC-A', 'HPC-CB'] as const)('is asked of a broker for %s', (product) => {
    const verdicts = verdictsAt(passing('US', 'import'), { product });
    expect(idsOf(verdicts, 'confirm', 'US')).toContain('us-code-lymphocytes');
  });

  it('is another once the cells were manipulated, and not said while nobody has said so', () => {
    const of = (manipulated: boolean | null) => verdictsAt(passing('US', 'import'), { manipulated });
    expect(idsOf(of(true), 'prints', 'US')).not.toContain('us-code-3001-90');
    expect(idsOf(of(true), 'confirm', 'US')).toContain('us-code-3002-51');
    expect(idsOf(of(null), 'fact-missing', 'US')).toEqual(['us-code-3001-90', 'us-code-3002-51']);
  });
});

describe('what goods are called in China', () => {
  const suffixes = (product: 'HPC-A' | 'HPC-M' | 'HPC-CB' | 'MNC-A', on: string) =>
    verdictsAt(
      passing('CN', 'export', { on }),
      { product },
      shippedRules.map(({ id }) => confirmed(id)),
    ).flatMap(({ rule, outcome }) => (outcome === 'prints' ? (rule.demands.code?.suffix ?? []) : []));

  it.each([
    ['HPC-M', '402'],
    ['HPC-A', '403'],
    ['HPC-CB', '404'],
  ] as const)('is, for %s, under the suffix %s until 2026-07-31', (product, suffix) => {
    expect(suffixes(product, '2026-07-31')).toEqual([suffix]);
    expect(suffixes(product, '2026-08-01')).toEqual([]);
    expect(suffixes(product, '2022-12-31')).toEqual([]);
  });

  it('has no suffix for lymphocytes that was read', () => {
    expect(suffixes('MNC-A', '2026-07-31')).toEqual([]);
  });
});

const released = 'cn-carried-release-first';

describe('the law of China', () => {
  const at = (on: string, confirmations = exampleConfirmations(shippedRules), direction: Direction = 'import') =>
    verdictsAt(passing('CN', direction, { on }), {}, confirmations);

  it('has, under Order 281, nothing that prints unless a site has confirmed it', () => {
    expect(idsOf(at('2026-08-01'), 'prints', 'CN')).toEqual([]);
    expect(idsOf(at('2026-08-01'), 'confirm', 'CN')).toEqual(
      expect.arrayContaining(['cn-281-approval', 'cn-281-first-access', 'cn-281-papers', 'cn-281-codes']),
    );
    expect(notesOn('CN', '2026-08-01' as LocalDate).join(' ')).toContain('no rule under it is printed');
    expect(notesOn('CN', '2026-07-31' as LocalDate)).toEqual([]);
  });

  it('prints unconfirmed, on an export under Order 281, what the Order does not touch and was read in its source, and nothing else', () => {
    const leaving = at('2026-08-01', exampleConfirmations(shippedRules), 'export');
    expect(idsOf(leaving, 'prints', 'CN')).toEqual(['cn-genetic-resources']);
    expect(idsOf(leaving, 'confirm', 'CN')).toEqual(
      expect.arrayContaining(['cn-281-approval', 'cn-281-papers', 'cn-281-codes', 'cn-security']),
    );
  });

  it('lets be released first what a person carries in, of those products alone', () => {
    const prints = (facts: Partial<Trip>) =>
      idsOf(
        verdictsAt(
          passing('CN', 'import', { on: '2026-07-31' }),
          facts,
          shippedRules.map(({ id }) => confirmed(id)),
        ),
        'prints',
        'CN',
      ).includes(released);
    expect(prints({ product: 'HPC-A' })).toBe(true);
    expect(prints({ product: 'HPC-M' })).toBe(true);
    expect(prints({ product: 'MNC-A' })).toBe(false);
    expect(prints({ product: 'HPC-CB', frozen: true })).toBe(false);
    expect(prints({ carriage: 'cargo' })).toBe(false);
    expect(prints({ carriage: null })).toBe(false);
  });

  it('lets nothing be released first once Order 281 is in force, whatever is confirmed', () => {
    const confirmations = shippedRules.map(({ id }) => confirmed(id));
    expect(idsOf(at('2026-07-31', confirmations), 'prints', 'CN')).toContain(released);
    const later = at('2026-08-01', confirmations);
    expect(idsOf(later, 'out-of-force', 'CN')).toContain(released);
    expect(idsOf(later, 'confirm', 'CN')).toContain('cn-281-release-first');
    expect(idsOf(later, 'prints', 'CN').filter((id) => id.includes('release-first'))).toEqual([]);
  });
});

describe('the law of the European Union', () => {
  it('is the directive until 2027-08-06 and the regulation from the next day on', () => {
    const on = (day: string) => verdictsAt(passing('DE', 'import', { on: day }));
    expect(idsOf(on('2027-08-06'), 'prints', 'EU')).toEqual(['eu-importing-establishment']);
    expect(idsOf(on('2027-08-07'), 'prints', 'EU')).toEqual(['eu-soho-import']);
  });

  it('asks for no importer of cells from within', () => {
    const verdicts = verdictsAt(passing('DE', 'import', { otherEnd: 'NO' }));
    expect(verdicts.filter(({ rule }) => rule.demands.kind === 'permit')).toEqual([]);
  });
});

describe('a donor’s markers at the border of Hong Kong', () => {
  const at = (markers: 'negative' | 'positive' | null) => verdictsAt(passing('HK', 'import'), { markers });

  it('ask for a permit where one is positive, and for a statement where none is', () => {
    expect(idsOf(at('positive'), 'prints', 'HK')).toEqual(['hk-permit-infectious']);
    expect(idsOf(at('negative'), 'prints', 'HK')).toEqual(['hk-no-permit']);
  });

  it('are asked for where they are not on record, and neither prints', () => {
    expect(idsOf(at(null), 'prints', 'HK')).toEqual([]);
    expect(idsOf(at(null), 'fact-missing', 'HK')).toEqual(['hk-no-permit', 'hk-permit-infectious']);
  });
});
