import { bodyFrom } from '../../act/body.js';
import { groupDraft, type DraftGroup } from '../../act/drafts.js';
import { formOf } from '../../act/form-model.js';
import { answered, choicesOf, linesOf, restAsItShouldBe } from './check-lines.js';
import {
  hasSigned,
  lackingAt,
  namesKnown,
  otherFields,
  samePerson,
  signatures,
  signedAnew,
  stepsOf,
  timeField,
} from './hand-over-steps.js';
import { compareSeal } from './seal-compare.js';

const line = { type: 'string' };
const check = {
  type: 'object',
  properties: {
    check: {
      anyOf: [
        { const: 'bags', title: 'No bag leaks' },
        { const: 'seal', title: 'The seal is unbroken' },
      ],
    },
    found: { enum: ['as-it-should-be', 'differs', 'not-checked'] },
    note: { anyOf: [line, { type: 'null' }], 'x-when': { found: 'differs' } },
  },
  required: ['check', 'found'],
};
const properties = {
  handedOverAt: { type: 'object', 'x-kind': 'zoned-time' },
  ...{ givenBy: line, takenBy: line, seal: line },
  sealDiffersReason: { anyOf: [line, { type: 'null' }] },
  checks: { type: 'array', items: check },
};
const required = ['handedOverAt', 'givenBy', 'takenBy', 'seal'];
const fields = formOf({ type: 'object', properties, required });
const relay = formOf({
  type: 'object',
  properties: { airport: { type: 'string', 'x-kind': 'airport' }, ...properties },
});
const known = {
  handedOverAt: { local: '2026-11-24T06:00', zone: 'Asia/Shanghai' },
  checks: [
    { check: 'bags', found: 'not-checked' },
    { check: 'seal', found: 'not-checked' },
  ],
};
const drafts = (more: DraftGroup = {}): DraftGroup => ({ ...groupDraft(fields, known, 'Asia/Shanghai'), ...more });
const choices = choicesOf(fields.find(({ name }) => name === 'checks'));
const lines = (given: DraftGroup) => linesOf(choices, given['checks']);
const standing = (given: DraftGroup, sealOnRecord?: string) => ({ drafts: given, lines: lines(given), sealOnRecord });

describe('the checks of a hand-over', () => {
  it('are read by their sentences, none answered to begin with', () => {
    expect(lines(drafts()).map(({ says, found }) => [says, found])).toEqual([
      ['No bag leaks', 'not-checked'],
      ['The seal is unbroken', 'not-checked'],
    ]);
    expect(lackingAt('checks', standing(drafts()))).toBe('unanswered');
  });

  it('are answered one by one, the rest at once, and nothing that was answered is changed by that', () => {
    const one = answered(drafts()['checks'], choices, { index: 0, found: 'differs', note: 'wet' });
    const all = drafts({ checks: restAsItShouldBe(one, choices) });
    expect(lines(all).map(({ found, note }) => [found, note])).toEqual([
      ['differs', 'wet'],
      ['as-it-should-be', ''],
    ]);
    expect(lackingAt('checks', standing(all))).toBeUndefined();
  });

  it('want it said what was found where one differs', () => {
    const one = answered(restAsItShouldBe(drafts()['checks'], choices), choices, {
      index: 1,
      found: 'differs',
      note: ' ',
    });
    expect(lackingAt('checks', standing(drafts({ checks: one })))).toBe('note');
  });
});

describe('a seal that was read', () => {
  it.each([
    ['S-100', 'S-100', { kind: 'same' }],
    [' S-100 ', 'S-100', { kind: 'same' }],
    ['S-1O0', 'S-100', { kind: 'differs', positions: [4] }],
    ['S-10', 'S-100', { kind: 'differs', positions: [5] }],
    ['s-1000', 'S-100', { kind: 'differs', positions: [1, 6] }],
    ['S-100', undefined, { kind: 'unknown' }],
    ['  ', 'S-100', { kind: 'empty' }],
  ])('%j against %j', (read, onRecord, verdict) => expect(compareSeal(read, onRecord)).toEqual(verdict));

  it('is another one only with a reason, and where the record is not known without', () => {
    const read = drafts({ seal: 'S-1O0' });
    expect(lackingAt('seal', standing(read, 'S-100'))).toBe('reason');
    expect(lackingAt('seal', standing({ ...read, sealDiffersReason: 'cut by customs' }, 'S-100'))).toBeUndefined();
    expect(lackingAt('seal', standing(read))).toBeUndefined();
    expect(lackingAt('seal', standing(drafts(), 'S-100'))).toBe('seal');
  });
});

