import { minutesBetween, type Instant } from '@cellrelay/kernel';
import { backingProblem } from '../backing.js';
import { notWorded } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { Bag, CollectionDay } from './collection.js';
import type { CollectionFacts } from './collection.facts.js';
import type { AtOriginCommand, AtOriginEvent } from './collection.staying.js';

/** A bag with the day it is from, and what else the stage may know. */
export interface Held {
  readonly bag: Bag;
  readonly day: CollectionDay;
  readonly facts: CollectionFacts;
}

/** What keeps it from being recorded that a bag was frozen, or is not used, where it was collected: only one that is to travel, or that has left. */
export function atOriginProblem(command: AtOriginCommand, held: Held): Refusal | undefined {
  const problem = isToTravel(command, held) ?? hasLeft(held);
  if (problem !== undefined || command.name === 'RecordCryopreservedAtOrigin') return problem;
  const { data } = command;
  return (
    backingProblem('not-used-at-origin', { ...data, confirmedBy: null }, held.facts.statedBy) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

/**
 * Whoever stops has said all that the way of the cells hangs on: what the centre does with them then is a fact, and needs no decision of its own. Of cells that are to
 * fly it would be one that nobody took.
 */
function isToTravel({ name }: AtOriginCommand, { bag, facts }: Held): Refusal | undefined {
  const staysBehind = facts.noneFly || facts.stoppedFor.includes(bag.recipient);
  if (facts.cryopreservingSince !== null || staysBehind) return undefined;
  return name === 'RecordCryopreservedAtOrigin'
    ? {
        code: 'not-to-be-frozen',
        sentence: 'It was not decided to freeze the cells where they were collected.',
        allowed: ['CryopreserveAtOrigin'],
      }
    : {
        code: 'is-to-travel',
        sentence: `${bag.id} is to travel. Stop, freeze the cells where they are or cancel first.`,
        allowed: ['DecideOnCount', 'CryopreserveAtOrigin', 'CancelShipment'],
      };
}

function hasLeft({ bag, facts }: Held): Refusal | undefined {
  if (facts.custody.inTheBox?.includes(bag.id) !== true) return undefined;
  return { code: 'bag-has-left', sentence: `${bag.id} left the collection centre with the box.`, at: '/bag' };
}

/** What is recorded of it, with the bag's age then. */
export function atOriginEvent(command: AtOriginCommand, day: CollectionDay): AtOriginEvent {
  const written = { v: 1, stage: 'collection' } as const;
  const { bag } = command.data;
  const ageAt = (at: Instant) => Math.floor(minutesBetween(endOf(day), at));
  if (command.name === 'RecordCryopreservedAtOrigin') {
    const { startedAt } = command.data;
    const data = { day: day.day, bag, ageMinutes: ageAt(startedAt.at) };
    return { type: 'BagCryopreservedAtOrigin', ...written, occurredAt: startedAt, data };
  }
  const { decidedAt, reason, wordOf } = command.data;
  const data = { day: day.day, bag, ageMinutes: ageAt(decidedAt.at), reason, wordOf };
  return { type: 'BagNotUsedAtOrigin', ...written, occurredAt: decidedAt, data };
}

/** When that day's collection ended. */
export function endOf({ endedAt }: CollectionDay): Instant {
  if (endedAt === null) throw new Error('a day with bags has ended');
  return endedAt.at;
}
