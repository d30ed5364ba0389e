import { mustBe } from '@cellrelay/kernel';
import { decideCollection } from './collection.decide.js';
import { evolveCollection, initialCollection } from './collection.evolve.js';
import type { CollectionCommand, CollectionDayNumber, CollectionState, EndCollection } from './collection.js';
import { at, facts, plan } from './collection.examples.js';

const start = (
  day: CollectionDayNumber = 1,
  startedAt = `2${day + 2}T08:10`,
  plateletsE9PerL: number | null = 180,
): CollectionCommand => ({ name: 'StartCollection', data: { day, startedAt: at(startedAt), plateletsE9PerL } });
const end = (day: CollectionDayNumber = 1, change: Partial<EndCollection['data']> = {}): CollectionCommand => ({
  name: 'EndCollection',
  data: {
    ...{ day, endedAt: at('23T12:20'), din: 'G123498654321' },
    bags: [{ productCode: 'S1128V00', volumeMl: 250, recipient: 'R1' }],
    ...change,
  },
});
const breakOff = (
  day: CollectionDayNumber = 1,
  brokenOffAt = `2${day + 2}T10:00`,
  reason = 'no veins',
): CollectionCommand => ({ name: 'RecordCollectionBrokenOff', data: { day, brokenOffAt: at(brokenOffAt), reason } });

const given = (...history: CollectionCommand[]): CollectionState =>
  history.reduce(
    (state, command) =>
      mustBe(decideCollection(command, state, facts)).reduce(
        (folded, event) => evolveCollection(folded, event, facts.now),
        state,
      ),
    initialCollection,
  );
const refusalOf = (command: CollectionCommand, state: CollectionState) => {
  const decision = decideCollection(command, state, facts);
  if (decision.ok) throw new Error('expected a refusal');
  return decision.error;
};

const dayOf = (state: CollectionState, number: CollectionDayNumber) => {
  const day = state.days.find((each) => each.day === number);
  if (day === undefined) throw new Error('no such day');
  return day;
};

describe('a collection that is broken off without a bag', () => {
  it('is as if it had not begun, and its centre need not be told', () => {
    const state = given(plan, start(1, '23T08:10', 90), breakOff());
    expect(dayOf(state, 1)).toMatchObject({
      ...{ status: 'broken-off', startedAt: null, plateletsE9PerL: null, plateletsBelowE9PerL: null },
      ...{ stoodDownAt: null, toldStoodDownAt: null, bags: [] },
    });
    expect(given(plan, start(), breakOff(), plan).days.map(({ status }) => status)).toEqual(['planned', 'reserved']);
  });

  it('begins again, or lets the second day begin, which waits for its call otherwise', () => {
    expect(dayOf(given(plan, start(), breakOff(), start(1, '23T12:00')), 1)).toMatchObject({
      ...{ status: 'running', startedAt: at('23T12:00'), brokenOff: null },
    });
    expect(dayOf(given(plan, start(), breakOff(), start(2)), 2).status).toBe('running');
    expect(refusalOf(start(2), given(plan)).code).toBe('day-not-called-up');
  });

  it('was not, by the word that it ended with bags: it is as it had begun', () => {
    const state = given(plan, start(1, '23T08:10', 90), breakOff(), end());
    expect(dayOf(state, 1)).toMatchObject({
      ...{
        status: 'ended',
        startedAt: at('23T08:10'),
        plateletsE9PerL: 90,
        plateletsBelowE9PerL: 120,
        brokenOff: null,
      },
    });
    const early = end(1, { endedAt: at('23T08:05') });
    expect(refusalOf(early, given(plan, start(), breakOff())).code).toBe('collection-ends-before-it-begins');
    const late = end(1, { endedAt: at('24T08:06') });
    expect(refusalOf(late, given(plan, start(), breakOff(), start(2, '24T08:05'))).code).toBe(
      'end-after-next-day-began',
    );
  });

  it.each<[string, CollectionCommand]>([
    ['broken-off-before-start /brokenOffAt', breakOff(1, '23T08:09')],
    ['in-the-future /brokenOffAt', breakOff(1, '26T08:03')],
    ['text-missing /reason', breakOff(1, '23T10:00', ' ')],
  ])('is refused: %s', (code, command) => {
    const refusal = refusalOf(command, given(plan, start()));
    expect(`${refusal.code} ${refusal.at}`).toBe(code);
  });
});
