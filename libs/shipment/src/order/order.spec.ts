import { localDateOf, mustBe, zoneOf, type Instant } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { defaultPolicy } from '../policy.js';
import type { DoseRequest } from '../products.js';
import { isAllowed, statesOf, tableFaults } from '../transitions.js';
import { orderCauses, orderObligations } from './order.agenda.js';
import { decideOrder } from './order.decide.js';
import { evolveOrder, initialOrder } from './order.evolve.js';
import {
  defined,
  site,
  now,
  facts,
  cd34,
  recipient,
  grid,
  open,
  marrow,
  lymphocytes,
  consent,
  daysMoved,
  close,
  high,
  tnc,
  toMarrow,
  groups,
  decideProcessing,
  agenda,
  beijing,
  cancel,
  second,
  told,
  given,
  when,
  refusalOf,
} from './order.examples.js';
import type {
  OpenShipment,
  OrderAgendaFacts,
  OrderCommand,
  OrderFacts,
  OrderState,
  OrderStatus,
  RecipientOrder,
} from './order.js';
import type { CellsFate } from './order.cancellation.js';
import { orderTable, partyTable } from './order.transitions.js';

it('a start on a day that the calendar of the centre skips takes another day', () => {
  const apia = { ...site, zone: defined(zoneOf('Pacific/Apia')) };
  const asked = open({
    parties: { ...open().data.parties, collectionCentre: apia },
    collectionDays: [defined(localDateOf('2011-12-29')), defined(localDateOf('2011-12-30'))],
  });
  const decision = decideOrder(asked, initialOrder, { ...facts, now: '2011-12-01T00:00:00.000Z' as Instant });
  expect(decision).toMatchObject({ error: { code: 'local-time-skipped', at: '/collectionDays/1' } });
});

describe('the table of the order', () => {
  const states: Record<OrderStatus, OrderState> = {
    none: given(),
    open: given(high, groups()),
    closed: given(high, close('infused')),
    stopped: given(high, close('stopped')),
    cancelled: given(high, cancel(), close('cancelled')),
  };
  const commands = [
    high,
    consent,
    toMarrow(),
    groups('B+'),
    decideProcessing(),
    daysMoved,
    cancel(),
    close('infused'),
    close('stopped'),
    close('cancelled'),
  ];

  it('is closed and reachable', () => {
    expect(tableFaults(orderTable)).toEqual([]);
    expect(tableFaults(partyTable)).toEqual([]);
    expect(statesOf(orderTable)).toEqual(expect.arrayContaining(Object.keys(states)));
  });

  it.each(
    Object.entries(states).flatMap(([status, state]) =>
      commands.map((command) => ({ status: status as OrderStatus, state, command })),
    ),
  )('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(state.status).toBe(status);
    const decision = decideOrder(command, state, facts);
    if (!isAllowed(orderTable, command.name, status)) {
      expect(decision).toMatchObject({
        ok: false,
        error: { code: 'not-allowed-now', allowed: openToPersons(orderTable, status) },
      });
      return;
    }
    const after = mustBe(decision).reduce((folded, event) => evolveOrder(folded, event, now), state);
    const reached = orderTable.moves.filter((move) => move.command === command.name).flatMap((move) => move.to);
    expect(reached).toContain(after.status);
  });
});

