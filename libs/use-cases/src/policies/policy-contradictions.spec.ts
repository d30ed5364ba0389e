import { instantOf } from '@cellrelay/kernel';
import { defaultPolicy, type Policy } from '@cellrelay/shipment';
import { MemoryPolicyStore } from '@cellrelay/testkit';
import { entriesAgainst } from './contradicting-entries.js';
import { figuresAgainst, pairs } from './contradicting-figures.js';
import { SitePolicies } from './site-policies.js';

const at = instantOf('2026-11-22T08:00:00.000Z');
if (at === undefined) throw new Error('no instant');
const fresh = () => new SitePolicies(new MemoryPolicyStore(at));

type Change = (policy: Policy) => Partial<Policy>;
type Valued = {
  readonly [Name in keyof Policy]: Policy[Name] extends { readonly value: unknown } ? Name : never;
}[keyof Policy];

const valued =
  (name: Valued, value: unknown): Change =>
  (policy) => ({ [name]: { ...policy[name], value } });
const tempered =
  (name: keyof Policy['temperature'], value: unknown): Change =>
  ({ temperature }) => ({ temperature: { ...temperature, [name]: { ...temperature[name], value } } });
const laddered =
  (change: Partial<Policy['alertLadder']['value']>): Change =>
  ({ alertLadder }) => ({ alertLadder: { ...alertLadder, value: { ...alertLadder.value, ...change } } });

const body = (change: Change) => ({
  policy: { ...defaultPolicy, version: 'site-2', ...change(defaultPolicy) },
  ...{ owner: 'Medical director', approver: 'Quality manager', source: 'The review of 2026.' },
});

/** A figure that contradicts another, and the nearest that does not. */
const figures: readonly (readonly [code: string, pointer: string, against: Change, alike: Change])[] = [
  [
    'amber-after-red',
    '/temperature/amberAfterMinutes/value',
    tempered('amberAfterMinutes', 241),
    tempered('amberAfterMinutes', 240),
  ],
  ['gap-above-watch', '/temperature/gapMinutes/value', tempered('gapMinutes', 61), tempered('gapMinutes', 60)],
  [
    'debounce-above-red',
    '/temperature/debounceMinutes/value',
    tempered('debounceMinutes', 241),
    tempered('debounceMinutes', 240),
  ],
  [
    'channels-after-person',
    '/alertLadder/value/nextChannelMinutes',
    laddered({ nextChannelMinutes: 8 }),
    laddered({ nextChannelMinutes: 7 }),
  ],
  [
    'repeat-above-most',
    '/alertLadder/value/repeatMinutes',
    laddered({ repeatMinutes: 1441 }),
    laddered({ repeatMinutes: 1440 }),
  ],
  ['customs-asked-before-plan', '/customsLeadDays/value', valued('customsLeadDays', 7.5), valued('customsLeadDays', 7)],
  [
    'exemption-asked-before-plan',
    '/exemptionLeadDays/value',
    valued('exemptionLeadDays', 8),
    valued('exemptionLeadDays', 7),
  ],
  ['visa-after-courier', '/visaExpediteDays/value', valued('visaExpediteDays', 11), valued('visaExpediteDays', 10)],
  [
    'rapid-alert-after-partner',
    '/rapidAlertMinutes/value',
    valued('rapidAlertMinutes', 1441),
    valued('rapidAlertMinutes', 1440),
  ],
  [
    'target-before-charge',
    '/shipperTargetMarginHours/value',
    valued('shipperTargetMarginHours', 169),
    valued('shipperTargetMarginHours', 168),
  ],
  [
    'slack-above-limit',
    '/leastSlackMinutes/value',
    valued('leastSlackMinutes', 2161),
    valued('leastSlackMinutes', 2160),
  ],
];

const [pack = { minCelsius: 0, maxCelsius: 0, setPointCelsius: 0, warmEndCelsius: 0 }] =
  defaultPolicy.temperature.packs.value;
const packed = (change: Partial<typeof pack>): Change => tempered('packs', [{ ...pack, ...change }]);
const [registry] = defaultPolicy.registries;
const limits: Change = ({ registries }) => ({
  registries: registries.map((each) =>
    each.ion === '6939'
      ? { ...each, limits: [...each.limits, { ...each.limits[0], kind: 'floor', perKg: 6 }] as never }
      : each,
  ),
});
const withThreshold =
  (fromKg: number, belowKg: number): Change =>
  ({ countThresholds }) => ({
    countThresholds: countThresholds.map((each, index) => (index === 0 ? { ...each, fromKg, belowKg } : each)),
  });
const calendar =
  (change: object): Change =>
  ({ workingDayCalendars: [first, ...others] }) => ({
    workingDayCalendars: [{ ...first, ...change } as never, ...others],
  });
const rule =
  (change: object): Change =>
  ({ releaseFirstRules: [first, ...others] }) => ({
    releaseFirstRules: [{ ...first, ...change } as never, ...others],
  });
const asked = { day: 28, id: 'fever', text: 'Was there fever?' };
const item = { id: 'read-back', text: 'Read back', source: 'EXAMPLE', mark: 'site' as const };
const japan =
  (...items: readonly object[]): Change =>
  ({ receiptChecklists }) => ({
    receiptChecklists: {
      ...receiptChecklists,
      value: [...receiptChecklists.value, { country: 'JP', items: items as never }],
    },
  });
