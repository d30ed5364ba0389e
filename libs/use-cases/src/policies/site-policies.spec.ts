import { instantOf } from '@cellrelay/kernel';
import { defaultPolicy } from '@cellrelay/shipment';
import { MemoryPolicyStore } from '@cellrelay/testkit';
import { newPolicy, SitePolicies } from './site-policies.js';

const at = instantOf('2026-11-22T08:00:00.000Z');
if (at === undefined) throw new Error('no instant');
const fresh = () => new SitePolicies(new MemoryPolicyStore(at));
const [apheresis] = defaultPolicy.clocks;
if (apheresis === undefined) throw new Error('the default has no clock');

const site = { ...defaultPolicy, version: 'site-2', countDueMinutes: { value: 90, source: 'a review', mark: 'site' } };
const body = (more: object = {}) => ({
  policy: site,
  owner: 'Medical director',
  approver: 'Quality manager',
  source: 'The review of 2026.',
  ...more,
});
const withValue = (name: keyof typeof defaultPolicy, value: unknown) =>
  body({ policy: { ...site, [name]: { ...(site[name] as object), value } } });
const asks = (countries: object) => ({ otherwise: 'ask', countries });
const withHoliday = (holiday: string) =>
  body({ policy: { ...site, workingDayCalendars: [{ ...site.workingDayCalendars[0], holidays: [holiday] }] } });
const withFigure = (figure: object) => {
  const value = [{ id: 'freeze-celsius', value: 0, source: 'EXAMPLE', approvedBy: 'Dr EXAMPLE', ...figure }];
  const siteFigures = { value, source: 'EXAMPLE', mark: 'site' };
  return body({ policy: { ...site, temperature: { ...site.temperature, siteFigures } } });
};
const withClock = (change: object) => body({ policy: { ...site, clocks: [{ ...apheresis, ...change }] } });

