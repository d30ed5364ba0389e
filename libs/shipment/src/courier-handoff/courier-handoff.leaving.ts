import { bagsDiffer } from '../bag-lists.js';
import type { Refusal } from '../stage.js';
import type { CourierHandoffFacts, CourierHandoffState } from './courier-handoff.js';

/** The box leaves only by a confirmed plan, and with exactly the bags that travel. */
export function mayNotLeave({ packed }: CourierHandoffState, facts: CourierHandoffFacts): Refusal | undefined {
  if (!facts.planConfirmed) return noPlan;
  if (facts.moreBagsToCome) return bagsToCome;
  if (facts.unitReleased === false) return notReleased;
  const expected = facts.bags.map((bag) => bag.id);
  return packedAnew(expected, packed?.bags ?? []);
}

/** Bags collected, or dropped, after packing: the box that stands there is not the box that is to travel. */
function packedAnew(expected: readonly string[], packed: readonly string[]): Refusal | undefined {
  const differ = bagsDiffer(expected, packed, '/bags');
  if (differ === undefined) return undefined;
  return {
    code: 'bags-changed-since-packing',
    sentence: `Pack the box again. ${differ.sentence}`,
    allowed: ['PackBox'],
  };
}

const notReleased: Refusal = {
  code: 'unit-not-released',
  sentence: 'The bank has not released the unit, so it must not leave.',
  allowed: ['ReleaseUnit'],
};

const noPlan: Refusal = {
  code: 'plan-not-confirmed',
  sentence: 'No plan is confirmed, so the box must not leave the collection centre.',
};

const bagsToCome: Refusal = {
  code: 'more-bags-to-come',
  sentence: 'It was decided to collect again: the bags of both days travel together.',
  allowed: ['EndCollection', 'DecideOnCount'],
};
