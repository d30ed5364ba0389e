import fc from 'fast-check';
import { plusMinutes, sameJson, type Instant } from '@cellrelay/kernel';
import { agendaDifference } from './agenda-difference.js';
import { agendaOf } from './agenda.js';
import { emptyShipment, fold, foldNext } from './fold.js';
import { dayOneEnough, dayTwoNeeded } from './journeys.examples.js';
import type { Obligation } from './obligation.js';
import type { LoggedEvent, Shipment } from './shipment.js';
import { Story } from './story.examples.js';
import { everythingSaid } from './walk.examples.js';

const numRuns = 50;

/** The journeys of case A, each told as far as one of its lines. */
const beginnings = [dayOneEnough, dayTwoNeeded].flatMap((lines) => {
  const stories = [new Story(lines[0]![0])];
  for (const [at, command] of lines) stories.push(stories.at(-1)!.copy().says(at, command));
  return stories.slice(1);
});

/** A journey as far as it has been told, and from there anything that can be said. */
const history = fc.record({
  beginning: fc.nat(beginnings.length - 1),
  steps: fc.array(fc.record({ minutes: fc.constantFrom(0, 0, 5, 45, 130, 1440), pick: fc.nat(9_999) }), {
    maxLength: 20,
  }),
});

function storyOf({ beginning, steps }: typeof history extends fc.Arbitrary<infer T> ? T : never): Story {
  const story = beginnings[beginning]!.copy();
  for (const { minutes, pick } of steps) {
    const at = plusMinutes(story.now, minutes);
    if (pick % 3 !== 0) story.passTo(at);
    story.now = at;
    const words = everythingSaid(story.shipment, at).flat();
    const command = words[pick % Math.max(1, words.length)];
    if (command !== undefined) story.tries(command);
  }
  return story;
}

/** The shipment after every line of its log. */
function statesOf(log: readonly LoggedEvent[]): readonly Shipment[] {
  const states: Shipment[] = [];
  log.forEach((_, index) => states.push(foldNext(states.at(-1) ?? emptyShipment, log.slice(0, index + 1))));
  return states;
}

/** Agenda rows as a store keeps them: only what a difference names is ever touched. */
class Rows {
  readonly open = new Map<string, Obligation>();

  apply({ opened, moved, closed }: ReturnType<typeof agendaDifference>): void {
    for (const each of opened) {
      if (this.open.has(each.key)) throw new Error(`${each.key} was opened twice`);
      this.open.set(each.key, each);
    }
    for (const each of moved) {
      if (sameJson(this.open.get(each.key), each)) throw new Error(`${each.key} was moved to where it was`);
      this.open.set(each.key, each);
    }
    for (const key of closed) if (!this.open.delete(key)) throw new Error(`${key} was closed without being open`);
  }
}

const byKey = (obligations: Iterable<Obligation>): readonly Obligation[] =>
  [...obligations].sort((a, b) => (a.key < b.key ? -1 : 1));

describe('the agenda, after any history of case A', () => {
  it('is what its differences make of the rows, one line of the log after the other', () => {
    fc.assert(
      fc.property(history, (generated) => {
        const { log, shipment } = storyOf(generated);
        const rows = new Rows();
        let before: readonly Obligation[] = [];
        // The first line alone is no shipment yet: the policy that it is run by comes with the second.
        for (const state of statesOf(log).slice(1)) {
          const after = agendaOf(state);
          rows.apply(agendaDifference(before, after));
          before = after;
        }
        expect(byKey(rows.open.values())).toEqual(byKey(agendaOf(shipment)));
      }),
      { numRuns },
    );
  });

  it('is a function of the state alone, which the log tells', () => {
    fc.assert(
      fc.property(history, (generated) => {
        const { log, shipment } = storyOf(generated);
        const stored = JSON.parse(JSON.stringify(shipment)) as Shipment;
        expect(sameJson(fold(log), shipment)).toBe(true);
        expect(agendaOf(stored)).toEqual(agendaOf(shipment));
      }),
      { numRuns },
    );
  });

  it('rings nothing twice for one moment, and nothing that is not owed', () => {
    fc.assert(
      fc.property(history, (generated) => {
        const { log } = storyOf(generated);
        const rang = log.flatMap(({ event }) =>
          event.type === 'DeadlineRang' ? [`${event.data.key} ${event.data.dueAt}`] : [],
        );
        expect(new Set(rang).size).toBe(rang.length);
        const states = statesOf(log);
        log.forEach(({ event }, index) => {
          const before = states[index - 1];
          if (event.type !== 'DeadlineRang' || before === undefined) return;
          expect(agendaOf(before)).toContainEqual(expect.objectContaining({ ...event.data, does: 'ring' }));
        });
      }),
      { numRuns },
    );
  });
});

describe('the difference between two agendas', () => {
  const owed = (key: string, dueAt: string): Obligation => ({
    key,
    dueAt: dueAt as Instant,
    stage: 'cell-count',
    owner: 'coordinator',
    what: 'Record the count',
    does: 'ring',
    kind: 'count-due',
    severity: 'warning',
    overdue: { wrong: 'No count.', follows: 'Nobody knows.' },
    offers: [],
  });

  it('keeps the key of what moves, and says nothing of what stays', () => {
    const before = [
      owed('stays', '2024-09-04T04:05:00.000Z'),
      owed('moves', '2024-09-04T04:05:00.000Z'),
      owed('goes', '2024-09-04T04:05:00.000Z'),
    ];
    const moved = owed('moves', '2024-09-04T03:05:00.000Z');
    const comes = owed('comes', '2024-09-04T04:05:00.000Z');
    expect(agendaDifference(before, [before[0]!, moved, comes])).toEqual({
      opened: [comes],
      moved: [moved],
      closed: ['goes'],
    });
  });
});
