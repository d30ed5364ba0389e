import type { Instant } from '@cellrelay/kernel';
import type { CallKind } from '@cellrelay/shipment';
import { rehearsalDesks } from './rehearsal-desk.js';
import type { RehearsalLine } from './script.js';

const dueAt = '2026-11-20T08:00:00.000Z' as Instant;
const beijing = { iata: 'PEK', zone: 'Asia/Shanghai', city: 'Beijing', country: 'CN' };
const airports = { find: (iata: string) => (iata === 'PEK' ? beijing : undefined) };

/** What the desk that serves that kind says to a call, with a script of one line. */
async function saidTo(kind: CallKind, data: Readonly<Record<string, unknown>>, line?: Omit<RehearsalLine, 'call'>) {
  const lines = line === undefined ? [] : [{ call: `${kind}/*`, ...line }];
  const desk = rehearsalDesks({ seed: 1, lines }, airports).find(({ serves }) => serves.includes(kind));
  const shipment = 'a0000000-0000-4000-8000-000000000001';
  const call = { kind, idempotencyKey: `${shipment}/${kind}/X/1`, dueAt, data } as never;
  return desk?.call(call);
}

const border = { request: 'CN-import-PEK', airport: 'PEK' };
const checkpoint = { exemption: '1/0/PEK', airport: 'PEK' };
const here = { at: dueAt, zone: 'Asia/Shanghai' };

describe('the rehearsed customs desk', () => {
  it('gives a permit without an end, unless the script names its days', async () => {
    const command = { name: 'RecordCustomsGranted', data: { request: 'CN-import-PEK', grantedAt: here } };
    expect(await saidTo('ask-customs-answer', border)).toMatchObject({
      kind: 'outcome',
      command: { ...command, data: { ...command.data, validUntil: null } },
    });
    expect(await saidTo('ask-customs-answer', border, { says: 'yes', validDays: 3 })).toMatchObject({
      command: { data: { validUntil: { at: '2026-11-23T08:00:00.000Z', zone: 'Asia/Shanghai' } } },
    });
  });
});

describe('the rehearsed watch over loggers', () => {
  const logger = { logger: 'L-1', box: 'B-1', since: '2026-11-20T07:00:00.000Z' };

  it('has heard one that the script names', async () => {
    const command = { name: 'RecordLoggerHeard', data: { logger: 'L-1' } };
    expect(await saidTo('watch-logger', logger, { says: 'yes' })).toMatchObject({ command });
  });

  it.each([undefined, { says: 'no' } as const])('has not heard one of which it says %j', async (line) => {
    const command = { name: 'RecordLoggerSilent', data: { logger: 'L-1', since: { at: logger.since } } };
    expect(await saidTo('watch-logger', logger, line)).toMatchObject({ command });
  });
});

describe('the rehearsed security desk', () => {
  const onTheSpot = { ...checkpoint, answer: 'on-arrival' };

  it('is told where no answer is given in advance, and asked elsewhere', async () => {
    expect(await saidTo('request-exemption', onTheSpot)).toMatchObject({
      command: { name: 'RecordExemptionNotified', data: { exemption: '1/0/PEK', notifiedAt: here } },
    });
    expect(await saidTo('request-exemption', { ...checkpoint, answer: 'in-advance' })).toMatchObject({
      command: { name: 'RecordExemptionRequested' },
    });
  });

  it('may say no to being told, too', async () => {
    const command = { name: 'RecordExemptionRefused', data: { reason: 'not here' } };
    expect(await saidTo('request-exemption', onTheSpot, { says: 'no', reason: 'not here' })).toMatchObject({ command });
  });
});
