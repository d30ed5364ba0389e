import { type Instant } from '@cellrelay/kernel';
import { orderObligations } from './order.agenda.js';
import { decideOrder } from './order.decide.js';
import {
  agenda,
  beijing,
  now,
  facts,
  cd34,
  recipient,
  open,
  consent,
  close,
  high,
  collectionDay,
  tnc,
  toMarrow,
  group,
  groups,
  decideProcessing,
  given,
  when,
  refusalOf,
} from './order.examples.js';
import type { ChangeProduct, DecideOnProcessing, OrderCommand, RecordBloodGroups } from './order.js';
import { processingMinutes } from './order.processing.js';

describe('changing the product', () => {
  it('replaces doses, days and temperature, and judges the request anew', () => {
    const state = given(high, consent, toMarrow());
    expect(state).toMatchObject({ aboveRegistryCeiling: false, registryConsent: false, warnings: [] });
    expect(state.details).toMatchObject({
      ...{ product: 'HPC-M', minCelsius: 18, maxCelsius: 24, donorWeightKg: 70, collectionDays: [collectionDay] },
      recipients: [{ ref: 'R1', weightKg: 80, doses: [tnc(4)] }],
    });
    const back = toMarrow({
      product: 'HPC-A',
      minCelsius: null,
      maxCelsius: null,
      doses: [{ recipient: 'R1', doses: [cd34(6)] }],
    });
    expect(given(high, consent, toMarrow(), back)).toMatchObject({
      ...{ aboveRegistryCeiling: true, registryConsent: false },
      details: { product: 'HPC-A', minCelsius: 2, maxCelsius: 8 },
    });
  });

  it.each<[string, string | undefined, Partial<ChangeProduct['data']>]>([
    ['banked-unit-is-another-order', '/product', { product: 'HPC-CB' }],
    ['donor-weight-missing', '/donorWeightKg', { donorWeightKg: null }],
    ['temperature-not-ordered', '/minCelsius', { minCelsius: null, maxCelsius: null }],
    ['no-clock-policy', '/minCelsius', { minCelsius: 10, maxCelsius: 15 }],
    ['recipients-differ', '/doses', { doses: [] }],
    ['recipients-differ', '/doses', { doses: [{ recipient: 'R2', doses: [tnc(4)] }] }],
    ['primary-dose-missing', '/doses/0/doses', { doses: [{ recipient: 'R1', doses: [cd34(4)] }] }],
    ['collection-days-wrong', '/collectionDays', { collectionDays: [] }],
    ['text-missing', '/wordOf/transplantCentre', { wordOf: { transplantCentre: '', donorRegistry: 'B' } }],
    ['text-missing', '/wordOf/donorRegistry', { wordOf: { transplantCentre: 'A', donorRegistry: ' ' } }],
    ['text-missing', '/reason', { reason: '' }],
    ['text-missing', '/evidence', { evidence: '' }],
  ])('is refused: %s at %s', (code, at, change) => {
    expect(refusalOf(toMarrow(change), given(high))).toMatchObject({ code, at });
  });

  it('may leave the product as it is and change the rest, but not nothing', () => {
    const same = { product: 'HPC-M', minCelsius: 18, maxCelsius: 24 } as const;
    expect(refusalOf(toMarrow(same), given(high, toMarrow())).code).toBe('nothing-changed');
    const cooler = given(high, toMarrow(), toMarrow({ minCelsius: 2, maxCelsius: 8 }));
    expect(cooler.details).toMatchObject({ product: 'HPC-M', minCelsius: 2, maxCelsius: 8 });
  });

  it('is refused once a collection has begun, and where the centre needs longer than the new limit', () => {
    const begun = decideOrder(toMarrow(), given(high), { ...facts, collectionBegun: true });
    expect(begun).toMatchObject({ ok: false, error: { code: 'collection-has-begun' } });
    const slow = open({ receiptToInfusionMinutes: 36 * 60 - 90 });
    expect(when(toMarrow(), given(slow))).toContain('ProductChanged');
    expect(refusalOf(toMarrow(), given(slow, groups(), decideProcessing()))).toMatchObject({
      ...{ code: 'out-of-range', at: '/product' },
    });
  });
});

describe('blood groups', () => {
  it('are recorded late, for one side or both', () => {
    const state = given(high, groups('A+', null), groups(null, 'O-'));
    expect(state.details).toMatchObject({ donorBloodGroup: group('A+'), recipients: [{ bloodGroup: group('O-') }] });
  });

  it.each<[string, string | undefined, RecordBloodGroups]>([
    ['no-such-recipient', '/recipients/0/recipient', groups('A+', 'O+', 'R2')],
    ['nothing-recorded', undefined, groups()],
    ['nothing-recorded', undefined, groups(null, null)],
    ['text-missing', '/reason', { ...groups('B+'), data: { ...groups('B+').data, reason: '' } }],
  ])('are refused: %s at %s', (code, at, command) => {
    const refusal = refusalOf(command, given(high, groups()));
    expect(refusal.code).toBe(code);
    expect(refusal.at).toBe(at);
  });
});

