import { callKinds } from '@cellrelay/shipment';
import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Desk } from '@cellrelay/use-cases';
import { byHandDesk } from '../by-hand/by-hand-desk.js';
import { loggerDesk, withLoggerDesk } from './logger-desk.js';

const shipment = 'a0000000-0000-4000-8000-000000000001' as ShipmentId;
const since = '2026-11-20T08:00:00.000Z' as Instant;
const now = '2026-11-20T09:00:00.000Z' as Instant;

function request(data: Readonly<Record<string, unknown>>): Parameters<Desk['call']>[0] {
  return { kind: 'watch-logger', idempotencyKey: `${shipment}/watch-logger/L1/1`, dueAt: now, now, shipment, data };
}

function asked(last: string | null, data: Readonly<Record<string, unknown>> = { logger: 'L1', box: 'B1', since }) {
  const found = last === null ? null : { atMillis: Date.parse(last), celsius: 4 };
  return loggerDesk({ last: () => Promise.resolve(found) }).call(request(data));
}

describe('the desk that looks after live loggers', () => {
  it('has heard one whose newest reading is of after it was heard last', async () => {
    expect(await asked('2026-11-20T08:59:00.000Z')).toEqual({
      kind: 'outcome',
      command: {
        name: 'RecordLoggerHeard',
        data: { logger: 'L1', through: { at: '2026-11-20T08:59:00.000Z', zone: 'UTC' } },
      },
    });
  });

  it('puts nothing on record through a moment that is to come', async () => {
    const ahead = { command: { data: { through: { at: now } } } };
    expect(await asked('2026-11-20T09:02:00.000Z')).toMatchObject(ahead);
  });

  it.each([null, '2026-11-20T07:00:00.000Z', since])(
    'says that one is silent whose newest reading is of %s',
    async (last) => {
      const command = { name: 'RecordLoggerSilent', data: { logger: 'L1', since: { at: since, zone: 'UTC' } } };
      expect(await asked(last)).toEqual({ kind: 'outcome', command });
    },
  );

  it('takes no call that does not say after which', async () => {
    await expect(asked(null, { box: 'B1' })).rejects.toThrow('which logger');
  });

  it('leaves one that has never sent to the rehearsal, where there is one', async () => {
    const silent = loggerDesk({ last: () => Promise.resolve(null) }, byHandDesk);
    expect(await silent.call(request({ logger: 'L1', since }))).toEqual({ kind: 'by-hand' });
    const heard = loggerDesk({ last: () => Promise.resolve({ atMillis: Date.parse(now), celsius: 4 }) }, byHandDesk);
    expect(await heard.call(request({ logger: 'L1', since }))).toMatchObject({ kind: 'outcome' });
  });

  it('stands in the place of whichever desk did it before', () => {
    const desks = withLoggerDesk([byHandDesk], loggerDesk({ last: () => Promise.resolve(null) }));
    for (const kind of callKinds.filter((each) => each !== 'tell'))
      expect(desks.filter(({ serves }) => serves.includes(kind))).toHaveLength(1);
    expect(desks[1]?.serves).toEqual(['watch-logger']);
  });
});
