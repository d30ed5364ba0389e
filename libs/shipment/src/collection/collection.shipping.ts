import { decided, notWorded, inTheFuture, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { dayProblem } from './collection.postponing.js';
import type { CollectionEvent, PostponeShipping } from './collection.js';
import type { CollectionFacts, UnitAtBank } from './collection.facts.js';

type Asked = PostponeShipping['data'];

/** Lets a banked unit leave its bank on another day, later or sooner, for as long as it is there. */
export function postponeShipping(data: Asked, facts: CollectionFacts): Decision<CollectionEvent> {
  const { unit } = facts;
  if (unit === null) return decided(noUnit, () => []);
  return decided(postponingProblem(data, unit, facts), () => {
    const { postponedAt, ...said } = data;
    return [
      {
        type: 'ShippingPostponed',
        v: 1,
        stage: 'collection',
        occurredAt: postponedAt,
        data: { ...said, was: unit.shipOn },
      },
    ];
  });
}

const noUnit: Refusal = {
  code: 'no-banked-unit',
  sentence: 'No banked unit is ordered: what is collected is postponed with its collection.',
  allowed: ['PostponeCollection'],
};

function postponingProblem(
  { shipOn, postponedAt, reason, wordOf }: Asked,
  unit: UnitAtBank,
  facts: CollectionFacts,
): Refusal | undefined {
  return (
    unitGone(unit) ??
    inTheFuture(postponedAt, facts.now, '/postponedAt') ??
    sameDay(shipOn, unit) ??
    dayProblem(shipOn, '/shipOn', { zone: unit.zone, what: 'The day of leaving', ...facts }) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(wordOf.person, 'The person', '/wordOf/person', 200)
  );
}

function unitGone({ gone }: UnitAtBank): Refusal | undefined {
  if (gone === null) return undefined;
  return gone === 'left'
    ? { code: 'unit-has-left', sentence: 'The unit has left its bank: its flights are moved, and not its day.' }
    : { code: 'unit-not-to-leave', sentence: 'The unit is not to leave its bank any more.' };
}

function sameDay(shipOn: Asked['shipOn'], unit: UnitAtBank): Refusal | undefined {
  if (shipOn !== unit.shipOn) return undefined;
  return { code: 'nothing-postponed', sentence: `The unit is to leave on ${shipOn} already.`, at: '/shipOn' };
}