describe('the decision on processing', () => {
  const owed = (...history: OrderCommand[]) =>
    orderObligations(given(open(), ...history), agenda).map(({ key, dueAt }) => [key, dueAt]);
  const due = [['processing-decision-due/R1', '2026-11-22T00:00:00.000Z']];
  const low = { processing: 'none', minutes: 0, titre: 16, thresholdTitre: 32 } as const;

  it('is owed the day before the first collection while a mismatch stands that it was not taken on', () => {
    expect(owed()).toEqual([]);
    expect(owed(groups('A+', null))).toEqual([]);
    expect(owed(groups('O+', 'O-'))).toEqual([]);
    expect(owed(groups())).toEqual(due);
    expect(owed(groups(), decideProcessing())).toEqual([]);
    expect(owed(groups(), decideProcessing(), groups('AB+'))).toEqual([]);
    expect(owed(groups(), decideProcessing(), groups('O+', 'A+'))).toEqual(due);
    expect(owed(groups(), decideProcessing(), groups('O+'))).toEqual(due);
    expect(owed(groups(), decideProcessing(), groups('O+'), decideProcessing(low))).toEqual([]);
    expect(owed(groups(), close('stopped'))).toEqual([]);
  });

  it('is owed no more for a recipient whose cells were stopped', () => {
    const two = open({ recipients: [recipient, { ...recipient, ref: 'R2' }] });
    const state = given(two, groups(), groups(null, 'O-', 'R2'));
    const of = (...stoppedFor: string[]) => orderObligations(state, { ...agenda, stoppedFor }).map(({ key }) => key);
    expect(of()).toEqual(['processing-decision-due/R1', 'processing-decision-due/R2']);
    expect(of('R2')).toEqual(['processing-decision-due/R1']);
  });

  it('adds its minutes until another decision is taken, the longest of all recipients', () => {
    const two = open({ recipients: [recipient, { ...recipient, ref: 'R2' }] });
    const other = groups(null, 'B+', 'R2');
    const both = [two, groups(), other, decideProcessing(), decideProcessing({ recipient: 'R2', minutes: 60 })];
    expect(processingMinutes(given(two))).toBe(0);
    expect(processingMinutes(given(...both))).toBe(90);
    expect(processingMinutes(given(...both, decideProcessing(low)))).toBe(60);
  });

  it('keeps what it was taken on', () => {
    expect(given(high, groups(), decideProcessing(low)).processing).toEqual([
      { recipient: 'R1', ...low, mismatch: 'major', decidedAt: { at: now, zone: beijing } },
    ]);
  });

  it('takes out both where the mismatch is bidirectional, in the minutes of both', () => {
    const both = decideProcessing({ processing: 'red-cell-and-plasma-depletion', minutes: 150 });
    const state = given(open(), groups('A+', 'B+'), both);
    expect(state.processing).toMatchObject([
      { processing: 'red-cell-and-plasma-depletion', mismatch: 'bidirectional' },
    ]);
    expect(processingMinutes(state)).toBe(150);
  });

  it.each<[string, string | undefined, Partial<DecideOnProcessing['data']>]>([
    ['no-such-recipient', '/recipient', { recipient: 'R9' }],
    ['not-their-word', '/wordOf/role', { wordOf: { role: 'transplant-physician', person: 'Dr Example' } }],
    ['out-of-range', '/minutes', { minutes: 0 }],
    ['out-of-range', '/minutes', { minutes: 1441 }],
    ['out-of-range', '/minutes', { ...low, minutes: 30 }],
    ['titre-incomplete', '/thresholdTitre', { ...low, thresholdTitre: null }],
    ['titre-incomplete', '/titre', { ...low, titre: null }],
    ['out-of-range', '/titre', { ...low, titre: 0 }],
    ['titre-not-below-threshold', '/titre', { ...low, titre: 32 }],
    ['in-the-future', '/decidedAt', { decidedAt: { at: '2026-10-01T08:03:00.000Z' as Instant, zone: beijing } }],
    ['text-missing', '/wordOf/person', { wordOf: { role: 'receiving-laboratory', person: '' } }],
    ['text-missing', '/reason', { reason: '' }],
  ])('is refused: %s at %s', (code, at, change) => {
    expect(refusalOf(decideProcessing(change), given(high, groups()))).toMatchObject({ code, at });
  });

  it('is refused without a mismatch, but one that was taken can be taken back', () => {
    expect(refusalOf(decideProcessing(), given(high))).toMatchObject({ code: 'no-mismatch', at: '/recipient' });
    const gone = given(high, groups(), decideProcessing(), groups('O+'));
    expect(when(decideProcessing({ processing: 'none', minutes: 0 }), gone)).toEqual(['ProcessingDecided']);
  });
});
