import { isOfOneMachine, type Config } from '@cellrelay/platform';
import { personalChannels, type PersonalChannel } from '@cellrelay/use-cases';

/** By what people and programs are told, and where the board is that they are led to. */
export interface ChannelSettings extends Pick<Config, 'mail' | 'sms' | 'voice'> {
  readonly origin: string | null;
  /** Whether programs on this machine may be told: where nobody else uses it. */
  readonly ownMachine: boolean;
}

/** The channels that a configuration names. */
export function channelsOf(config: Config): ChannelSettings {
  const { mail, sms, voice, web } = config;
  return { mail, sms, voice, origin: web.origin, ownMachine: isOfOneMachine(config) };
}

/** By which of them people are told. Without settings some other worker tells them: then by any. */
export function sendsOf(settings: Pick<ChannelSettings, PersonalChannel> | undefined): readonly PersonalChannel[] {
  return personalChannels.filter((channel) => settings === undefined || settings[channel] !== null);
}