describe('the policies of a site', () => {
  it('begin with the one that ships', async () => {
    const policies = fresh();
    expect(await policies.current()).toEqual(defaultPolicy);
    expect(await policies.versions()).toEqual(['default-1']);
    expect(await policies.entry('default-1')).toMatchObject({ createdAt: null, owner: 'CellRelay' });
    expect(await policies.byVersion('site-2')).toBeUndefined();
  });

  it('go on with the version entered last, and keep every one before it', async () => {
    const policies = fresh();
    expect(await policies.add(body(), 'ana')).toMatchObject({
      ok: true,
      value: { repeated: false, entry: { by: 'ana' } },
    });
    await policies.add(body({ policy: { ...site, version: 'site-3' } }), 'ana');
    expect(await policies.versions()).toEqual(['site-3', 'site-2', 'default-1']);
    expect((await policies.current()).version).toBe('site-3');
    expect(await policies.byVersion('site-2')).toEqual(site);
  });

  it('are not changed: the same again is the same, another body is refused', async () => {
    const policies = fresh();
    await policies.add(body(), 'ana');
    expect(await policies.add(body(), 'ben')).toMatchObject({
      ok: true,
      value: { repeated: true, entry: { by: 'ana' } },
    });
    const changed = body({ policy: { ...site, countDueMinutes: { ...site.countDueMinutes, value: 91 } } });
    const refusal = { code: 'policy-version-taken', at: '/policy/version' };
    expect(await policies.add(changed, 'ana')).toMatchObject({ ok: false, error: [refusal] });
    expect(await policies.add(body({ source: 'Another.' }), 'ana')).toMatchObject({ ok: false, error: [refusal] });
    expect(await policies.byVersion('site-2')).toEqual(site);
  });

  it('never change the one that ships', async () => {
    const shipped = { ...defaultPolicy, countDueMinutes: site.countDueMinutes };
    expect(await fresh().add(body({ policy: shipped }), 'ana')).toMatchObject({
      error: [{ code: 'policy-version-taken' }],
    });
  });

  it('read a version of an earlier release with the settings gained since', async () => {
    const store = new MemoryPolicyStore(at);
    const { changedLimitDueMinutes: _since, ...older } = defaultPolicy;
    const entry = { owner: 'A', approver: 'B', source: 'C', by: 'ana' };
    await store.add({ ...entry, policy: { ...older, version: 'old' } as typeof defaultPolicy });
    expect(await new SitePolicies(store).byVersion('old')).toMatchObject({ changedLimitDueMinutes: { value: 60 } });
  });

  it.each<[string, string, object]>([
    ['owner-approves', '/approver', body({ approver: 'medical DIRECTOR' })],
    ['text-missing', '/owner', body({ owner: ' ' })],
    ['field-missing', '/source', { policy: site, owner: 'A', approver: 'B' }],
    ['out-of-range', '/policy/clocks/0/targetMinutes', withClock({ targetMinutes: -1 })],
    ['limit-below-target', '/policy/clocks/0/limitMinutes', withClock({ limitMinutes: 60 })],
    ['clock-without-time', '/policy/clocks/0/targetMinutes', withClock({ targetMinutes: 0 })],
    ['clocks-missing', '/policy/clocks', body({ policy: { ...site, clocks: [] } })],
    ['clock-twice', '/policy/clocks/1', body({ policy: { ...site, clocks: [apheresis, apheresis] } })],
    [
      'clock-twice',
      '/policy/clocks/1',
      body({ policy: { ...site, clocks: [apheresis, { ...apheresis, limitMinutes: 4400 }] } }),
    ],
    [
      'flight-missed-before-leaving',
      '/policy/leastToDepartureMinutes/value',
      withValue('leastToDepartureMinutes', 181),
    ],
    [
      'handover-after-leaving',
      '/policy/handoverBeforeDepartureMinutes/value',
      withValue('handoverBeforeDepartureMinutes', 179),
    ],
    ['out-of-range', '/policy/answerDueWorkingDays/value', withValue('answerDueWorkingDays', 61)],
    ['out-of-range', '/policy/customsLeadDays/value', withValue('customsLeadDays', 251)],
    ['warmest-below-coldest', '/policy/clocks/0/maxCelsius', withClock({ maxCelsius: 1 })],
    [
      'out-of-range',
      '/policy/customsLeadDays/value',
      body({ policy: { ...site, customsLeadDays: { ...site.customsLeadDays, value: -1 } } }),
    ],
    [
      'not-one-of',
      '/policy/customsLeadDays/mark',
      body({ policy: { ...site, customsLeadDays: { ...site.customsLeadDays, mark: 'X' } } }),
    ],
    [
      'not-one-of',
      '/policy/giveUpSeats/value',
      body({ policy: { ...site, giveUpSeats: { ...site.giveUpSeats, value: 'later' } } }),
    ],
    [
      'clock-time-malformed',
      '/policy/decisionAtClock/value',
      body({ policy: { ...site, decisionAtClock: { ...site.decisionAtClock, value: '25:00' } } }),
    ],
    [
      'text-missing',
      '/policy/decisionAtClock/source',
      body({ policy: { ...site, decisionAtClock: { ...site.decisionAtClock, source: '' } } }),
    ],
    ['not-one-of', '/policy/rapidAlertKinds/value/0', withValue('rapidAlertKinds', ['recal'])],
    ['malformed', '/policy/arrivalCheckpoints/value/0', withValue('arrivalCheckpoints', ['China'])],
    ['not-one-of', '/policy/transitRequests/value/countries/JP', withValue('transitRequests', asks({ JP: 'maybe' }))],
    ['malformed', '/policy/transitRequests/value/countries/usa', withValue('transitRequests', asks({ usa: 'ask' }))],
    [
      'field-missing',
      '/policy/positioningDays/value/region',
      withValue('positioningDays', { overseas: 2, domestic: 0 }),
    ],
    ['malformed', '/policy/holidayRegions/value/Munich', withValue('holidayRegions', { Munich: 'DE-BY' })],
    ['malformed', '/policy/holidayRegions/value/MUC', withValue('holidayRegions', { MUC: 'Bavaria' })],
    ['date-malformed', '/policy/workingDayCalendars/0/holidays/0', withHoliday('2026-02-30')],
    ['unknown-field', '/policy/coffee', body({ policy: { ...site, coffee: 1 } })],
    ['field-missing', '/policy/customsLeadDays', body({ policy: { ...site, customsLeadDays: undefined } })],
    ['malformed', '/policy/version', body({ policy: { ...site, version: 'two words' } })],
    [
      'malformed',
      '/policy/registries/0/ion',
      body({ policy: { ...site, registries: [{ ...site.registries[0], ion: '12' }] } }),
    ],
    ['constant-invalid', '/policy/temperature/siteFigures/value/0/value', withFigure({ value: 50 })],
    ['text-missing', '/policy/temperature/siteFigures/value/0/approvedBy', withFigure({ approvedBy: '' })],
    ['not-one-of', '/policy/temperature/siteFigures/value/0/id', withFigure({ id: 'gas-constant' })],
  ])('refuse %s at %s', async (code, pointer, faulty) => {
    const policies = fresh();
    expect(await policies.add(faulty, 'ana')).toMatchObject({ ok: false, error: [{ code, at: pointer }] });
    expect(await policies.versions()).toEqual(['default-1']);
  });
});

