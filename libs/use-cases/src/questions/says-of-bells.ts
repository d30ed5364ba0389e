import type { AlertEvent } from '@cellrelay/shipment';
import { wordsOfCommand } from '../wire/catalogue.js';
import type { Tellers } from './says.js';
import { wordsOfKey } from './words-of-keys.js';

/** The bells and the alerts. */
export const alertSays: Tellers<AlertEvent['type']> = {
  DeadlineRang: ({ key }) => `Rang: ${wordsOfKey(key)}.`,
  CallHandedToPerson: ({ key }) => `Handed to a person: ${wordsOfKey(key)}.`,
  ItemParked: ({ key, reason }) => `Tried in vain and parked: ${wordsOfKey(key)}. ${reason}`,
  ItemRedriven: ({ key }) => `To be tried again: ${wordsOfKey(key)}.`,
  AlertRaised: ({ cause }) => `Alert (${cause.severity}): ${cause.wrong}`,
  AlertChanged: ({ cause }) => `Alert is now (${cause.severity}): ${cause.wrong}`,
  AlertAcknowledged: ({ by }) => `${by} has taken the alert on.`,
  AlertTold: ({ step, deliveries, channels, rostered }) =>
    deliveries === 0
      ? `Nobody could be told of the alert (step ${step})${rostered ? '' : ': nobody says who is on call'}.`
      : `Told of the alert (step ${step}): ${deliveries} ${deliveries === 1 ? 'message' : 'messages'} by ${channels.join(', ')}.`,
  AlertEndTold: ({ deliveries }) =>
    `Told that the alert has ended: ${deliveries} ${deliveries === 1 ? 'message' : 'messages'}.`,
  AlertEscalated: () => 'Nobody took the alert on in time: escalated.',
  AlertResolved: ({ resolution }) => `Alert ended: ${wordsOfCommand(resolution)}.`,
};
