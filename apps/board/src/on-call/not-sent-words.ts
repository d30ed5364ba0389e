import type { OnCall } from '../api/types.js';

type Channel = OnCall['sends'][number];

const none: readonly (readonly [Channel, string])[] = [
  ['mail', 'sends no mail'],
  ['sms', 'sends no SMS'],
  ['voice', 'makes no calls'],
];

/** "This server sends no mail and makes no calls."; null where it does all of it. */
export function notSentSaid(sends: readonly Channel[]): string | null {
  const [last, ...rest] = none.flatMap(([channel, said]) => (sends.includes(channel) ? [] : [said])).reverse();
  if (last === undefined) return null;
  const before = rest.reverse().join(', ');
  return `This server ${before === '' ? last : `${before} and ${last}`}.`;
}
