import { plusMinutes, type Zone } from '@cellrelay/kernel';
import { agendaOf, causesOf } from '../agenda.js';
import type { ShipmentCommand } from '../shipment.js';
import { boxOf, exampleLogger, onTheWay, packedAt, saysOfLoggers } from '../thermal.examples.js';
import { allowedIn } from '../transitions.js';
import { loggerTable } from './temperature.transitions.js';

const at = (minutes: number) => plusMinutes(packedAt, minutes);
const zoned = (minutes: number) => ({ at: at(minutes), zone: 'UTC' as Zone });
const heard = (minutes: number): ShipmentCommand => ({
  name: 'RecordLoggerHeard',
  data: { logger: exampleLogger, through: zoned(minutes) },
});
const silent = (minutes: number): ShipmentCommand => ({
  name: 'RecordLoggerSilent',
  data: { logger: exampleLogger, since: zoned(minutes) },
});
const watched = (story: ReturnType<typeof onTheWay>) =>
  agendaOf(story.shipment)
    .filter(({ kind }) => kind === 'watch-logger')
    .map(({ key, dueAt }) => [key, dueAt]);

describe('a logger', () => {
  it('is bound to a box that there is, once, and unbound again', () => {
    const story = onTheWay();
    story.now = at(70);
    const box = boxOf(story.shipment);
    expect(story.tries(saysOfLoggers.bind(at(70), box))).toBe('not-allowed-now');
    expect(story.tries(saysOfLoggers.bind(at(70), 'NO-SUCH-BOX', 'LOG-EXAMPLE-2'))).toBe('logger-without-box');
    expect(story.tries(saysOfLoggers.bind(at(90), box, 'LOG-EXAMPLE-2'))).toBe('in-the-future');
    expect(story.tries(saysOfLoggers.bind(at(70), box, ' '))).toBe('text-missing');
    expect(story.tries(saysOfLoggers.unbind(at(-10)))).toBe('unbound-before-bound');
    expect(story.tries(saysOfLoggers.unbind(at(60)))).toBeUndefined();
    expect(story.tries(saysOfLoggers.unbind(at(60)))).toBe('not-allowed-now');
    expect(story.tries(saysOfLoggers.bind(at(50), box))).toBe('logger-bound-twice');
    expect(story.tries(saysOfLoggers.bind(at(65), box))).toBeUndefined();
  });

  it('cannot be bound before a box is packed', () => {
    const story = onTheWay('by-file', []);
    expect(() => story.shipment).toThrow();
    expect(allowedIn(loggerTable, 'unbound')).toContain('BindLogger');
  });

  it('is corrected as other facts are', () => {
    const story = onTheWay();
    const line = story.log.find(({ event }) => event.type === 'LoggerBound');
    if (line === undefined) throw new Error('no logger was bound');
    const corrected = saysOfLoggers.bind(at(20), boxOf(story.shipment));
    if (corrected.name !== 'BindLogger') throw new Error('another command');
    story.now = at(70);
    const data = { fact: line.seq, corrected, reason: 'mistyped', evidence: 'packing list' };
    expect(story.tries({ name: 'CorrectFact', data })).toBeUndefined();
    expect(story.shipment.stages.temperature.bindings.map(({ boundAt }) => boundAt.at)).toEqual([at(20)]);
  });

  it('that sends live is looked after, each time so long after it was heard', () => {
    const story = onTheWay('live', undefined);
    story.now = at(61);
    expect(watched(onTheWay('by-file'))).toEqual([]);
    const [first] = watched(story);
    expect(first?.[0]).toMatch(new RegExp(`^watch-logger/${exampleLogger}/\\d+$`));
    story.now = at(130);
    expect(story.tries(heard(125))).toBeUndefined();
    expect(watched(story)[0]?.[1]).toBe(at(185));
    expect(story.tries(heard(125))).toBe('logger-heard-already');
    expect(story.tries(heard(140))).toBe('in-the-future');
  });

  it('that is silent is an alert, is asked after again, and ends its alert when it is heard', () => {
    const story = onTheWay('live', undefined);
    story.now = at(130);
    expect(story.tries(silent(60))).toBeUndefined();
    const keys = () => causesOf(story.shipment).map(({ key }) => key);
    expect(keys()).toContain(`logger-silent/${exampleLogger}`);
    expect(watched(story)[0]?.[1]).toBe(at(190));
    expect(story.tries(silent(140))).toBe('in-the-future');
    expect(story.tries(heard(120))).toBeUndefined();
    expect(keys()).not.toContain(`logger-silent/${exampleLogger}`);
  });

  it('that was unbound is neither looked after nor silent', () => {
    const story = onTheWay('live', undefined);
    story.now = at(130);
    story.tries(silent(60));
    expect(story.tries(saysOfLoggers.unbind(at(125)))).toBeUndefined();
    expect(watched(story)).toEqual([]);
    expect(causesOf(story.shipment).map(({ key }) => key)).not.toContain(`logger-silent/${exampleLogger}`);
    expect(story.tries(heard(128))).toBe('not-allowed-now');
    expect(story.tries(silent(128))).toBe('not-allowed-now');
  });
});