const calibrated = { product: 'HPC-A', shift: 0, sigma: 1, approvedBy: 'Dr EXAMPLE' };
const apheresis = { product: 'HPC-A', minCelsius: 2, maxCelsius: 8 };

/** An entry that contradicts another, or itself. */
const entries: readonly (readonly [code: string, pointer: string, against: Change])[] = [
  ['set-point-out-of-range', '/temperature/packs/value/0/setPointCelsius', packed({ setPointCelsius: 1 })],
  ['warm-end-out-of-range', '/temperature/packs/value/0/warmEndCelsius', packed({ warmEndCelsius: 4 })],
  ['warm-end-out-of-range', '/temperature/packs/value/0/warmEndCelsius', packed({ warmEndCelsius: 9 })],
  ['pack-twice', '/temperature/packs/value/1', tempered('packs', [pack, pack])],
  ['default-without-clock', '/thermalDefaults/value/0', valued('thermalDefaults', [{ ...apheresis, maxCelsius: 6 }])],
  ['default-twice', '/thermalDefaults/value/1', valued('thermalDefaults', [apheresis, apheresis])],
  [
    'registry-twice',
    `/registries/${defaultPolicy.registries.length}/ion`,
    ({ registries }) => ({ registries: [...registries, registry as never] }),
  ],
  [
    'ceiling-below-floor',
    `/registries/${defaultPolicy.registries.findIndex(({ ion }) => ion === '6939')}/limits/0/perKg`,
    limits,
  ],
  ['weights-crossed', '/countThresholds/0/belowKg', withThreshold(70, 70)],
  ['calendar-twice', '/workingDayCalendars/1', calendar({ year: 2025, holidays: [], workingWeekendDays: [] })],
  ['day-of-another-year', '/workingDayCalendars/0/holidays/0', calendar({ holidays: ['2023-01-01'] })],
  [
    'day-off-and-worked',
    '/workingDayCalendars/0/workingWeekendDays/0',
    calendar({ holidays: ['2024-02-04'], workingWeekendDays: ['2024-02-04'] }),
  ],
  ['rule-ends-before-it-begins', '/releaseFirstRules/0/inForceTo', rule({ inForceFrom: '2026-08-01' })],
  [
    'release-first-and-days',
    '/releaseFirstRules/0/regularisationWorkingDays',
    rule({ regularisationWorkingDays: null }),
  ],
  ['release-first-and-days', '/releaseFirstRules/0/regularisationWorkingDays', rule({ releaseFirst: false })],
  [
    'country-in-two-regions',
    '/positioningRegions/value/1/countries/0',
    valued('positioningRegions', [
      { name: 'Here', countries: ['DE'] },
      { name: 'There', countries: ['DE', 'FR'] },
    ]),
  ],
  [
    'question-twice',
    '/followUp/value/questions/1',
    valued('followUp', { atClock: '09:00', questions: [asked, asked] }),
  ],
  ['check-twice', `/receiptChecklists/value/${defaultPolicy.receiptChecklists.value.length}/items/0/id`, japan(item)],
  [
    'check-twice',
    `/receiptChecklists/value/${defaultPolicy.receiptChecklists.value.length}/items/1/id`,
    japan({ ...item, id: 'jp' }, { ...item, id: 'jp' }),
  ],
  [
    'checklist-twice',
    '/receiptChecklists/value/1/country',
    valued('receiptChecklists', [
      { country: 'JP', items: [] },
      { country: 'JP', items: [] },
    ]),
  ],
  [
    'calibration-twice',
    '/temperature/calibrations/value/1/product',
    tempered('calibrations', [calibrated, calibrated]),
  ],
];

const against = figures.map(([code, pointer, change]) => [code, pointer, change] as const);

describe('a policy that contradicts itself', () => {
  it.each([...against, ...entries])('is refused: %s, at %s', async (code, pointer, change) => {
    const policies = fresh();
    const refused = await policies.add(body(change), 'ana');
    expect(refused).toMatchObject({ ok: false, error: [{ code, at: `/policy${pointer}` }] });
    expect(refused.ok ? '' : refused.error[0].sentence).toMatch(/^[A-Z"\d].{30,}\.$/);
    expect(await policies.versions()).toEqual(['default-1']);
  });

  it.each(figures)('is none where the two are alike: %s, at %s', async (_code, _pointer, _against, alike) =>
    expect(await fresh().add(body(alike), 'ana')).toMatchObject({ ok: true }),
  );

  it('has each of its pairs here', () =>
    expect(figures.map(([code, pointer]) => [code, pointer])).toEqual(
      pairs.map(({ code, path }) => [code, `/${path.join('/')}`]),
    ));

  it('is refused for all that it has, each at its place', async () => {
    const both: Change = (policy) => ({
      ...valued('customsLeadDays', 30)(policy),
      ...valued('visaExpediteDays', 30)(policy),
    });
    expect(await fresh().add(body(both), 'ana')).toMatchObject({
      error: [{ code: 'customs-asked-before-plan' }, { code: 'visa-after-courier' }],
    });
  });

  it('is not the one that ships', () => {
    expect(figuresAgainst(defaultPolicy)).toEqual([]);
    expect(entriesAgainst(defaultPolicy)).toEqual([]);
  });

  it('is none where a figure that others are compared with is left out', () =>
    expect(figuresAgainst({ ...defaultPolicy, ...tempered('redAfterMinutes', null)(defaultPolicy) })).toEqual([]));
});
