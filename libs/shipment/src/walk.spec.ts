import fc from 'fast-check';
import { plusMinutes } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { fold } from './fold.js';
import { dayOneEnough, dayTwoNeeded, type Line } from './journeys.examples.js';
import { obligationsOf } from './obligations.js';
import { clockedBags } from './overview.js';
import { owedCommands } from './process.js';
import { stageNames } from './stage.js';
import { Story } from './story.examples.js';
import { everythingSaid } from './walk.examples.js';

/** So many walks in a few seconds. Ten thousand of them were walked when this was written. */
const numRuns = 150;

/** A journey of case A told so far, and then anything: time passes, with or without its bells, and somebody says something. */
const beginnings = [dayOneEnough, dayTwoNeeded].flatMap((lines) => lines.map((_, index) => lines.slice(0, index + 1)));
const step = fc.record({
  minutes: fc.constantFrom(0, 0, 0, 5, 45, 130, 400, 1440),
  ringing: fc.boolean(),
  subject: fc.nat(999),
  word: fc.nat(999),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function storyOf(beginning: readonly Line[]): Story {
  const [first] = beginning;
  if (first === undefined) throw new Error('a journey begins with its opening');
  return beginning.reduce((story, [at, command]) => story.says(at, command), new Story(first[0]));
}

function goOn(story: Story, { minutes, ringing, subject, word }: Step): void {
  const at = plusMinutes(story.now, minutes);
  if (ringing) story.passTo(at);
  story.now = at;
  const subjects = everythingSaid(story.shipment, at).filter((words) => words.length > 0);
  const words = subjects[subject % subjects.length] ?? [];
  const command = words[word % words.length];
  if (command !== undefined) story.tries(command);
}

const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

const afterClosing = new Set([
  'give-up-seats',
  'give-up-time-passes',
  'withdraw-customs-request',
  'withdraw-exemption',
  'stand-down-told',
  'escalation-due',
]);

describe('after any history', () => {
  it('the stages are in line, the agenda and the alerts follow from the state, and the log tells the state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.array(step, { maxLength: 30 }), (beginning, steps) => {
        const story = storyOf(beginning);
        for (const each of steps) {
          goOn(story, each);
          truthsOf(story);
        }
        expect(fold(story.log)).toEqual(story.shipment);
        expect(JSON.parse(JSON.stringify(story.shipment))).toStrictEqual(story.shipment);
        expect(JSON.parse(JSON.stringify(story.log))).toStrictEqual(story.log);
      }),
      { numRuns },
    );
  });
});

function truthsOf({ shipment, log }: Story): void {
  const { stages } = shipment;
  const causes = causesOf(shipment).map((cause) => cause.key);
  const standing = stages.alert.alerts.filter((alert) => alert.status !== 'resolved');
  expect(owedCommands(shipment)).toEqual([]);
  expect(twice(causes)).toEqual([]);
  expect(twice(stages.alert.alerts.map((alert) => alert.id))).toEqual([]);
  expect(new Set(standing.map((alert) => alert.cause.key))).toEqual(new Set(causes));
  expect(twice(agendaOf(shipment).map((each) => each.key))).toEqual([]);
  expect(shipment.revision).toBe(log.length);
  for (const stage of stageNames)
    expect(shipment.stageRevisions[stage]).toBe(log.findLast(({ event }) => event.stage === stage)?.seq ?? 0);
  const owed = obligationsOf(shipment);
  if (stages.order.status !== 'open') expect(owed.filter((each) => !afterClosing.has(each.kind))).toEqual([]);
  else
    for (const bag of clockedBags(shipment).filter((each) => each.endedAt === null))
      expect(owed).toContainEqual(expect.objectContaining({ key: `bag-limit/${bag.id}`, dueAt: bag.clock.limitAt }));
}
