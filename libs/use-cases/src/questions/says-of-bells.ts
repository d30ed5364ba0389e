import type { AlertEvent } from '@cellrelay/shipment';
import type { Tellers } from './says.js';

/** The bells and the alerts. */
export const alertSays: Tellers<AlertEvent['type']> = {
  DeadlineRang: ({ key }) => `Rang: ${key}.`,
  CallHandedToPerson: ({ key }) => `Handed to a person: ${key}.`,
  ItemParked: ({ key, reason }) => `Tried in vain and parked: ${key}. ${reason}`,
  ItemRedriven: ({ key }) => `To be tried again: ${key}.`,
  AlertRaised: ({ cause }) => `Alert (${cause.severity}): ${cause.wrong}`,
  AlertChanged: ({ cause }) => `Alert is now (${cause.severity}): ${cause.wrong}`,
  AlertAcknowledged: ({ by }) => `${by} has taken the alert on.`,
  AlertEscalated: () => 'Nobody took the alert on in time: escalated.',
  AlertResolved: ({ resolution }) => `Alert resolved by ${resolution}.`,
};