describe('opening a shipment', () => {
  it('records the order and pins the policy', () => {
    expect(when(open(), initialOrder)).toEqual(['ShipmentOpened', 'PolicyPinned']);
    const state = given(open());
    expect(state.policy).toEqual(defaultPolicy);
    expect(state.details).not.toHaveProperty('policy');
  });

  it('stores the GRID without spaces', () => {
    expect(given(open({ donorGrid: '6939 xyz0 0012 3456 731' })).details?.donorGrid).toBe(grid);
  });

  const with1 = (change: Partial<RecipientOrder>) => ({ recipients: [{ ...recipient, ...change }] });
  const day = (text: string) => defined(localDateOf(text));
  it.each<[string, string | undefined, Partial<OpenShipment['data']>]>([
    ['text-missing', '/reference', { reference: ' ' }],
    ['text-too-long', '/reference', { reference: 'x'.repeat(41) }],
    ['grid-invalid', '/donorGrid', { donorGrid: '6939XYZ000123456732' }],
    ['no-clock-policy', '/minCelsius', { minCelsius: 15, maxCelsius: 25 }],
    ['out-of-range', '/receiptToInfusionMinutes', { receiptToInfusionMinutes: 72 * 60 }],
    ['out-of-range', '/receiptToInfusionMinutes', { receiptToInfusionMinutes: -1 }],
    ['out-of-range', '/recipients', { recipients: [] }],
    ['recipient-ref-invalid', '/recipients/0/ref', with1({ ref: 'Somebody' })],
    ['recipient-twice', '/recipients/1/ref', { recipients: [recipient, recipient] }],
    ['out-of-range', '/recipients/0/weightKg', with1({ weightKg: 0.4 })],
    ['out-of-range', '/recipients/0/weightKg', with1({ weightKg: 351 })],
    ['out-of-range', '/recipients/0/weightKg', with1({ weightKg: Number.NaN })],
    ['out-of-range', '/recipients/0/doses/0/requested', with1({ doses: [cd34(60.1)] })],
    ['out-of-range', '/recipients/0/doses/0/minimum', with1({ doses: [cd34(5, 0)] })],
    ['minimum-above-request', '/recipients/0/doses/0/minimum', with1({ doses: [cd34(5, 5.1)] })],
    ['primary-dose-missing', '/recipients/0/doses', with1({ doses: [tnc(4)] })],
    ['metric-twice', '/recipients/0/doses/1/metric', with1({ doses: [cd34(5), { ...cd34(400), per: 'total' }] })],
    ['out-of-range', '/recipients/0/doses/1/requested', with1({ doses: [cd34(5), tnc(51)] })],
    ['out-of-range', '/donorWeightKg', { donorWeightKg: 29 }],
    ['unit-missing', '/unit', { product: 'HPC-CB' }],
    ['temperature-not-ordered', '/maxCelsius', { maxCelsius: null }],
    ['temperature-not-ordered', '/minCelsius', { ...marrow, minCelsius: null, maxCelsius: null }],
    ['temperature-not-ordered', '/minCelsius', { ...lymphocytes, minCelsius: null, maxCelsius: null }],
    ['donor-weight-missing', '/donorWeightKg', { ...marrow, donorWeightKg: null }],
    ['primary-dose-missing', '/recipients/0/doses', { ...marrow, recipients: [recipient] }],
    ['primary-dose-missing', '/recipients/0/doses', { ...lymphocytes, recipients: [recipient] }],
    ['collection-days-wrong', '/collectionDays', { ...marrow, collectionDays: ['2026-11-23', '2026-11-24'].map(day) }],
    ['collection-days-wrong', '/collectionDays', { collectionDays: [] }],
    [
      'collection-days-wrong',
      '/collectionDays',
      { collectionDays: ['2026-11-23', '2026-11-24', '2026-11-25'].map(day) },
    ],
    ['second-day-not-next', '/collectionDays/1', { collectionDays: ['2026-11-23', '2026-11-25'].map(day) }],
    ['second-day-not-next', '/collectionDays/1', { collectionDays: ['2026-11-23', '2026-11-23'].map(day) }],
    ['collection-day-absurd', '/collectionDays/0', { collectionDays: [day('2025-09-30')] }],
    ['collection-day-absurd', '/collectionDays/0', { collectionDays: [day('2028-10-01')] }],
    ['collection-day-absurd', '/collectionDays/1', { collectionDays: ['2028-09-30', '2028-10-01'].map(day) }],
    ['clock-time-malformed', '/collectionStartsAtClock', { collectionStartsAtClock: '8:00' }],
  ])('refuses %s at %s', (code, at, change) => {
    expect(refusalOf(open(change))).toMatchObject({ code, at });
  });

  it('takes marrow and lymphocytes with what they need, and what is left out of PBSC is as usual', () => {
    expect(given(open(marrow)).details).toMatchObject({ product: 'HPC-M', minCelsius: 18, maxCelsius: 24 });
    expect(given(open(lymphocytes)).details).toMatchObject({ product: 'MNC-A', collectionDays: { length: 2 } });
    const usual = given(open({ minCelsius: null, maxCelsius: null }));
    expect(usual.details).toMatchObject({ minCelsius: 2, maxCelsius: 8 });
  });

  it('names the temperatures that there is a clock for where a product has no usual one', () => {
    const refusal = refusalOf(open({ ...marrow, minCelsius: null, maxCelsius: null }));
    expect(refusal.allowed).toEqual(['HPC-M at 2 to 8 °C', 'HPC-M at 18 to 24 °C']);
  });

  it('does not take what the registry does not offer', () => {
    const registries = defaultPolicy.registries.map((rule) => ({
      ...rule,
      ion: rule.ion === '2197' ? '6939' : '0000',
    }));
    const refusal = refusalOf(open({ ...marrow, policy: { ...defaultPolicy, registries } }));
    expect(refusal).toMatchObject({ code: 'product-not-offered', at: '/product', allowed: ['HPC-A', 'MNC-A'] });
  });

  it('names the profiles that a policy has a clock for, and guesses none', () => {
    const refusal = refusalOf(open({ minCelsius: 15, maxCelsius: 25 }));
    expect(refusal.allowed).toContain('HPC-A at 2 to 8 °C');
    expect(refusal.sentence).toContain('HPC-A at 15 to 25 °C');
  });

  it('does not repeat a faulty GRID, which names a donor', () => {
    expect(refusalOf(open({ donorGrid: '6939XYZ000123456732' })).sentence).not.toContain('XYZ0001234567');
  });

  it('takes a day of the last year and of the two to come', () => {
    expect(given(open({ collectionDays: [day('2025-10-01')] })).status).toBe('open');
    expect(given(open({ collectionDays: [day('2028-09-30')] })).status).toBe('open');
  });

  it('takes one collection day alone, and a second across the turn of the year', () => {
    expect(given(open({ collectionDays: [day('2026-11-23')] })).status).toBe('open');
    expect(given(open({ collectionDays: ['2026-12-31', '2027-01-01'].map(day) })).status).toBe('open');
  });
});

