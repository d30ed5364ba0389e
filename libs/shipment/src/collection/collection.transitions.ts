import type { TransitionTable } from '../transitions.js';
import type { CollectionCommand, CollectionDayStatus, PostponementStatus, PostponingCommand } from './collection.js';

/** A day before the order's days are planned has no status of its own yet. */
type DayOrNone = CollectionDayStatus | 'unplanned';

/**
 * Day 1 is planned and day 2 reserved. An ended day can be corrected, and of a day that is stood down the centre is told, so
 * neither is terminal. Before any has begun all days may be planned anew; one that is no longer wanted is stood down. One that was stood down on a count that proves wrong may be called up after all.
 * What came of a running day is recorded, also when the shipment was cancelled meanwhile. The word that it was broken off without a bag is taken back by its end with
 * bags, or by another start on that day; where it stands, the second day can begin without having been called up.
 */
export const collectionDayTable: TransitionTable<DayOrNone, Exclude<CollectionCommand, PostponingCommand>['name']> = {
  subject: 'one collection day',
  initial: 'unplanned',
  terminal: [],
  moves: [
    {
      command: 'PlanCollection',
      from: ['unplanned', 'planned', 'reserved', 'stood-down', 'broken-off'],
      to: ['planned', 'reserved', 'stood-down'],
    },
    { command: 'CallUpCollectionDay', from: ['reserved', 'stood-down'], to: ['planned'] },
    { command: 'StandDownCollectionDay', from: ['reserved', 'planned'], to: ['stood-down'] },
    { command: 'StartCollection', from: ['planned', 'reserved', 'broken-off'], to: ['running'] },
    { command: 'RecordCollectionBrokenOff', from: ['running'], to: ['broken-off'] },
    { command: 'EndCollection', from: ['running', 'broken-off'], to: ['ended'] },
    { command: 'CorrectCollectionEnd', from: ['ended'], to: ['ended'] },
    { command: 'SplitBag', from: ['ended'], to: ['ended'] },
    { command: 'AllotBag', from: ['ended'], to: ['ended'] },
    { command: 'RecordCryopreservedAtOrigin', from: ['ended'], to: ['ended'] },
    { command: 'RecordNotUsedAtOrigin', from: ['ended'], to: ['ended'] },
    { command: 'RecordStandDownTold', from: ['stood-down'], to: ['stood-down'] },
  ],
};

/** The last postponement, and whether everybody concerned has been told of it. */
export const postponementTable: TransitionTable<PostponementStatus, PostponingCommand['name']> = {
  subject: 'the last postponement',
  initial: 'none',
  terminal: [],
  moves: [
    { command: 'PostponeCollection', from: ['none', 'to-tell', 'told'], to: ['to-tell'] },
    { command: 'PostponeShipping', from: ['none', 'to-tell', 'told'], to: ['to-tell'] },
    { command: 'RecordPostponementTold', from: ['to-tell'], to: ['told'] },
  ],
};
