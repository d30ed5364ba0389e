import type { Telling } from '../api/types.js';
import { lineOfWish, wishTyped } from './telling-wish.js';

const none: Telling = { zone: 'UTC', quiet: null, channels: [], sends: [] };
const typed = { zone: 'Europe/Berlin', mail: ' a@example.org ', sms: '', voice: '+4930123456', from: '', to: '' };

describe('how somebody wants to be told, as typed', () => {
  it('is by mail first, then SMS, then a call', () =>
    expect(wishTyped(none, typed)).toEqual({
      ...{ zone: 'Europe/Berlin', quiet: null },
      channels: [
        { channel: 'mail', to: 'a@example.org' },
        { channel: 'voice', to: '+4930123456' },
      ],
    }));

  it('keeps the order that stands, and a second address of a way', () => {
    const channels: Telling['channels'] = [
      { channel: 'voice', to: '+4930999999' },
      { channel: 'mail', to: 'old@example.org' },
      { channel: 'mail', to: 'second@example.org' },
    ];
    expect(wishTyped({ ...none, channels }, typed).channels).toEqual([
      { channel: 'voice', to: '+4930123456' },
      { channel: 'mail', to: 'a@example.org' },
      { channel: 'mail', to: 'second@example.org' },
    ]);
    expect(wishTyped({ ...none, channels }, { ...typed, voice: '' }).channels.map(({ channel }) => channel)).toEqual([
      'mail',
      'mail',
    ]);
  });

  it('has quiet hours where one of their ends was typed, so that the other is asked for', () =>
    expect(wishTyped(none, { ...typed, from: '22:00' }).quiet).toEqual({ from: '22:00', to: '' }));
});

it('what is refused of it blames the line in which it was typed', () => {
  const lineOf = lineOfWish(wishTyped(none, typed));
  expect(['/channels/0/to', '/channels/1/to', '/quiet/to', '/zone', '/channels/7/to'].map(lineOf)).toEqual([
    ...['mail', 'voice', 'to'],
    ...[undefined, undefined],
  ]);
});
