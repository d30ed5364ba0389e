import { localDateOf, mustBe, shipmentIdOf, zoneOf, type Instant } from '@cellrelay/kernel';
import { defaultPolicy } from '../policy.js';
import { openToPersons } from '../deciding.js';
import { isAllowed, statesOf, tableFaults } from '../transitions.js';
import { orderCauses, orderObligations } from './order.agenda.js';
import { decideOrder } from './order.decide.js';
import { evolveOrder, initialOrder } from './order.evolve.js';
import type { OpenShipment, OrderCommand, OrderFacts, OrderState, OrderStatus, RecipientOrder } from './order.js';
import { orderTable } from './order.transitions.js';

const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a test value is malformed');
  return value;
};
const beijing = defined(zoneOf('Asia/Shanghai'));
const site = { name: 'Example', city: 'Example', zone: beijing };
const now = '2026-10-01T08:00:00.000Z' as Instant;
const facts: OrderFacts = { now, statedBy: { person: 'A', organisation: 'B', how: 'account' } };
const recipient: RecipientOrder = { ref: 'R1', weightKg: 80, requestedCd34PerKgE6: 5, minimumCd34PerKgE6: 2 };
const grid = '6939XYZ000123456731';

const open = (change: Partial<OpenShipment['data']> = {}): OpenShipment => ({
  name: 'OpenShipment',
  data: {
    shipment: defined(shipmentIdOf('0190b2f0-0000-7000-8000-000000000001')),
    reference: 'CR-26-0412',
    example: true,
    parties: { donorRegistry: site, patientRegistry: site, collectionCentre: site, transplantCentre: site },
    product: 'HPC-A',
    minCelsius: 2,
    maxCelsius: 8,
    donorGrid: grid,
    recipients: [recipient],
    collectionDays: ['2026-11-23', '2026-11-24'].map((day) => defined(localDateOf(day))),
    collectionStartsAtClock: '08:00',
    receiptToInfusionMinutes: 240,
    policy: defaultPolicy,
    ...change,
  },
});
const consent: OrderCommand = { name: 'RecordRegistryConsent', data: { evidence: 'letter of 2 October' } };
const close = (outcome: 'infused' | 'stopped'): OrderCommand => ({ name: 'CloseShipment', data: { outcome } });
const high = open({ recipients: [{ ...recipient, requestedCd34PerKgE6: 6 }] });

const given = (...history: OrderCommand[]): OrderState =>
  history.reduce(
    (state, command) =>
      mustBe(decideOrder(command, state, facts)).reduce((folded, event) => evolveOrder(folded, event, now), state),
    initialOrder,
  );
const when = (command: OrderCommand, state: OrderState) => {
  const decision = decideOrder(command, state, facts);
  return decision.ok ? decision.value.map((event) => event.type) : decision.error.code;
};
const refusalOf = (command: OrderCommand, state = initialOrder) => {
  const decision = decideOrder(command, state, facts);
  if (decision.ok) throw new Error('expected a refusal');
  return decision.error;
};

describe('a start of collection on a day on which the clocks change', () => {
  const inNewYork = (day: string, clock: string) =>
    open({
      parties: { ...open().data.parties, collectionCentre: { ...site, zone: defined(zoneOf('America/New_York')) } },
      collectionDays: [defined(localDateOf(day))],
      collectionStartsAtClock: clock,
    });

  it('is refused when they skip it or repeat it, with the nearest starts that the form can take', () => {
    expect(refusalOf(inNewYork('2026-03-08', '02:30'))).toEqual({
      code: 'local-time-skipped',
      sentence:
        '02:30 does not exist on 2026-03-08 in Example, where the clocks are changed then. Choose another start: 01:59 or 03:00 are the nearest.',
      at: '/collectionStartsAtClock',
      allowed: ['01:59', '03:00'],
    });
    expect(refusalOf(inNewYork('2026-11-01', '01:30'))).toEqual({
      code: 'local-time-repeated',
      sentence:
        '01:30 happens twice on 2026-11-01 in Example, where the clocks are changed then. Choose another start: 00:59 or 02:00 are the nearest.',
      at: '/collectionStartsAtClock',
      allowed: ['00:59', '02:00'],
    });
    for (const clock of ['01:59', '03:00'])
      expect(when(inNewYork('2026-03-08', clock), initialOrder)).toContain('ShipmentOpened');
    expect(when(inNewYork('2026-11-01', '08:00'), initialOrder)).toContain('ShipmentOpened');
  });
});

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
    open: given(high),
    closed: given(high, close('infused')),
    stopped: given(high, close('stopped')),
  };
  const commands = [high, consent, close('infused'), close('stopped')];

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
    ['out-of-range', '/recipients/0/requestedCd34PerKgE6', with1({ requestedCd34PerKgE6: 60.1 })],
    ['out-of-range', '/recipients/0/minimumCd34PerKgE6', with1({ minimumCd34PerKgE6: 0 })],
    ['minimum-above-request', '/recipients/0/minimumCd34PerKgE6', with1({ minimumCd34PerKgE6: 5.1 })],
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

  it('names the profiles that a policy has a clock for, and guesses none', () => {
    const refusal = refusalOf(open({ minCelsius: 15, maxCelsius: 25 }));
    expect(refusal.allowed).toEqual(['HPC-A at 2 to 8 °C']);
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
    when(
      open({ policy: rules(ion), recipients: [{ ...recipient, requestedCd34PerKgE6: dose, minimumCd34PerKgE6: 1 }] }),
      initialOrder,
    );
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
    const state = given(open({ policy: rules('4364'), recipients: [{ ...recipient, requestedCd34PerKgE6: 2 }] }));
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
    expect(orderObligations(given(high), { openedAt })).toMatchObject([
      { key: 'registry-consent-due', dueAt: '2026-11-16T00:00:00.000Z', kind: 'registry-consent-due' },
    ]);
    expect(orderCauses(given(high), { openedAt })).toMatchObject([
      { key: 'request-above-ceiling', severity: 'warning', offers: [{ command: 'RecordRegistryConsent' }] },
    ]);
    for (const state of [given(open()), given(high, consent), given(high, close('stopped')), initialOrder]) {
      expect(orderObligations(state, { openedAt })).toEqual([]);
      expect(orderCauses(state, { openedAt })).toEqual([]);
    }
  });

  it('is owed at once where the shipment was opened late', () => {
    const openedAt = '2026-11-20T08:00:00.000Z' as Instant;
    expect(orderObligations(given(high), { openedAt })).toMatchObject([{ dueAt: openedAt }]);
  });
});
