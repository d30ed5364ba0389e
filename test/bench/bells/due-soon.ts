import { randomUUID } from 'node:crypto';
import {
  instantFromMillis,
  plusMinutes,
  type CommandId,
  type Instant,
  type ShipmentId,
  type Zone,
} from '@cellrelay/kernel';
import { agendaOf, defaultPolicy, type Obligation } from '@cellrelay/shipment';
import { playHistory, type HistoryStep, type PlayedHistory } from '@cellrelay/use-cases';
import { mustFind } from '../ground/must-find.js';
import type { ToRing } from './logged-bells.js';
import { asAnother, openingOf } from '../shipments/prepared-trip.js';

/** What is to ring: one deadline of a shipment, and when. */
export interface DueSoon extends ToRing {
  readonly dueAtMs: number;
  readonly history: PlayedHistory;
}

/** Late enough to owe a courier from the opening on, early enough to owe plans, papers and presence only days later. */
const daysToCollection = 9;

/**
 * A shipment that owes one thing at exactly that moment: opened so long before that its time to name a courier ends then, its donor cleared. Everything else that
 * it owes is days off.
 */
export async function shipmentDueAt(dueAtMs: number): Promise<DueSoon> {
  const dueAt = instantFromMillis(Math.round(dueAtMs));
  const openedAt = plusMinutes(dueAt, -defaultPolicy.reportGraceMinutes.value);
  const opening = openingFor(wholeMinute(plusMinutes(openedAt, daysToCollection * 24 * 60)));
  const steps = [{ ...opening, at: openedAt }, clearing(opening, openedAt)];
  const played = await playHistory(shipmentIn(opening), steps, { desks: [] }, openedAt);
  const owed = agendaOf(played.shipment);
  mustOweOne(dueAt, mustFind(owed, 0), mustFind(owed, 1));
  const shipment = randomUUID() as ShipmentId;
  const history = asAnother(played, shipment);
  const { key } = mustFind(owed, 0);
  return { shipment, key, lines: history.entries.length, dueAtMs: Math.round(dueAtMs), history };
}

const openings = new Map<Instant, HistoryStep>();

/** The same for all that are collected in the same minute. */
function openingFor(collectionStartsAt: Instant): HistoryStep {
  const opening = openings.get(collectionStartsAt) ?? openingOf(collectionStartsAt);
  openings.set(collectionStartsAt, opening);
  return opening;
}

function clearing(opening: HistoryStep, at: Instant): HistoryStep {
  const clearedAt = { at, zone: 'UTC' as Zone };
  return {
    ...opening,
    at,
    id: `${opening.id}/cleared` as CommandId,
    command: { name: 'ClearDonor', data: { clearedAt } },
  };
}

function mustOweOne(dueAt: Instant, first: Obligation, second: Obligation): void {
  if (first.dueAt === dueAt && first.does === 'ring' && second.dueAt > plusMinutes(dueAt, 24 * 60)) return;
  const owes = `${first.key} at ${first.dueAt}, ${second.key} at ${second.dueAt}`;
  throw new Error(`a shipment was to owe one thing at ${dueAt}, and owes ${owes}`);
}

function shipmentIn({ command }: HistoryStep): ShipmentId {
  if (command.name !== 'OpenShipment') throw new Error('a history begins with the opening');
  return command.data.shipment;
}

function wholeMinute(at: Instant): Instant {
  return instantFromMillis(Math.floor(Date.parse(at) / 60_000) * 60_000);
}