describe("the donor registry's floor and ceiling", () => {
  const rules = (ion: string) => {
    const rule = defined(defaultPolicy.registries.find((each) => each.ion === ion));
    return { ...defaultPolicy, registries: [{ ...rule, ion: '6939' }] };
  };
  const asking = (ion: string, dose: number) =>
    when(open({ policy: rules(ion), recipients: [{ ...recipient, doses: [cd34(dose, 1)] }] }), initialOrder);
  const [marked, warned] = ['RequestAboveCeilingMarked', 'RequestBelowFloorWarned'];

  it.each([
    ['CMDP takes a request at its floor', '2197', 2, []],
    ['CMDP warns below its floor', '2197', 1.99, [warned]],
    ['JMDP warns at its floor, which must be exceeded', '4364', 2, [warned]],
    ['JMDP takes a request above its floor', '4364', 2.01, []],
    ['ZKRD takes a request at its ceiling', '6939', 5, []],
    ['ZKRD marks a request above its ceiling', '6939', 5.1, [marked]],
  ])('%s', (_, ion, dose, expected) => {
    expect(asking(ion, dose)).toEqual(['ShipmentOpened', 'PolicyPinned', ...expected]);
  });

  it('judges no request by the rule of another registry', () => {
    const others = defaultPolicy.registries.filter((rule) => rule.ion !== '6939');
    expect(when(high, initialOrder)).toContain(marked);
    expect(when(open({ ...high.data, policy: { ...defaultPolicy, registries: others } }), initialOrder)).not.toContain(
      marked,
    );
  });

  it('keeps the warning in sight', () => {
    const state = given(open({ policy: rules('4364'), recipients: [{ ...recipient, doses: [cd34(2)] }] }));
    expect(state.warnings).toEqual(["The request for R1 is below the registry's own floor of 2 million CD34 per kg."]);
  });
});

describe('consent to a request above the ceiling', () => {
  it('is refused where none is needed, where it is recorded, and without evidence', () => {
    expect(when(consent, given(open()))).toBe('no-consent-needed');
    expect(when(consent, given(high, consent))).toBe('consent-already-recorded');
    expect(when({ name: 'RecordRegistryConsent', data: { evidence: '' } }, given(high))).toBe('text-missing');
  });

  it('is owed with the plans, and warned of, until it is recorded', () => {
    const openedAt = '2026-10-01T08:00:00.000Z' as Instant;
    expect(orderObligations(given(high), { ...agenda, openedAt })).toMatchObject([
      { key: 'registry-consent-due', dueAt: '2026-11-16T00:00:00.000Z', kind: 'registry-consent-due' },
    ]);
    expect(orderCauses(given(high), { ...agenda, openedAt })).toMatchObject([
      { key: 'request-above-ceiling', severity: 'warning', offers: [{ command: 'RecordRegistryConsent' }] },
    ]);
    for (const state of [given(open()), given(high, consent), given(high, close('stopped')), initialOrder]) {
      expect(orderObligations(state, { ...agenda, openedAt })).toEqual([]);
      expect(orderCauses(state, { ...agenda, openedAt })).toEqual([]);
    }
  });

  it('is owed at once where the shipment was opened late', () => {
    const openedAt = '2026-11-20T08:00:00.000Z' as Instant;
    expect(orderObligations(given(high), { ...agenda, openedAt })).toMatchObject([{ dueAt: openedAt }]);
  });
});

