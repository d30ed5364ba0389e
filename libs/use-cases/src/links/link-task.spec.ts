import { instantOf } from '@cellrelay/kernel';
import { linkedCommands, withheld, type Shipment } from '@cellrelay/shipment';
import { actionsOf } from '../questions/actions.js';
import { collected, counted, openedTrip, withSeats } from '../questions/example-trip.js';
import { accepted, flown, handedOver, withCourier } from '../questions/example-way.js';
import { fieldsOf } from '../wire/catalogue.js';
import { hoursFor, longestHours } from './link-lifetime.js';
import { pinsOf, taskByLink } from './link-task.js';
import type { Pins } from './link-token.js';
import { linkTaskOf } from './link-views.js';

const at = (text: string) => instantOf(text)!;
const half = () => counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000);
const states = (): readonly Shipment[] => [
  openedTrip().state,
  collected(openedTrip()).state,
  half().state,
  handedOver(half()).state,
  accepted(flown(handedOver(half()))).state,
];

/** Every task of a shipment that goes by a link. */
function tasksOf(state: Shipment) {
  const open = actionsOf(state).actions.filter(({ command }) =>
    (linkedCommands as readonly string[]).includes(command),
  );
  return open.map(({ command, prefill }) => ({ command, pins: pinsOf(prefill) }));
}

const kept = /XYZ0|6939|5\.14|2\.57|ABC123|BX-7|S-100|C\. Example|\+1 713/;
const link = { addressee: 'EXAMPLE Desk', organisation: 'EXAMPLE', expiresAt: at('2026-11-30T08:00:00.000Z') } as never;

describe('a task by a link', () => {
  it('is there for each that can be done now, its form without what the link holds fast', () => {
    for (const state of states()) {
      const tasks = tasksOf(state);
      expect(tasks.length).toBeGreaterThan(3);
      for (const task of tasks) {
        const told = taskByLink(state, task);
        expect(told).toMatchObject({ command: task.command });
        const asked = [...Object.keys(told?.fields['properties'] ?? {}), ...Object.keys(told?.prefill ?? {})];
        expect(asked.filter((name) => name in task.pins)).toEqual([]);
      }
    }
  });

  it('tells nobody a weight, a dose, a GRID, a person or a number of a paper', () => {
    for (const state of states())
      for (const task of tasksOf(state)) {
        const { fields: _form, ...told } = linkTaskOf(link, state, taskByLink(state, task)!);
        expect(JSON.stringify(told)).not.toMatch(kept);
        expect(JSON.stringify(told)).not.toContain(withheld);
      }
    // Of the operator’s own forms some hold such words.
    const whole = states().map((state) => actionsOf(state).actions.map(({ fields: _form, ...action }) => action));
    expect(JSON.stringify(whole)).toMatch(kept);
  });

  it('is of the one thing that it is about', () => {
    const state = collected(openedTrip()).state;
    expect(taskByLink(state, { command: 'RecordCellCount', pins: { day: 1 } })?.subject).toBe('day 1');
    const others: readonly Pins[] = [{}, { day: 2 }, { day: '1' }, { day: 1, plan: 1 }];
    for (const pins of others) expect(taskByLink(state, { command: 'RecordCellCount', pins })).toBeUndefined();
    expect(taskByLink(half().state, { command: 'RecordCellCount', pins: { day: 1 } })).toBeUndefined();
    expect(taskByLink(state, { command: 'CancelShipment', pins: {} })).toBeUndefined();
  });

  it('asks neither a register nor a second person, and rests on nobody else’s word', () => {
    for (const command of linkedCommands) {
      const form = JSON.stringify(fieldsOf(command));
      expect({ command, form }).toMatchObject({ form: expect.not.stringMatching(/"(wordOf|confirmedBy|statedBy)"/) });
      const registers = /"x-kind":"(airport|flight|courier|organisation|policy)[^"]*"/;
      expect({ command, form }).toMatchObject({ form: expect.not.stringMatching(registers) });
    }
  });
});

describe('how long a link is good', () => {
  const count = { command: 'RecordCellCount', pins: { day: 1 } };

  it('is until twelve hours after its task is due, a day at least', () => {
    const state = collected(openedTrip()).state;
    expect(hoursFor(state, count, at('2026-11-23T05:00:00.000Z'))).toBe(24);
    expect(hoursFor(state, count, at('2026-11-21T04:30:00.000Z'))).toBe(62);
  });

  it('is two weeks at most, and three days where nobody waits for it', () => {
    const state = collected(openedTrip()).state;
    expect(hoursFor(state, count, at('2026-10-01T05:00:00.000Z'))).toBe(longestHours);
    expect(hoursFor(state, { command: 'OpenDeviation', pins: {} }, at('2026-11-23T05:00:00.000Z'))).toBe(72);
  });
});