describe('airports whose authorities keep a region’s holidays', () => {
  const countries: Readonly<Record<string, string>> = { MUC: 'DE', FRA: 'DE', PEK: 'CN' };
  const world = {
    airports: {
      find: (iata: string) => {
        const country = countries[iata];
        return country === undefined ? undefined : { iata, country, city: 'EXAMPLE', zone: 'Etc/UTC' };
      },
    },
    holidays: { regionsOf: (country: string) => (country === 'DE' ? ['DE-BE', 'DE-BY'] : []) },
  };
  const entered = (regions: object) =>
    new SitePolicies(new MemoryPolicyStore(at), world).add(withValue('holidayRegions', regions), 'ana');

  it('are taken with a region of their own country', async () =>
    expect(await entered({ MUC: 'DE-BY' })).toMatchObject({ ok: true }));

  const elsewhere = { code: 'region-unknown', allowed: ['DE-BE', 'DE-BY'] };
  it.each<[string, string, object, string]>([
    ['QQQ', 'DE-BY', { code: 'airport-unknown' }, 'No airport has the code QQQ.'],
    ['MUC', 'DE-XX', elsewhere, 'MUC is in DE, and none of its regions'],
    ['FRA', 'GB-SCT', elsewhere, 'FRA is in DE, and none of its regions'],
    ['PEK', 'CN-BJ', { code: 'region-unknown', allowed: [] }, 'No region of CN, where PEK is, is known'],
  ])('are refused at their place: %s in %s', async (iata, region, refused, sentence) => {
    const at = `/policy/holidayRegions/value/${iata}`;
    const said = expect.stringContaining(sentence) as string;
    expect(await entered({ [iata]: region })).toMatchObject({ ok: false, error: [{ ...refused, at, sentence: said }] });
  });
});

describe('the schema of a policy', () => {
  it('takes countries, points of a checklist and questions that the one that ships does not name', () => {
    const { items } = defaultPolicy.receiptChecklists.value[0] ?? { items: [] };
    const changed = [
      withValue('transitRequests', asks({ JP: 'none', KR: 'none' })),
      withValue('receiptChecklists', [{ country: 'JP', items: items.slice(0, 1) }]),
      withValue('followUp', { atClock: '10:00', questions: [{ day: 7, id: 'fever', text: 'Was there fever?' }] }),
      withValue('positioningRegions', []),
    ];
    expect(changed.map((each) => newPolicy.safeParse(each).success)).toEqual(changed.map(() => true));
  });

  it('names both lines of a clock that has run out as it starts', async () => {
    const refused = await fresh().add(withClock({ targetMinutes: 0, limitMinutes: 0 }), 'ana');
    expect(refused).toMatchObject({
      error: ['targetMinutes', 'limitMinutes'].map((line) => ({ at: `/policy/clocks/0/${line}` })),
    });
  });

  it('takes a site’s own figure that is plausible', () =>
    expect(newPolicy.safeParse(withFigure({})).success).toBe(true));

  it('takes the one that ships', () => expect(newPolicy.safeParse(body({ policy: defaultPolicy })).success).toBe(true));

  it('knows every text of a setting for a choice or a time of day: none takes whatever is written', () => {
    const texts = Object.entries(defaultPolicy).filter(([, each]) => isText(each));
    const loose = texts.filter(([name, each]) => {
      const wrong = { ...defaultPolicy, version: 'x', [name]: { ...(each as object), value: 'whatever else' } };
      return newPolicy.safeParse(body({ policy: wrong })).success;
    });
    expect(loose.map(([name]) => name)).toEqual([]);
  });
});

function isText(setting: unknown): boolean {
  return typeof setting === 'object' && setting !== null && 'value' in setting && typeof setting.value === 'string';
}
