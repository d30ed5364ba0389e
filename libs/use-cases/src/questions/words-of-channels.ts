const ways: Readonly<Record<string, { readonly by: string; readonly none: string }>> = {
  mail: { by: 'mail', none: 'no mail' },
  sms: { by: 'SMS', none: 'no SMS' },
  voice: { by: 'a call', none: 'no calls' },
};

/** "by SMS" */
export function byOne(channel: string): string {
  return `by ${ways[channel]?.by ?? channel}`;
}

/** "by mail, a call" */
export function byChannels(channels: readonly string[]): string {
  return `by ${channels.map((each) => ways[each]?.by ?? each).join(', ')}`;
}

/** What a server does not send: "no mail and no SMS". */
export function noChannels(channels: readonly string[]): string {
  const none = channels.map((each) => ways[each]?.none ?? `nothing by ${each}`);
  const [last, ...rest] = none.toReversed();
  return rest.length === 0 ? (last ?? '') : `${rest.toReversed().join(', ')} and ${last}`;
}