describe("the registry's limits for marrow", () => {
  const hongKong = defined(defaultPolicy.registries.find((each) => each.ion === '4070'));
  const policy = { ...defaultPolicy, registries: [{ ...hongKong, ion: '6939' }] };
  const asking = (dose: DoseRequest) =>
    when(open({ ...marrow, policy, recipients: [{ ...recipient, doses: [dose] }] }), initialOrder);

  it('hold for its own metric, and per kg where the dose is ordered in all', () => {
    expect(asking(tnc(4))).not.toContain('RequestAboveCeilingMarked');
    expect(asking(tnc(4.1))).toContain('RequestAboveCeilingMarked');
    expect(asking({ ...tnc(320), per: 'total' })).not.toContain('RequestAboveCeilingMarked');
    expect(asking({ ...tnc(320.1), per: 'total' })).toContain('RequestAboveCeilingMarked');
  });

  it('warn of more mL per kg of donor than may be taken, until the shipment ends', () => {
    const causes = (collectedMl: number | null, state = given(open(marrow))) =>
      orderCauses(state, { ...agenda, openedAt: now, collectedMl }).map(({ key }) => key);
    expect(causes(null)).toEqual([]);
    expect(causes(1400)).toEqual([]);
    expect(causes(1401)).toEqual(['volume-above-donor-limit']);
    expect(causes(1401, given(open()))).toEqual([]);
    expect(causes(1401, given(open(marrow), close('stopped')))).toEqual([]);
  });
});

describe('ordered days that move with a postponement', () => {
  it('are those of the order from then on, and what is due by them moves along', () => {
    const state = given(high, daysMoved);
    expect(state.details?.collectionDays).toEqual(['2026-12-14']);
    expect(state.postponementsFollowed).toBe(1);
    expect(orderObligations(state, agenda)).toMatchObject([
      { key: 'registry-consent-due', dueAt: '2026-12-07T00:00:00.000Z' },
    ]);
  });
});

