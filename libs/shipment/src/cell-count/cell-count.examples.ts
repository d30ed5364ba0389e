import { mustBe, plusMinutes, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import type { DoseRequest } from '../products.js';
import { decideCellCount } from './cell-count.decide.js';
import { evolveCellCount, initialCellCount } from './cell-count.evolve.js';
import type {
  BagCount,
  CellCountCommand,
  CellCountFacts,
  CellCountState,
  CellCountStatus,
  CountDayNumber,
  DecideOnCount,
} from './cell-count.js';

export const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
/** `23T14:00` in Beijing, in November. */
export const at = (local: string): ZonedInstant => ({
  at: plusMinutes(`2026-11-${local}:00.000Z` as Instant, -480),
  zone,
});
export const day1 = {
  day: 1 as const,
  endedAt: at('23T12:00').at,
  plateletsE9PerL: 150,
  bags: [{ id: 'bag-1', recipient: 'R1', volumeMl: 250, partOf: [] }],
  split: [],
};
export const day2 = {
  day: 2 as const,
  endedAt: at('24T12:00').at,
  plateletsE9PerL: 110,
  bags: [{ id: 'bag-2', recipient: 'R1', volumeMl: 250, partOf: [] }],
  split: [],
};
export const cd34 = (requested: number, minimum: number): DoseRequest => ({
  ...{ metric: 'CD34', per: 'kg' },
  ...{ requested, minimum },
});
export const ofRegistry = { product: 'HPC-A', metric: 'CD34', comparison: 'at-or-above' } as const;
export const facts: CellCountFacts = {
  now: at('25T08:00').at,
  statedBy: { person: 'A', organisation: 'B', how: 'telephone' },
  recipients: [{ ref: 'R1', weightKg: 80, doses: [cd34(5, 3)] }],
  notUsed: [],
  limits: [
    { ...ofRegistry, kind: 'floor', perKg: 2 },
    { ...ofRegistry, kind: 'ceiling', perKg: 6 },
  ],
  collected: [day1, day2],
  secondDayAvailable: true,
  secondDayBegun: true,
  handedOver: false,
  daysMayPart: false,
  plateletWarningE9PerL: { day1: 120, day2: 80 },
};

export const bag = (day: CountDayNumber, cd34PerUl: number): BagCount => ({
  ...{ bag: `bag-${day}`, cd34PerUl, volumeMl: 250 },
  ...{ wbcE9PerL: null, cd3PerUl: null },
});
export const timeOf = (day: CountDayNumber) => at(day === 1 ? '23T14:00' : '24T14:00');
export const count = (
  day: CountDayNumber,
  cd34PerUl: number,
  countedAt = timeOf(day),
  bags = [bag(day, cd34PerUl)],
): CellCountCommand => ({
  name: 'RecordCellCount',
  data: { day, countedAt, bags },
});
export const countWith = (figures: Partial<BagCount>) => count(1, short, timeOf(1), [{ ...bag(1, short), ...figures }]);
export const correct = (
  day: CountDayNumber,
  cd34PerUl: number,
  countedAt = timeOf(day),
  reason = 'repeated',
): CellCountCommand => ({
  name: 'CorrectCellCount',
  data: { day, countedAt, bags: [bag(day, cd34PerUl)], reason, evidence: 'laboratory sheet' },
});
export const words = {
  'collect-again': 'collection-physician',
  'accept-less': 'transplant-physician',
  stop: 'transplant-physician',
  'ship-day-1-early': 'transplant-physician',
} as const;
export const decide = (
  decision: DecideOnCount['data']['decision'],
  change: Partial<DecideOnCount['data']> = {},
): CellCountCommand => ({
  name: 'DecideOnCount',
  data: {
    decision,
    decidedAt: at('23T15:00'),
    wordOf: { role: words[decision], person: 'Dr Example' },
    confirmedBy: { person: 'Dr Second', organisation: 'EXAMPLE Centre' },
    recipients: null,
    reason: 'agreed',
    ...change,
  },
});
export const freeze: CellCountCommand = {
  name: 'CryopreserveAtOrigin',
  data: {
    decidedAt: at('23T15:00'),
    wordOf: { role: 'transplant-physician', person: 'Dr Example' },
    confirmedBy: { person: 'Dr Second', organisation: 'EXAMPLE Centre' },
    reason: 'the patient is ill',
  },
};

export const after = (state: CellCountState, command: CellCountCommand, changed: Partial<CellCountFacts> = {}) =>
  mustBe(decideCellCount(command, state, { ...facts, ...changed })).reduce(
    (folded, event) => evolveCellCount(folded, event, event.occurredAt.at),
    state,
  );
export const given = (...history: CellCountCommand[]): CellCountState =>
  history.reduce((state, command) => after(state, command), initialCellCount);
export const when = (command: CellCountCommand, state: CellCountState, changed: Partial<CellCountFacts> = {}) => {
  const decision = decideCellCount(command, state, { ...facts, ...changed });
  return decision.ok ? decision.value.map((event) => event.type) : decision.error.code;
};

export const [short, plenty] = [800, 1600];
export const states: Record<CellCountStatus, CellCountState> = {
  awaited: given(),
  short: given(count(1, short)),
  enough: given(count(1, plenty)),
  'collecting-again': given(count(1, short), decide('collect-again')),
  'accepted-less': given(count(1, short), decide('accept-less')),
  stopped: given(count(1, short), decide('stop')),
  'one-short': after(given(), count(1, plenty), {
    recipients: ['R1', 'R2'].map((ref) => ({ ref, weightKg: 80, doses: [cd34(5, 3)] })),
  }),
  'shipped-early': after(given(count(1, short)), decide('ship-day-1-early'), { daysMayPart: true }),
  cryopreserving: after(given(count(1, short)), freeze),
};
