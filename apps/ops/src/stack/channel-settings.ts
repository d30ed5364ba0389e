import { isLoopback, type Config } from '@cellrelay/platform';

/** By what people and programs are told, and where the board is that they are led to. */
export interface ChannelSettings extends Pick<Config, 'mail' | 'sms' | 'voice'> {
  readonly origin: string | null;
  /** Whether programs on this machine may be told: where nobody signs in from elsewhere. */
  readonly ownMachine: boolean;
}

/** The channels that a configuration names. */
export function channelsOf({ mail, sms, voice, web: { origin, host } }: Config): ChannelSettings {
  return { mail, sms, voice, origin, ownMachine: origin === null && isLoopback(host) };
}