describe('a cancellation', () => {
  const refusedWith = (command: OrderCommand, change: Partial<OrderFacts>) => {
    const decision = decideOrder(command, given(open()), { ...facts, ...change });
    return decision.ok ? 'taken' : decision.error;
  };
  const bags = { bagsExist: true, cellsLeft: true };
  const away = { ...bags, boxLeft: true };
  const done = { bagsExist: true };
  const running = { collectionRunning: true };

  it('keeps whose word it was, why, and what becomes of the cells', () => {
    expect(given(open(), cancel()).cancellation).toEqual({
      at: { at: '2026-10-01T07:00:00.000Z', zone: beijing },
      recordedAt: now,
      by: 'transplant-centre',
      code: 'patient-condition',
      words: 'not fit',
      cells: 'none',
      confirmedBy: null,
    });
    expect(given(open(), cancel(), close('cancelled')).status).toBe('cancelled');
  });

  it.each<readonly [string, CellsFate, Partial<OrderFacts>]>([
    ['no-cells-yet', 'discarded-by-centre', {}],
    ['no-cells-yet', 'deliver-anyway', {}],
    ['no-cells-left', 'deliver-anyway', done],
    ['fate-of-cells-missing', 'none', bags],
    ['fate-of-cells-missing', 'none', away],
    ['cells-have-left', 'cryopreserve-at-origin', away],
    ['taken', 'none', {}],
    ['taken', 'none', running],
    ['taken', 'deliver-anyway', running],
    ['taken', 'none', done],
    ['taken', 'discarded-by-centre', running],
    ['taken', 'cryopreserve-at-origin', bags],
    ['taken', 'deliver-anyway', bags],
    ['taken', 'deliver-anyway', away],
    ['taken', 'discarded-by-centre', away],
  ])('is %s with the cells %s as far as they have come', (outcome, cells, change) => {
    const answer = refusedWith(cancel({ cells, confirmedBy: second }), change);
    if (outcome === 'taken') expect(answer).toBe('taken');
    else expect(answer).toMatchObject({ code: outcome, at: '/cells' });
  });

  it.each([bags, running, { patientConditioned: true }])('asks for a second person where it is grave: %j', (change) => {
    const cells = change === bags ? 'discarded-by-centre' : 'none';
    expect(refusedWith(cancel({ cells }), change)).toMatchObject({ code: 'second-person-needed', at: '/confirmedBy' });
    const same = { person: ' a ', organisation: 'C' };
    expect(refusedWith(cancel({ cells, confirmedBy: same }), change)).toMatchObject({ code: 'two-must-confirm' });
    expect(refusedWith(cancel({ cells, confirmedBy: { ...second, organisation: ' ' } }), change)).toMatchObject({
      code: 'text-missing',
      at: '/confirmedBy/organisation',
    });
    expect(refusedWith(cancel({ cells, confirmedBy: second }), change)).toBe('taken');
  });

  it('is refused in the future and without words', () => {
    const statedAt = { at: '2026-10-01T08:03:00.000Z' as Instant, zone: beijing };
    expect(refusedWith(cancel({ statedAt }), {})).toMatchObject({ code: 'in-the-future', at: '/statedAt' });
    expect(refusedWith(cancel({ words: '' }), {})).toMatchObject({ code: 'text-missing', at: '/words' });
  });

  it('keeps the order and its policy as they are, while its cells are delivered anyway', () => {
    const state = given(open(), cancel());
    const adopt: OrderCommand = {
      name: 'AdoptPolicy',
      data: { policy: { ...defaultPolicy, version: 'other' }, reason: 'reviewed', wordOf: 'Medical director' },
    };
    expect(when(toMarrow(), state)).toBe('order-cancelled');
    expect(when(adopt, state)).toBe('order-cancelled');
    expect(when(adopt, given(open()))).toEqual(['PolicyAdopted']);
    expect(when(adopt, given(open(), cancel(), close('cancelled')))).toBe('not-allowed-now');
    expect(when(toMarrow(), given(open(), cancel(), close('cancelled')))).toBe('not-allowed-now');
  });

  it('ends at the moment at which it is closed', () =>
    expect(given(open(), cancel(), close('cancelled'))).toMatchObject({ status: 'cancelled', closedAt: now }));

  it('is told to everybody concerned but whose word it was, each until they know', () => {
    const keys = (state: OrderState, change: Partial<OrderAgendaFacts> = {}) =>
      orderObligations(state, { ...agenda, ...change }).map(({ key }) => key.slice('parties-told/'.length));
    const cancelled = given(open(), cancel(), close('cancelled'));
    expect(keys(cancelled)).toEqual(['collection-centre', 'courier', 'donor-registry', 'patient-registry']);
    expect(keys(cancelled, { courierNamed: false })).not.toContain('courier');
    expect(keys(given(open(), cancel({ by: 'donor' })))).not.toContain('donor-registry');
    expect(keys(given(open(), cancel({ by: 'other' })))).toHaveLength(5);
    expect(keys(given(open(), cancel(), close('cancelled'), told('collection-centre')))).not.toContain(
      'collection-centre',
    );
    expect(orderObligations(cancelled, agenda)[0]?.dueAt).toBe('2026-10-01T08:45:00.000Z');
    expect(keys(given(open()))).toEqual([]);
  });

  it('is told to the transplant centre too where a patient’s conditioning has started, unless the patient died', () => {
    const to = (state: OrderState) =>
      orderObligations(state, { ...agenda, patientConditioned: true }).map(({ key }) => key);
    expect(to(given(open(), cancel()))).toContain('parties-told/transplant-centre');
    expect(to(given(open(), cancel({ code: 'patient-died' })))).not.toContain('parties-told/transplant-centre');
  });

  it('begins the telling anew when it is stated anew', () => {
    expect(
      given(open(), cancel(), told('collection-centre'), cancel({ cells: 'none', words: 'as said' })).told,
    ).toEqual({});
  });

  it.each([
    ['not-cancelled', told('collection-centre'), given(open())],
    ['not-allowed-now', told('collection-centre'), given(open(), cancel(), told('collection-centre'))],
    ['need-not-be-told', told('transplant-centre'), given(open(), cancel())],
    ['need-not-be-told', told('courier'), given(open(), cancel())],
    ['in-the-future', told('patient-registry', '2026-10-01T08:03:00.000Z'), given(open(), cancel())],
    ['told-before-cancelled', told('patient-registry', '2026-10-01T06:59:00.000Z'), given(open(), cancel())],
  ])('refuses the word that a party was told: %s', (code, command, state) => {
    expect(refusalOf(command, state).code).toBe(code);
  });

  it('lists whom else to tell, or says that nobody is left', () => {
    const sentences = [
      given(open(), cancel()),
      given(open(), cancel(), told('collection-centre'), told('donor-registry'), told('patient-registry')),
    ].map((state) => refusalOf(told('courier'), state).sentence);
    expect(sentences[0]).toMatch(/To be told: .*collection-centre.*\.$/);
    expect(sentences[1]).toMatch(/Nobody is left to be told\.$/);
  });
});
