import { mustBe, plusMinutes, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { decideCollection } from './collection.decide.js';
import { evolveCollection } from './collection.evolve.js';
import type { AllotBag, Bag, CollectionCommand, CollectionDay, CollectionState, SplitBag } from './collection.js';
import type { BagCustody, CollectionFacts } from './collection.facts.js';
import type { RecordNotUsedAtOrigin } from './collection.staying.js';

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (local: string): ZonedInstant => ({ at: plusMinutes(`2026-11-${local}:00.000Z` as Instant, -480), zone });
const custody: BagCustody = { packed: false, inTheBox: null, receivedAt: null, ended: [] };
const facts: CollectionFacts = {
  now: at('26T08:00').at,
  statedBy: { person: 'A', organisation: 'B', how: 'telephone' },
  donorCleared: true,
  recipients: ['R1', 'R2', 'R3'],
  plateletWarningE9PerL: { day1: 120, day2: 80 },
  countedAt: {},
  handedOverAt: null,
  custody,
  stoppedFor: ['R3'],
  cryopreservingSince: null,
  noneFly: false,
  unit: null,
  donorWithdrawn: false,
  mostDays: 2,
  startsAtClock: '08:00',
  plannedMinutes: 300,
};
const din = 'G123498654321';
const bag = (division: string, recipient = 'R1', volumeMl = 200): Bag => ({
  id: `${din}/S1128V${division}`,
  productCode: `S1128V${division}`,
  ...{ din, volumeMl, recipient },
});
const day: CollectionDay = {
  ...{ day: 1, date: '2026-11-23' as CollectionDay['date'], status: 'ended' },
  ...{ plannedStartAt: at('23T08:00').at, plannedEndAt: at('23T13:00').at },
  ...{ startedAt: at('23T08:00'), endedAt: at('23T12:00'), plateletsE9PerL: null, plateletsBelowE9PerL: null },
  ...{ bags: [bag('00')], split: [], toldStoodDownAt: null, stoodDownAt: null, brokenOff: null },
};
const holding = (...bags: readonly Bag[]): CollectionState => ({
  ...{ zone, postponements: [], reallotted: false, frozen: [], notUsed: [] },
  days: [{ ...day, bags }],
});
const state = holding(bag('00'));
const parts = [
  { productCode: 'S1128VA0', volumeMl: 110, recipient: 'R1' },
  { productCode: 'S1128VB0', volumeMl: 90, recipient: 'R2' },
] as const;
const split = (change: Partial<SplitBag['data']> = {}): SplitBag => ({
  name: 'SplitBag',
  data: { bag: bag('00').id, parts, splitAt: at('23T13:00'), where: 'collection-centre', by: 'Laboratory', ...change },
});
const part = (index: 0 | 1, change: Partial<SplitBag['data']['parts'][number]>) =>
  split({ parts: parts.map((each, place) => (place === index ? { ...each, ...change } : each)) });
const allot = (change: Partial<AllotBag['data']> = {}): AllotBag => ({
  name: 'AllotBag',
  data: {
    ...{ bag: bag('00').id, recipient: 'R2', allottedAt: at('23T13:00'), reason: 'R1 is served' },
    wordOf: { role: 'transplant-physician', person: 'Dr Example' },
    ...change,
  },
});
const freeze = (id = bag('00').id, startedAt = at('23T14:30')): CollectionCommand => ({
  name: 'RecordCryopreservedAtOrigin',
  data: { bag: id, startedAt },
});
const after = (command: CollectionCommand, from = state, changed: Partial<CollectionFacts> = {}) =>
  mustBe(decideCollection(command, from, { ...facts, ...changed })).reduce(
    (folded, event) => evolveCollection(folded, event, facts.now),
    from,
  );
const codeOf = (command: CollectionCommand, from = state, changed: Partial<CollectionFacts> = {}) => {
  const decision = decideCollection(command, from, { ...facts, ...changed });
  return decision.ok ? 'taken' : [decision.error.code, decision.error.at].join(' ').trim();
};

describe('a bag that is split', () => {
  it('is a bag of its own no more: its parts have its DIN and stand in its place', () => {
    const next = after(split());
    expect(next.days[0]?.bags.map(({ id, recipient, partOf }) => [id, recipient, partOf])).toEqual([
      [`${din}/S1128VA0`, 'R1', [bag('00').id]],
      [`${din}/S1128VB0`, 'R2', [bag('00').id]],
    ]);
    expect(next.days[0]?.split).toMatchObject([
      { ...bag('00'), splitAt: expect.objectContaining({ zone: expect.any(String) }) },
    ]);
    expect(codeOf(split(), next)).toBe('bag-has-been-split /bag');
    expect(codeOf(allot(), next)).toBe('bag-has-been-split /bag');
  });

  it('can be split once more, by the small letters of its division', () => {
    const once = after(split());
    const again = split({
      bag: `${din}/S1128VA0`,
      parts: [
        { productCode: 'S1128VAa', volumeMl: 60, recipient: 'R1' },
        { productCode: 'S1128VAb', volumeMl: 50, recipient: 'R2' },
      ],
    });
    expect(after(again, once).days[0]?.bags.map(({ partOf }) => partOf?.length)).toEqual([2, 2, 1]);
    const third = { ...again, data: { ...again.data, bag: `${din}/S1128VAa` } };
    expect(codeOf(third, after(again, once))).toBe('product-code-invalid /parts/0/productCode');
  });

  it('may lose or gain a tenth in all', () => {
    expect(codeOf(part(0, { volumeMl: 90 }))).toBe('taken');
    expect(codeOf(part(0, { volumeMl: 130 }))).toBe('taken');
    expect(codeOf(part(0, { volumeMl: 89 }))).toBe('volume-differs /parts');
    expect(codeOf(part(0, { volumeMl: 131 }))).toBe('volume-differs /parts');
  });

  it.each<[string, CollectionCommand]>([
    ['no-such-bag /bag', split({ bag: `${din}/S1128VZ0` })],
    ['out-of-range /parts', split({ parts: parts.slice(0, 1) })],
    ['product-code-invalid /parts/1/productCode', part(1, { productCode: 'S1128' })],
    ['not-a-division /parts/1/productCode', part(1, { productCode: 'S1129VB0' })],
    ['not-a-division /parts/1/productCode', part(1, { productCode: 'S1128VBa' })],
    ['not-a-division /parts/1/productCode', part(1, { productCode: 'S1128V00' })],
    ['bag-twice /parts/1/productCode', part(1, { productCode: 'S1128VA0' })],
    ['out-of-range /parts/0/volumeMl', part(0, { volumeMl: 0 })],
    ['recipient-not-ordered /parts/0/recipient', part(0, { recipient: 'R9' })],
    ['stopped-for-recipient /parts/0/recipient', part(0, { recipient: 'R3' })],
    ['in-the-future /splitAt', split({ splitAt: at('26T08:03') })],
    ['before-the-bag-was-there /splitAt', split({ splitAt: at('23T11:59') })],
    ['text-missing /by', split({ by: ' ' })],
    ['bag-is-elsewhere /where', split({ where: 'transplant-centre' })],
  ])('is refused: %s', (code, command) => expect(codeOf(command)).toBe(code));

  it('carries no code that another bag of its collection has, or had', () => {
    expect(codeOf(split(), holding(bag('00'), bag('A0')))).toBe('bag-twice /parts/0/productCode');
  });

  it('is in somebody’s hands: before the box is packed, or after it was received', () => {
    const id = bag('00').id;
    const packed = { ...custody, packed: true };
    const received = { ...packed, inTheBox: [id], receivedAt: at('24T09:00').at };
    expect(codeOf(split(), state, { custody: packed })).toBe('bag-in-packed-box /bag');
    expect(codeOf(split(), state, { custody: received })).toBe('bag-is-elsewhere /where');
    const there = split({ where: 'transplant-centre', splitAt: at('24T09:30') });
    expect(codeOf(there, state, { custody: received })).toBe('taken');
    expect(codeOf(there, state, { custody: { ...received, inTheBox: [] } })).toBe('bag-stayed-behind /bag');
    expect(codeOf(there, state, { custody: { ...received, ended: [id] } })).toBe('bag-already-ended /bag');
    const early = split({ where: 'transplant-centre', splitAt: at('24T08:30') });
    expect(codeOf(early, state, { custody: received })).toBe('before-the-bag-was-there /splitAt');
  });
});

describe('a bag that is allotted to another recipient', () => {
  it('is theirs, and the record says so', () => {
    const next = after(allot());
    expect(next).toMatchObject({ reallotted: true, days: [{ bags: [{ recipient: 'R2' }] }] });
    expect(codeOf(allot(), next)).toBe('allotted-already /recipient');
  });

  it.each<[string, CollectionCommand, Partial<BagCustody>]>([
    ['recipient-not-ordered /recipient', allot({ recipient: 'R9' }), {}],
    ['stopped-for-recipient /recipient', allot({ recipient: 'R3' }), {}],
    ['before-the-bag-was-there /allottedAt', allot({ allottedAt: at('23T11:00') }), {}],
    ['in-the-future /allottedAt', allot({ allottedAt: at('26T09:00') }), {}],
    ['text-missing /wordOf/person', allot({ wordOf: { role: 'transplant-physician', person: '' } }), {}],
    ['text-missing /reason', allot({ reason: '' }), {}],
    ['bag-stayed-behind /bag', allot(), { inTheBox: [] }],
    ['bag-already-ended /bag', allot(), { ended: [bag('00').id] }],
  ])('is refused: %s', (code, command, changed) =>
    expect(codeOf(command, state, { custody: { ...custody, ...changed } })).toBe(code),
  );
});

describe('a bag that is frozen at the collection centre', () => {
  const decided = { cryopreservingSince: at('23T13:00').at };

  it('ends its clock with its age', () => {
    expect(after(freeze(), state, decided).frozen).toEqual([
      { bag: bag('00').id, at: at('23T14:30'), ageMinutes: 150 },
    ]);
  });

  it('only where that was decided, and not before it was there', () => {
    expect(codeOf(freeze())).toBe('not-to-be-frozen');
    expect(codeOf(freeze(bag('00').id, at('23T11:00')), state, decided)).toBe('before-the-bag-was-there /startedAt');
    expect(codeOf(freeze(bag('00').id, at('27T11:00')), state, decided)).toBe('in-the-future /startedAt');
  });
});

describe('a bag that is not used at the collection centre', () => {
  const decided = { cryopreservingSince: at('23T13:00').at };
  const leave = (change: Partial<RecordNotUsedAtOrigin['data']> = {}): CollectionCommand => ({
    name: 'RecordNotUsedAtOrigin',
    data: {
      ...{ bag: bag('00').id, decidedAt: at('23T14:30'), reason: 'it leaks' },
      wordOf: { role: 'collection-physician', person: 'Dr Example' },
      ...change,
    },
  });

  it('ends its clock with its age, why and on whose word', () => {
    const next = after(leave(), state, decided);
    expect(next.notUsed).toEqual([
      {
        ...{ bag: bag('00').id, at: at('23T14:30'), ageMinutes: 150, reason: 'it leaks' },
        wordOf: { role: 'collection-physician', person: 'Dr Example' },
      },
    ]);
    expect(codeOf(leave(), next, { custody: { ...custody, ended: [bag('00').id] } })).toBe('bag-already-ended /bag');
  });

  it('is one that does not travel: to be frozen, of a recipient who was stopped for, or of a shipment that flies none', () => {
    expect(codeOf(leave())).toBe('is-to-travel');
    expect(codeOf(leave(), holding(bag('00', 'R3')))).toBe('taken');
    expect([codeOf(leave(), state, { noneFly: true }), codeOf(freeze(), state, { noneFly: true })]).toEqual([
      'taken',
      'taken',
    ]);
  });

  it.each<[string, CollectionCommand, Partial<BagCustody>]>([
    ['bag-has-left /bag', leave(), { inTheBox: [bag('00').id] }],
    ['before-the-bag-was-there /decidedAt', leave({ decidedAt: at('23T11:00') }), {}],
    ['in-the-future /decidedAt', leave({ decidedAt: at('27T11:00') }), {}],
    [
      'not-their-word /wordOf/role',
      leave({ wordOf: { role: 'receiving-laboratory', person: 'Head of laboratory' } }),
      {},
    ],
    ['text-missing /reason', leave({ reason: ' ' }), {}],
    ['no-such-bag /bag', leave({ bag: `${din}/S1128VZ0` }), {}],
  ])('is refused: %s', (code, command, changed) =>
    expect(codeOf(command, state, { ...decided, custody: { ...custody, ...changed } })).toBe(code),
  );
});
