import type { Instant, Zone } from '@cellrelay/kernel';
import { quietUntil, type TellingWish } from './telling-wish.js';
import type { PersonalChannel } from '../deliveries/delivery.js';
import { lackingFor, toldOrKept, whomToTell, type Reachable } from './whom-to-tell.js';

const berlin = 'Europe/Berlin' as Zone;
const at = (text: string) => text as Instant;
const night = at('2026-01-14T23:30:00.000Z');
const wish = (change: Partial<TellingWish> = {}): TellingWish => ({
  zone: berlin,
  quiet: null,
  channels: [
    { channel: 'mail', to: 'a@example.org' },
    { channel: 'sms', to: '+49301234567' },
  ],
  ...change,
});
const first: Reachable = { account: 'first', wish: wish() };
const second: Reachable = { account: 'second', wish: wish({ quiet: { from: '22:00', to: '07:00' } }) };
const mute: Reachable = { account: 'mute', wish: wish({ channels: [] }) };
const told = (...[step, people]: [Omit<Parameters<typeof whomToTell>[0], 'severity'>, readonly Reachable[]]) =>
  whomToTell({ ...step, severity: 'warning' }, people, night).map(({ account, channel }) => `${account}/${channel}`);

describe('a step', () => {
  it.each<[number | 'all', number | 'all', readonly string[]]>([
    [1, 1, ['first/mail']],
    [1, 2, ['first/sms']],
    // There is no third channel: the last stands in.
    [1, 3, ['first/sms']],
    [2, 'all', ['second/mail', 'second/sms']],
    [3, 1, ['second/mail']],
    ['all', 1, ['first/mail', 'second/mail']],
  ])('of person %s by channel %s', (person, channel, expected) =>
    expect(told({ person, channel }, [first, second])).toEqual(expected),
  );

  it('passes over whoever cannot be reached', () => {
    expect(told({ person: 1, channel: 1 }, [mute, second])).toEqual(['second/mail']);
    expect(told({ person: 1, channel: 1 }, [mute])).toEqual([]);
    expect(told({ person: 'all', channel: 'all' }, [])).toEqual([]);
  });

  it('waits for the end of quiet hours with a warning, and never with what is critical', () => {
    const step = { person: 1, channel: 1 } as const;
    const [warned] = whomToTell({ ...step, severity: 'warning' }, [second], night);
    expect(warned?.notBefore).toBe('2026-01-15T06:00:00.000Z');
    const [called] = whomToTell({ ...step, severity: 'critical' }, [second], night);
    expect(called?.notBefore).toBeNull();
  });
});

describe('where this server sends not by every channel', () => {
  const step = { person: 1, channel: 1, severity: 'critical' } as const;
  const mailOnly: Reachable = {
    account: 'mail-only',
    wish: wish({ channels: [{ channel: 'mail', to: 'a@example.org' }] }),
  };
  const by = (onCall: readonly Reachable[], ...sends: readonly PersonalChannel[]) =>
    toldOrKept(step, onCall, { at: night, sends }).map(
      ({ account, channel, kept }) => `${account}/${channel}${kept ? ' kept' : ''}`,
    );

  it('the next channel is taken at once, or the next person, and nobody is told by what is not sent', () => {
    expect(by([first], 'mail', 'sms')).toEqual(['first/mail']);
    expect(by([first], 'sms')).toEqual(['first/sms', 'first/mail kept']);
    expect(by([mailOnly, first], 'sms', 'voice')).toEqual(['first/sms', 'mail-only/mail kept']);
  });

  it('what is kept is what a step would have sent, and no more', () =>
    expect(by([first, mailOnly], 'sms')).toEqual(['first/sms', 'first/mail kept']));

  it('what they would be told is kept where nobody can be told', () => {
    expect(by([mailOnly, first])).toEqual(['mail-only/mail kept']);
    expect(by([mute])).toEqual([]);
  });

  it('it is known by what', () => {
    expect(lackingFor([mailOnly, first], ['mail'])).toEqual(['sms']);
    expect(lackingFor([mute], [])).toEqual([]);
  });
});

describe('quiet hours', () => {
  const until = (from: string, to: string, now: string) => quietUntil(wish({ quiet: { from, to } }), at(now));

  it.each([
    ['22:00', '07:00', '2026-01-14T20:59:00.000Z', null],
    ['22:00', '07:00', '2026-01-14T21:00:00.000Z', '2026-01-15T06:00:00.000Z'],
    ['22:00', '07:00', '2026-01-15T05:59:00.000Z', '2026-01-15T06:00:00.000Z'],
    ['22:00', '07:00', '2026-01-15T06:00:00.000Z', null],
    ['12:00', '13:00', '2026-01-15T11:30:00.000Z', '2026-01-15T12:00:00.000Z'],
    ['12:00', '13:00', '2026-01-15T12:30:00.000Z', null],
    // The clocks are put forward that night: seven is an hour sooner.
    ['22:00', '07:00', '2026-03-28T23:00:00.000Z', '2026-03-29T05:00:00.000Z'],
  ])('from %s to %s, at %s', (from, to, now, expected) => expect(until(from, to, now)).toBe(expected));

  it('are none where none are wanted', () => expect(quietUntil(wish(), night)).toBeNull());
});
