import type { Telling } from '../api/types.js';

/** What is written of it. */
export type TellingWish = Omit<Telling, 'sends'>;

type Typed = Readonly<Record<string, string>>;

const ways = ['mail', 'sms', 'voice'] as const;

/** How somebody wants to be told, by what they typed: the first address of each way is what the form is about; the order of the ways, and further addresses, stay as they were. */
export function wishTyped({ channels: before }: Pick<Telling, 'channels'>, typed: Typed): TellingWish {
  const { zone = '', from = '', to = '' } = typed;
  const typedFor = (way: string) => (typed[way] ?? '').trim();
  const stays = before.map((each) =>
    each === firstOf(before, each.channel) ? { ...each, to: typedFor(each.channel) } : each,
  );
  const added = ways.flatMap((channel) =>
    firstOf(before, channel) === undefined ? [{ channel, to: typedFor(channel) }] : [],
  );
  const channels = [...stays, ...added].filter((each) => each.to !== '');
  return { zone, quiet: from === '' && to === '' ? null : { from, to }, channels };
}

/** The first address of a way. */
export function firstOf(channels: Telling['channels'], way: string): Telling['channels'][number] | undefined {
  return channels.find(({ channel }) => channel === way);
}

/** In which line of the form stands what is written there. */
export function lineOfWish({ channels }: TellingWish): (pointer: string) => string | undefined {
  return (pointer) => {
    const [, list, part] = pointer.split('/');
    if (list === 'quiet') return part;
    return list === 'channels' ? channels[Number(part)]?.channel : undefined;
  };
}
