import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { instantFromMillis, plusMinutes, type CommandId, type Instant } from '@cellrelay/kernel';
import { playHistory, type PlayedHistory } from '@cellrelay/use-cases';
import { beijingToHouston } from '../../../apps/ops/src/examples/route.js';
import { ExampleTrip } from '../../../apps/ops/src/examples/trip.js';
import { airports, holidays } from '../../../apps/ops/src/stack/open-stack.js';
import { mustFind } from '../ground/must-find.js';

const startedAgo = 20 * 60;
const departsAfter = 11 * 60;

/** A trip whose box is with its courier, with a logger in it. */
export interface BoxedTrip {
  readonly history: PlayedHistory;
  /** Since when the logger tells of the cells. */
  readonly boundAt: Instant;
  /** The logger's number in a copy, by the copy's reference. */
  readonly loggerOf: (reference: string) => string;
}

const loggerOf = (reference: string): string => `LOGGER ${reference}`;

/** An example's, handed over some hours ago. */
export async function boxedTrip(): Promise<BoxedTrip> {
  const now = instantFromMillis(Math.floor(Date.now() / 60_000) * 60_000);
  const collectionStartsAt = plusMinutes(now, -startedAgo);
  const times = { collectionStartsAt, departsAt: plusMinutes(collectionStartsAt, departsAfter) };
  const trip = new ExampleTrip(beijingToHouston, times, airports);
  const all = trip.inTheAir();
  const steps = all.slice(0, all.findLastIndex(({ command }) => command.name === 'HandOverToCourier') + 1);
  const last = mustFind(steps, steps.length - 1);
  const boundAt = { at: last.at, zone: beijingToHouston.parties.collectionCentre.zone };
  const bound = { logger: loggerOf(beijingToHouston.reference), box: 'EX-BOX-7', probe: 'at-the-bag' } as const;
  const binding = { ...last, id: `${last.id}/logger` as CommandId };
  const command = { name: 'BindLogger', data: { ...bound, sends: 'by-file', boundAt } } as const;
  const desks = rehearsalDesks({ seed: 1, lines: [] }, airports);
  const history = await playHistory(trip.id, [...steps, { ...binding, command }], { desks, holidays }, last.at);
  return { history, boundAt: last.at, loggerOf };
}
