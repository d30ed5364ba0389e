import { z } from 'zod';
import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { roles } from '@cellrelay/shipment';
import { personalChannels, type PersonalChannel } from '../deliveries/delivery.js';
import { onCallAt, onCallBetween, type OnCallSpan } from './on-call-at.js';
import type { Colleague } from './on-call.port.js';
import type { KeptRoster } from './roster.js';

const moment = z.iso.datetime();
const zoned = z.object({ at: moment, zone: z.string() });
const account = z.string().meta({ description: 'An account’s id; see people' });

const sends = z
  .array(z.enum(personalChannels))
  .meta({ description: 'By which channels this server sends; by any other nobody is told' });

/** Who is on call for an organisation, now and in the days to come. */
export const onCallView = z.object({
  revision: z.number().meta({ description: 'To be sent as If-Match when the roster is changed; 0: there is none yet' }),
  zone: z.string(),
  now: z.array(account).meta({ description: 'Who is on call, the first first; empty: nobody' }),
  spans: z
    .array(z.object({ from: moment, to: moment, accounts: z.array(account) }))
    .meta({ description: 'The next 7 days without a break; one without accounts is a gap' }),
  gaps: z.number().meta({ description: 'How many of those are gaps' }),
  shifts: z.array(z.object({ account, place: z.number(), weekday: z.number(), from: z.string(), to: z.string() })),
  exceptions: z.array(z.object({ account: account.nullable(), place: z.number(), from: zoned, to: zoned })),
  substitutions: z.array(z.object({ absent: account, by: account, from: zoned, to: zoned })),
  people: z.array(
    z.object({
      account,
      person: z.string(),
      role: z.enum(roles),
      reachable: z
        .boolean()
        .meta({ description: 'Whether they have said how they are reached, by a channel that this server sends by' }),
    }),
  ),
  sends,
  mayChange: z.boolean(),
});

/** How one is told oneself. */
export const wishView = z.object({
  zone: z.string(),
  quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
  channels: z.array(z.object({ channel: z.enum(personalChannels), to: z.string() })),
  sends,
});

export type OnCallView = z.infer<typeof onCallView>;
export type TellingView = z.infer<typeof wishView>;

const daysShown = 7;

/** What is known of it. */
export interface OnCallKnown {
  readonly roster: KeptRoster;
  readonly people: readonly Colleague[];
  readonly mayChange: boolean;
  readonly sends: readonly PersonalChannel[];
}

/** A roster with what it comes to from now on. What is over long since is not told. */
export function onCallViewOf({ roster, people, mayChange, sends }: OnCallKnown, now: Instant): OnCallView {
  const there = new Set(people.map(({ account: id }) => id));
  const staying = (accounts: readonly string[]) => accounts.filter((id) => there.has(id));
  const spans = onCallBetween(roster, now, plusMinutes(now, daysShown * 24 * 60)).map(
    ({ accounts, ...span }): OnCallSpan => ({ ...span, accounts: staying(accounts) }),
  );
  return {
    revision: roster.revision,
    zone: roster.zone,
    now: [...staying(onCallAt(roster, now))],
    spans: spans.map((span) => ({ ...span, accounts: [...span.accounts] })),
    gaps: spans.filter(({ accounts }) => accounts.length === 0).length,
    shifts: [...roster.shifts],
    exceptions: roster.exceptions.filter(({ to }) => to.at > now),
    substitutions: roster.substitutions.filter(({ to }) => to.at > now),
    people: people.map(({ channels, ...each }) => ({
      ...each,
      reachable: channels.some((channel) => sends.includes(channel)),
    })),
    sends: [...sends],
    mayChange,
  };
}

/** An organisation that keeps no roster yet. */
export const noRoster: KeptRoster = {
  revision: 0,
  zone: 'UTC' as KeptRoster['zone'],
  shifts: [],
  exceptions: [],
  substitutions: [],
};
