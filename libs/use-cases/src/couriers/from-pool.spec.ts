import {
  instantOf,
  shipmentIdOf,
  type LocalDate,
  type ShipmentId,
  type Zone,
  type ZonedInstant,
} from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import type { KeptCourier } from '../couriers.port.js';
import { openedTrip } from '../questions/example-trip.js';
import { withCourier } from '../questions/example-way.js';
import { filledFromPool, type PoolReading } from './from-pool.js';

const shipment = shipmentIdOf('a0000000-0000-4000-8000-000000000001')!;
const another = shipmentIdOf('a0000000-0000-4000-8000-000000000002')!;
const restUntil: ZonedInstant = { at: instantOf('2026-11-10T16:00:00Z')!, zone: 'Asia/Shanghai' as Zone };
const pooled: KeptCourier = {
  revision: 1,
  id: 'courier-07',
  name: 'C. Example',
  company: 'EXAMPLE Couriers',
  phone: '+1 713 555 0100',
  basedIn: 'US',
  trainedUntil: '2027-06-30' as LocalDate,
  passports: [{ country: 'US', validUntil: '2030-01-01' as LocalDate }],
  visas: [],
  restUntil,
  languages: ['en'],
};

/** The passport is of the country entered, so no visa is needed there. */
const papers = {
  ...{ trainedUntil: '2027-06-30', passportValidUntil: '2030-01-01' },
  visas: [{ country: 'US', standing: 'not-needed', until: null }],
};

function reading(nominatedFor: readonly ShipmentId[] = [], other: Shipment | null = null): PoolReading {
  return {
    pool: {
      find: (id) => Promise.resolve(id === pooled.id ? pooled : null),
      nominatedFor: () => Promise.resolve(nominatedFor),
    },
    store: { load: () => Promise.resolve(other) },
  };
}

const filled = (name: string, body: unknown, from = reading()) => filledFromPool({ shipment, name, body }, from);

describe('a nomination from the pool', () => {
  it('copies what is left out, and keeps what is stated', async () => {
    const body = { courier: { poolId: 'courier-07', phone: '+1 713 555 0199' }, substitute: { name: 'D. Example' } };
    expect(await filled('NominateCourier', body)).toEqual({
      ok: true,
      value: {
        courier: {
          name: 'C. Example',
          company: 'EXAMPLE Couriers',
          phone: '+1 713 555 0199',
          basedIn: 'US',
          restUntil: { local: '2026-11-11T00:00', zone: 'Asia/Shanghai', offset: '+08:00' },
          alsoOn: [],
          papers,
          poolId: 'courier-07',
        },
        substitute: { name: 'D. Example' },
      },
    });
  });

  it('of a second courier copies who they are and their papers, and nothing of their own way', async () => {
    const body = { airport: 'SFO', courier: { poolId: 'courier-07' } };
    const { name, company, phone } = pooled;
    expect(await filled('PlanRelay', body)).toEqual({
      ok: true,
      value: { airport: 'SFO', courier: { name, company, phone, papers, poolId: 'courier-07' } },
    });
  });

  it('takes of several passports the one that lasts longest, and a visa as it is on record', async () => {
    const visas = [{ country: 'US', standing: 'held', until: '2026-12-01' as LocalDate }] as const;
    const passports = [...pooled.passports, { country: 'CN', validUntil: '2031-05-05' as LocalDate }];
    const pool = { ...reading().pool, find: () => Promise.resolve({ ...pooled, visas, passports }) };
    const read = await filled('SendSubstitute', { nextSubstitute: { poolId: 'x' } }, { ...reading(), pool });
    expect(read).toMatchObject({
      value: {
        nextSubstitute: {
          papers: {
            passportValidUntil: '2031-05-05',
            visas: [...visas, { country: 'CN', standing: 'not-needed', until: null }],
          },
        },
      },
    });
  });

  it('is refused for an id that the pool does not know', async () => {
    expect(await filled('SendSubstitute', { nextSubstitute: { poolId: 'nobody' } })).toMatchObject({
      ok: false,
      error: [{ code: 'no-such-courier', at: '/nextSubstitute/poolId' }],
    });
  });

  it('says for which other open shipments the courier is nominated, and when they travel', async () => {
    const other = withCourier(openedTrip()).shipment;
    const body = { courier: { poolId: 'courier-07' } };
    const read = await filled('NominateCourier', body, reading([shipment, another], other));
    expect(read).toMatchObject({
      value: { courier: { alsoOn: [{ reference: expect.any(String), from: '2026-11-21', until: '2026-11-25' }] } },
    });
  });

  it.each([
    ['another command', 'RecordCourierFit', { courier: { poolId: 'nobody' } }],
    ['a body that is none', 'NominateCourier', 'nothing'],
    ['nobody', 'SendSubstitute', { nextSubstitute: null }],
    ['a person who is not from the pool', 'NominateCourier', { courier: { name: 'E. Example', poolId: null } }],
  ])('leaves %s as it is', async (_, name, body) => {
    expect(await filled(name, body)).toEqual({ ok: true, value: body });
  });
});
