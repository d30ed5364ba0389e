import { readFileSync } from 'node:fs';
import path from 'node:path';
import { airports, scenarioFolder } from '../../../../../test/support/scenarios.js';
import { readScenario } from './read-scenario.js';
import { scenarioJsonSchema } from './scenario.schema.js';

const good = readFileSync(path.join(scenarioFolder, 'case-a-day-one-enough.yaml'), 'utf8');

/** The faults of the good scenario with one change, as `line:column sentence`. */
function faultsWith(before: string, after: string): readonly string[] {
  if (!good.includes(before)) throw new Error(`the scenario does not say ${before}`);
  return faultsOf(good.replace(before, after));
}

function faultsOf(text: string): readonly string[] {
  const read = readScenario(text, airports);
  return read.ok ? [] : read.error.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`);
}

/** Where some text stands, as `line:column`, counted from 1. */
function placeOf(text: string, sought: string): string {
  const lines = text.slice(0, text.indexOf(sought)).split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

describe('a scenario file', () => {
  it('that is right has no faults', () => {
    expect(faultsOf(good)).toEqual([]);
  });

  it.each([
    {
      fault: 'a field that there is not',
      before: 'seed: 1\n',
      after: 'seed: 1\nsead: 2\n',
      sought: 'sead',
      sentence: /There is no field "sead" here/,
    },
    {
      fault: 'a field of the wrong kind',
      before: 'seed: 1\n',
      after: 'seed: one\n',
      sought: 'seed: one',
      sentence: /seed/,
    },
    {
      fault: 'a shipment id that is none',
      before: 'shipment: a0000000-',
      after: 'shipment: A0000000-',
      sought: 'shipment: A',
      sentence: /not a UUID in lower case/,
    },
    {
      fault: 'an unknown zone',
      before: 'at: { local: 2024-08-12T09:30, zone: America/Chicago }',
      after: 'at: { local: 2024-08-12T09:30, zone: America/Chicagoo }',
      sought: 'zone: America/Chicagoo }',
      sentence: /no time zone/,
    },
    {
      fault: 'a missing zone',
      before: 'at: { local: 2024-08-12T09:30, zone: America/Chicago }',
      after: 'at: { local: 2024-08-12T09:30 }',
      sought: 'at: { local: 2024-08-12T09:30 }',
      sentence: /zone/,
    },
    {
      fault: 'a local time that clocks skip',
      before: 'at: { local: 2024-08-12T09:30, zone: America/Chicago }',
      after: 'at: { local: 2024-03-10T02:30, zone: America/Chicago }',
      sought: 'local: 2024-03-10T02:30',
      sentence: /does not exist in America\/Chicago.*Meant may be 2024-03-10T01:30-06:00 or 2024-03-10T03:30-05:00/,
    },
    {
      fault: 'a local time that clocks repeat',
      before: 'at: { local: 2024-08-12T09:30, zone: America/Chicago }',
      after: 'at: { local: 2023-11-05T01:30, zone: America/Chicago }',
      sought: 'local: 2023-11-05T01:30',
      sentence: /happens twice/,
    },
    {
      fault: 'a step recorded before the one above it',
      before: 'at: { local: 2024-08-13T10:20, zone: Asia/Shanghai }',
      after: 'at: { local: 2024-08-13T09:20, zone: Asia/Shanghai }',
      sought: 'at: { local: 2024-08-13T09:20',
      sentence: /before the one above/,
    },
    {
      fault: 'a command that there is not',
      before: 'do: ClearDonor',
      after: 'do: CleanDonor',
      sought: 'do: CleanDonor',
      sentence: /There is no command "CleanDonor"\. There are: .*ClearDonor/,
    },
    {
      fault: 'a command of the system',
      before: 'do: ClearDonor',
      after: 'do: ConfirmPlan',
      sought: 'do: ConfirmPlan',
      sentence: /ConfirmPlan is issued by the system itself, when its time comes\. There are: /,
    },
    {
      fault: 'an unknown airport',
      before: 'from: PEK, to: SFO, departsLocal: 2024-09-04T19:30',
      after: 'from: QZQ, to: SFO, departsLocal: 2024-09-04T19:30',
      sought: 'from: QZQ',
      sentence: /QZQ/,
    },
    {
      fault: 'a mistyped DIN',
      before: 'din: Z9991 24 000412 00 P',
      after: 'din: Z9991 24 000412 00 Q',
      sought: 'din: Z9991 24 000412 00 Q',
      sentence: /check character/i,
    },
    {
      fault: 'nothing where a list is to be',
      before: '\nsteps:\n',
      after: '\nsteps: null\nsteps-were:\n',
      sought: 'steps: null',
      sentence: /^\d+:\d+ steps must be a list\.$/m,
    },
    {
      fault: 'an agenda item that there is not, not to be owed',
      before: 'owesNot: [count-due/1, plan-due/2]',
      after: 'owesNot: [cont-due/1, plan-due/2]',
      sought: 'cont-due/1',
      sentence: /There is no agenda item "cont-due"\. There are: .*count-due/,
    },
    {
      fault: 'an agenda item that there is not, not to ring',
      before: 'rangNot: [clearance-due,',
      after: 'rangNot: [clearence-due,',
      sought: 'clearence-due',
      sentence: /There is no agenda item "clearence-due"/,
    },
    {
      fault: 'an agenda item that there is not, to ring',
      before: '{ key: hold-seats/1.0/1, at: { local: 2024-08-13T10:00',
      after: '{ key: hold-seat/1.0/1, at: { local: 2024-08-13T10:00',
      sought: 'key: hold-seat/1.0/1',
      sentence: /There is no agenda item "hold-seat"/,
    },
    {
      fault: 'a part that there is not',
      before: 'states: { collection/1: ended }',
      after: 'states: { colection/1: ended }',
      sought: 'colection/1',
      sentence: /There is no part "colection"\. There are: .*collection/,
    },
    {
      fault: 'a part by a name that every object has',
      before: 'states: { collection/1: ended }',
      after: 'states: { constructor: ended }',
      sought: 'constructor',
      sentence: /There is no part "constructor"/,
    },
    {
      fault: 'a state that there is not',
      before: 'states: { collection/1: ended }',
      after: 'states: { collection/1: over }',
      sought: 'collection/1: over',
      sentence: /There is no state of collection\/1 "over"\. There are: .*ended/,
    },
    {
      fault: 'an alert that there is not',
      before: '  alerts: []\n  log:',
      after: '  alerts: [{ cause: seats-refuse/1.0/1 }]\n  log:',
      sought: 'cause: seats-refuse',
      sentence: /There is no alert "seats-refuse"\. There are: .*seats-refused/,
    },
    {
      fault: 'an alert about an overdue item that there is not',
      before: '  alerts: []\n  log:',
      after: '  alerts: [{ cause: overdue/decision-du/1 }]\n  log:',
      sought: 'cause: overdue/decision-du/1',
      sentence: /There is no agenda item "decision-du"/,
    },
    {
      fault: 'a type of event that there is not',
      before: 'PlanStoodDown: 1,',
      after: 'PlanStoodUp: 0,',
      sought: 'PlanStoodUp',
      sentence: /There is no type of event "PlanStoodUp"/,
    },
    {
      fault: 'a body’s missing field',
      before: '      platelets',
      after: '      plateletz',
      sought: 'plateletz',
      sentence: /plateletz/,
    },
    {
      fault: 'a shipment that is no example',
      before: 'example: true',
      after: 'example: false',
      sought: 'example: false',
      sentence: /A scenario is an example/,
    },
    {
      fault: 'a fact to correct that is of no kind',
      before: '    do: ClearDonor',
      after:
        '    do: CorrectFact\n    with: { fact: { type: DonorCleaned }, command: ClearDonor, body: {}, reason: x, evidence: y }\n  - at: { local: 2024-08-16T11:00, zone: Asia/Shanghai }\n    do: ClearDonor',
      sought: 'fact: { type',
      sentence: /Line of the log/,
    },
    { fault: 'YAML that is none', before: 'seed: 1\n', after: 'seed: 1\n  - x: [\n', sought: '', sentence: /./ },
  ])('with $fault says so, with line and column', ({ before, after, sought, sentence }) => {
    const faults = faultsWith(before, after);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(sentence);
    const places = faults.map((fault) => fault.split(' ')[0]);
    if (sought !== '') expect(places).toContain(placeOf(good.replace(before, after), sought));
  });

  it('with an unknown zone is not told besides that its steps are out of order', () => {
    const faults = faultsWith(
      'at: { local: 2024-08-13T10:20, zone: Asia/Shanghai }',
      'at: { local: 2024-08-13T10:20, zone: Asia/Shanghia }',
    );
    expect(faults).toEqual([expect.stringMatching(/"Asia\/Shanghia" is no time zone/)]);
  });

  it('that is no YAML in many places is told the first few, by line, and how many more', () => {
    const broken = Array.from({ length: 10 }, (_, index) => `key${index}: value: again`).join('\n');
    const faults = faultsOf(`${broken}\nlast: [`);
    expect(faults.slice(0, 3).map((fault) => fault.split(':')[0])).toEqual(['1', '2', '3']);
    expect(faults).toHaveLength(4);
    expect(faults[3]).toMatch(/And \d+ more, which may follow/);
  });

  it('with a fault of shape is told the others too, by line', () => {
    const faults = faultsOf(
      good
        .replace('seed: 1\n', 'seed: one\n')
        .replace('do: ClearDonor\n', 'do: ClearDonor\n    das: it\n')
        .replace('rangNot: [clearance-due,', 'rangNot: [clearence-due,')
        .replace('din: Z9991 24 000412 00 P', 'din: Z9991 24 000412 00 Q'),
    );
    expect(faults.map((fault) => fault.replace(/^\S+ /, '').slice(0, 31))).toEqual([
      'seed must be a number.',
      'There is no field "das" here.',
      expect.stringMatching(/check character/i),
      'There is no agenda item "cleare',
    ]);
  });

  it('with several faults is told all of them', () => {
    const faults = faultsOf(good.replace('do: ClearDonor', 'do: CleanDonor').replace('din: Z9991', 'din: Z9992'));
    expect(faults).toHaveLength(2);
  });

  it('with a desk line for a call that there is not says which there are', () => {
    const faults = faultsWith(
      '\nsteps:',
      '\ndesks:\n  - { call: hold-seat/1.0/1, says: no }\n  - { call: watch-departure/*, says: late }\n\nsteps:',
    );
    expect(faults.join('\n')).toMatch(/No call is named "hold-seat".*hold-seats/);
    expect(faults.join('\n')).toMatch(/"late" needs minutes/);
  });

  it('of absurd size is not read', () => {
    expect(faultsOf(`# ${'x'.repeat(500_000)}\n${good}`)).toEqual([expect.stringMatching(/^1:1 The file has/)]);
  });

  it('that calls itself again and again is refused', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefg'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`).join(', ')}]`),
    ].join('\n');
    expect(faultsOf(bomb).length).toBeGreaterThan(0);
  });
});

it('the JSON Schema beside the scenarios is the one that they are read by', () => {
  const committed = readFileSync(path.join(scenarioFolder, 'scenario.schema.json'), 'utf8');
  expect(JSON.parse(committed)).toEqual(JSON.parse(scenarioJsonSchema()));
});
