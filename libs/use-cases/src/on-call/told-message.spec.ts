import type { Instant, Zone } from '@cellrelay/kernel';
import { momentSaid } from './moment-said.js';
import { messageOf, type ToldAlert } from './told-message.js';

describe('a moment', () => {
  it.each([
    ['2026-11-23T12:00:00.000Z', 'Europe/Berlin', '23 Nov 2026, 13:00 Berlin time (12:00 UTC)'],
    ['2026-07-01T03:30:00.000Z', 'America/New_York', '30 Jun 2026, 23:30 New York time (1 Jul 2026, 03:30 UTC)'],
    ['2026-11-23T12:00:00.000Z', 'UTC', '23 Nov 2026, 12:00 UTC'],
  ])('%s in %s is %s', (at, zone, said) => expect(momentSaid(at as Instant, zone as Zone)).toBe(said));
});

describe('a message', () => {
  const view: ToldAlert['view'] = {
    ...{ id: 'a#1', shipment: 's', reference: 'EXAMPLE-1', route: 'Beijing → Houston', stage: 'collection' },
    ...{ severity: 'critical', wrong: 'No count.', follows: 'The cells wait.', status: 'raised', late: null },
    ...{ until: '2026-11-23T12:00:00.000Z', raisedAt: '2026-11-23T07:00:00.000Z', acknowledgedAt: null },
    ...{ acknowledgedBy: null, resolvedAt: null, resolution: null, untold: null, offers: [] },
    evidence: [{ says: 'Due: Record the count', at: '2026-11-23T06:30:00.000Z' }],
  };
  const zone = 'Europe/Berlin' as Zone;

  it('is in plain sentences, its times by the reader’s clock, named, and by UTC beside it', () =>
    expect(messageOf([{ view, ends: false, zone }])).toEqual({
      subject: 'Critical: EXAMPLE-1: No count.',
      lines: [
        'EXAMPLE-1, Beijing → Houston.',
        'No count.',
        'The cells wait.',
        'Act by 23 Nov 2026, 13:00 Berlin time (12:00 UTC).',
        'Due: Record the count: 23 Nov 2026, 07:30 Berlin time (06:30 UTC).',
        'It was raised on 23 Nov 2026, 08:00 Berlin time (07:00 UTC). Nobody has acknowledged it yet.',
        'To acknowledge it, sign in. Until somebody does, other people are told as well.',
      ],
      links: [{ label: 'Open the shipment', path: '/shipments/s' }],
    }));

  it('of an end says what ended it', () =>
    expect(messageOf([{ view: { ...view, resolution: 'Record the count' }, ends: true, zone }]).lines).toEqual([
      'EXAMPLE-1, Beijing → Houston: this alert is over, nobody need do anything about it any more.',
      'No count.',
      'What ended it: Record the count.',
    ]));
});