describe('two signatures', () => {
  const both = drafts({
    ...{ givenBy: 'A. Nurse', takenBy: 'C. Example', seal: 'S-100' },
    ...{ [signatures.givenBy]: 'A. Nurse', [signatures.takenBy]: 'C. Example' },
  });

  it('each need a press of their own', () => {
    expect(lackingAt('giver', standing({ ...both, [signatures.givenBy]: '' }))).toBe('signature');
    expect(lackingAt('taker', standing({ ...both, [signatures.takenBy]: '' }))).toBe('signature');
    expect([lackingAt('giver', standing(both)), lackingAt('taker', standing(both))]).toEqual([undefined, undefined]);
  });

  it('are of a name: under another one nobody has signed', () => {
    expect(hasSigned({ ...both, givenBy: 'B. Nurse' }, 'givenBy')).toBe(false);
  });

  it.each([
    ['checks', restAsItShouldBe(both['checks'], choices)],
    ['seal', 'S-200'],
    ['sealDiffersReason', 'cut by customs'],
  ])('are both gone once what was signed is another: %s', (name, draft) => {
    const after = { ...both, ...signedAnew(both, { [name]: draft }, fields) };
    expect([hasSigned(after, 'givenBy'), hasSigned(after, 'takenBy')]).toEqual([false, false]);
  });

  it('are gone where the box is said to be elsewhere, and stay where nothing of what was signed is another', () => {
    const gone = { ...both, ...signedAnew(both, { airport: 'ICN' }, relay) };
    expect(hasSigned(gone, 'givenBy')).toBe(false);
    const same = { ...both, ...signedAnew(both, { seal: 'S-100', step: 'seal' }, relay) };
    expect([hasSigned(same, 'givenBy'), hasSigned(same, 'takenBy')]).toEqual([true, true]);
  });

  it('are of two persons, however the name is written', () => {
    expect(samePerson({ ...both, takenBy: ' a.  nurse ' })).toBe(true);
    expect(lackingAt('taker', standing({ ...both, takenBy: ' a.  nurse ' }))).toBe('same-person');
  });

  it('begin with the names that are known, the record’s before the carrier’s own', () => {
    expect(namesKnown('HandOverToCourier', {}, 'C. Example')).toEqual({ takenBy: 'C. Example' });
    expect(namesKnown('DeliverToCentre', {}, 'C. Example')).toEqual({ givenBy: 'C. Example' });
    expect(namesKnown('DeliverToCentre', { givenBy: 'D. Example' }, 'C. Example')).toEqual({ givenBy: 'D. Example' });
    expect(namesKnown('RecordRelayHandover', {}, 'C. Example')).toEqual({});
    expect(namesKnown('HandOverToCourier', {}, undefined)).toEqual({});
  });

  it('and the step are kept with what is typed, and are no part of what is sent', () => {
    const sent = bodyFrom(
      fields,
      { ...both, step: 'summary' },
      { now: Date.parse('2026-11-23T22:00Z'), zoneOfAirport: () => undefined },
    );
    expect(sent.wrong).toEqual([]);
    expect(Object.keys(sent.value as object).sort()).toEqual([
      ...['checks', 'givenBy', 'handedOverAt', 'seal', 'sealDiffersReason', 'takenBy'],
    ]);
  });
});

describe('the steps', () => {
  it('ask for the box only where more is asked than two persons sign', () => {
    expect(stepsOf(fields)).toEqual(['checks', 'seal', 'giver', 'taker', 'summary']);
    expect(stepsOf(relay)).toEqual(['checks', 'seal', 'box', 'giver', 'taker', 'summary']);
    expect(otherFields(relay).map(({ name }) => name)).toEqual(['airport']);
    expect(timeField(fields)?.name).toBe('handedOverAt');
  });
});
