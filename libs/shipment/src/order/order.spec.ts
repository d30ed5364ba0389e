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
  close,
  high,
  tnc,
  toMarrow,
  groups,
  decideProcessing,
  given,
  when,
  refusalOf,
} from './order.examples.js';
import type { OpenShipment, OrderState, OrderStatus, RecipientOrder } from './order.js';
import { orderTable } from './order.transitions.js';

describe('a start of collection on a day on which the clocks change', () => {
  const inNewYork = (day: string, clock: string) =>
    open({
      parties: { ...open().data.parties, collectionCentre: { ...site, zone: defined(zoneOf('America/New_York')) } },
      collectionDays: [defined(localDateOf(day))],
      collectionStartsAtClock: clock,
    });

  it('is refused when they skip it, and asked back when they repeat it', () => {
    expect(refusalOf(inNewYork('2026-03-08', '02:30'))).toMatchObject({
      code: 'local-time-skipped',
      at: '/collectionStartsAtClock',
    });
    expect(refusalOf(inNewYork('2026-11-01', '01:30'))).toMatchObject({
      code: 'local-time-repeated',
      allowed: ['-04:00', '-05:00'],
    });
    expect(when(inNewYork('2026-11-01', '08:00'), initialOrder)).toContain('ShipmentOpened');
  });
});

describe('the table of the order', () => {
  const states: Record<OrderStatus, OrderState> = {
    none: given(),
    open: given(high, groups()),
    closed: given(high, close('infused')),
    stopped: given(high, close('stopped')),
  };
  const commands = [high, consent, toMarrow(), groups('B+'), decideProcessing(), close('infused'), close('stopped')];

  it('is closed and reachable', () => {
    expect(tableFaults(orderTable)).toEqual([]);
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
    expect(orderObligations(given(high), { openedAt, collectedMl: null })).toMatchObject([
      { key: 'registry-consent-due', dueAt: '2026-11-16T00:00:00.000Z', kind: 'registry-consent-due' },
    ]);
    expect(orderCauses(given(high), { openedAt, collectedMl: null })).toMatchObject([
      { key: 'request-above-ceiling', severity: 'warning', offers: [{ command: 'RecordRegistryConsent' }] },
    ]);
    for (const state of [given(open()), given(high, consent), given(high, close('stopped')), initialOrder]) {
      expect(orderObligations(state, { openedAt, collectedMl: null })).toEqual([]);
      expect(orderCauses(state, { openedAt, collectedMl: null })).toEqual([]);
    }
  });

  it('is owed at once where the shipment was opened late', () => {
    const openedAt = '2026-11-20T08:00:00.000Z' as Instant;
    expect(orderObligations(given(high), { openedAt, collectedMl: null })).toMatchObject([{ dueAt: openedAt }]);
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
      orderCauses(state, { openedAt: now, collectedMl }).map(({ key }) => key);
    expect(causes(null)).toEqual([]);
    expect(causes(1400)).toEqual([]);
    expect(causes(1401)).toEqual(['volume-above-donor-limit']);
    expect(causes(1401, given(open()))).toEqual([]);
    expect(causes(1401, given(open(marrow), close('stopped')))).toEqual([]);
  });
});
