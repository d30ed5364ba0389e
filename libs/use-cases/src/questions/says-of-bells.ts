import type { AlertEvent, AlertTellingFailed, AlertTold } from '@cellrelay/shipment';
import { byChannels, byOne, noChannels } from './words-of-channels.js';
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
  AlertTold: toldSays,
  AlertTellingFailed: ({ step, channel, how }) => `${failedSays(channel)[how]} (step ${step} of the alert).`,
  AlertEndTold: ({ deliveries }) => `Told that the alert has ended: ${messages(deliveries)}.`,
  AlertEscalated: () => 'Nobody took the alert on in time: escalated.',
  AlertResolved: ({ resolution }) => `Alert ended: ${wordsOfCommand(resolution)}.`,
};

/** Of a rehearsal's messages none left the house. */
function toldSays({ step, deliveries, channels, rostered, lacking = [] }: AlertTold['data']): string {
  if (channels.includes('rehearsal')) return `Example: nobody was told of the alert (step ${step}).`;
  const without = lacking.length === 0 ? '' : `this server sends ${noChannels(lacking)}`;
  if (deliveries > 0) {
    const said = `Told of the alert (step ${step}): ${messages(deliveries)} ${byChannels(channels)}`;
    return without === '' ? `${said}.` : `${said}; ${without}.`;
  }
  const why = rostered ? without : 'nobody says who is on call';
  if (why === '') return `Nobody could be told of the alert (step ${step}).`;
  const kept = rostered ? '; it is kept to be read on the board' : '';
  return `Nobody could be told of the alert (step ${step}): ${why}${kept}.`;
}

function messages(count: number): string {
  return `${count} ${count === 1 ? 'message' : 'messages'}`;
}

function failedSays(channel: string): Readonly<Record<AlertTellingFailed['data']['how'], string>> {
  const by = byOne(channel);
  return {
    'given-up': `A message ${by} reached nobody: it is given up`,
    kept: `A message ${by} reached nobody: this server sends ${noChannels([channel])}, and it is kept to be read on the board`,
    unknown: `Nobody learned whether a message ${by} reached anybody`,
  };
}
