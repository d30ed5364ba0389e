import { instantOf } from '@cellrelay/kernel';
import { chainHash, loggedEventOf, type LogEntry } from '@cellrelay/use-cases';
import { agendasOf, derivedBefore, derivedFrom, logFixtures, toldBy } from '../support/log-fixtures.js';

const fixtures = logFixtures();

describe.each(fixtures.map((each) => [`${each.version}/${each.name}`, each] as const))(
  'the log %s',
  (_name, { log, told }) => {
    it('is chained as it was written', () => {
      log.forEach((line, index) => expect(line.hash).toBe(chainHash(log[index - 1]?.hash ?? null, line.text)));
      expect(log.map((line) => line.seq)).toEqual(log.map((_, index) => index + 1));
    });

    it('still tells what it told: length, end of the chain, states', () => {
      expect(toldBy(log)).toMatchObject(told);
    });

    it('has an agenda after every line: what is owed, once each, at a moment', () => {
      for (const agenda of agendasOf(log)) {
        expect(new Set(agenda.map((each) => each.key)).size).toBe(agenda.length);
        expect(agenda.filter((each) => instantOf(each.dueAt) === undefined)).toEqual([]);
      }
    });
  },
);

it('the collection holds the logs of every scenario that there was for its version', () => {
  const versions = [...new Set(fixtures.map((each) => each.version))];
  expect(versions).toContain('v1');
  expect(fixtures.filter((each) => each.version === 'v1')).toHaveLength(6);
  for (const version of versions) {
    expect(fixtures.filter((each) => each.version === version).length).toBeGreaterThanOrEqual(6);
  }
});

it('a log of an older version is read in today’s versions of its events', () => {
  const old = fixtures.filter((each) => each.version === 'v1').flatMap(({ log }) => log.map((line) => line.text));
  const versionsOf = (type: string, read: (text: string) => { readonly type: string; readonly v: number }) =>
    new Set(
      old
        .map(read)
        .filter((event) => event.type === type)
        .map((event) => event.v),
    );
  expect(versionsOf('PolicyPinned', (text) => (JSON.parse(text) as LogEntry).event)).toEqual(new Set([1]));
  expect(versionsOf('PolicyPinned', (text) => loggedEventOf(text).event)).toEqual(new Set([5]));
});

it('what is derived from them is what this version of the fold derives', () => {
  expect(derivedFrom(fixtures)).toEqual(derivedBefore());
});

it('another shape of a state is noticed', () => {
  const [first] = fixtures;
  const shorter = { ...first!, log: first!.log.slice(0, -1) };
  expect(derivedFrom([shorter]).derived).not.toBe(derivedFrom([first!]).derived);
});

it('a line that was changed is noticed', () => {
  const [first] = fixtures;
  const line = first!.log[3]!;
  const changed = line.text.replace('2024', '2023');
  expect(changed).not.toBe(line.text);
  expect(chainHash(first!.log[2]!.hash, changed)).not.toBe(line.hash);
});
