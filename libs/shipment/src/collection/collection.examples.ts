import { localDateOf, plusMinutes, zoneOf, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import type { CollectionCommand } from './collection.js';
import type { CollectionFacts } from './collection.facts.js';

/** A collection in Beijing on 23 and 24 November, for the specs of this stage. */

const beijing = zoneOf('Asia/Shanghai');
if (beijing === undefined) throw new Error('a test value is malformed');
export const zone = beijing;

/** `24T08:00` in Beijing, in November. */
export const at = (local: string): ZonedInstant => ({
  at: plusMinutes(`2026-11-${local}:00.000Z` as Instant, -480),
  zone,
});

export const date = (text: string): LocalDate => {
  const found = localDateOf(text);
  if (found === undefined) throw new Error('a test value is malformed');
  return found;
};

export const facts: CollectionFacts = {
  now: at('26T08:00').at,
  statedBy: { person: 'A', organisation: 'B', how: 'telephone' },
  donorCleared: true,
  recipients: ['R1'],
  plateletWarningE9PerL: { day1: 120, day2: 80 },
  countedAt: {},
  handedOverAt: null,
  donorWithdrawn: false,
  mostDays: 2,
  startsAtClock: '08:00',
  plannedMinutes: 300,
  custody: { packed: false, inTheBox: null, receivedAt: null, ended: [] },
  stoppedFor: [],
  cryopreservingSince: null,
  noneFly: false,
  unit: null,
};

export const planned = (text: string) => ({
  date: date(`2026-11-${text}`),
  plannedStartAt: at(`${text}T08:00`).at,
  plannedEndAt: at(`${text}T13:00`).at,
});

export const plan: CollectionCommand = {
  name: 'PlanCollection',
  data: { zone, days: [planned('23'), planned('24')] },
};
