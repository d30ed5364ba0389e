import { instantOf, shipmentIdOf } from '@cellrelay/kernel';
import { openedTrip } from '../questions/example-trip.js';
import { Identities, type Asker } from './identities.js';
import type { IdentityRegister, IdentityStanding, Reach } from './identity-register.port.js';
import type { Whose } from './identity-vault.port.js';

const now = instantOf('2026-12-01T00:00:00.000Z')!;
const shipment = openedTrip().state;
const whose: Whose = {
  shipment: shipmentIdOf('a0000000-0000-4000-8000-000000000001')!,
  side: 'donor',
  subject: 'donor',
};
const acting: Asker['acting'] = {
  ...{ person: 'EXAMPLE registrar', role: 'coordinator', courier: null },
  organisation: { id: 'o1', name: 'EXAMPLE registry', kind: 'registry' },
};
const asker: Asker = { account: 'registrar', acting };

/** Over a register that writes nothing. */
function identities(reach: Reach, standing: readonly Pick<IdentityStanding, 'subject' | 'revision'>[]): Identities {
  const register = {
    reach: () => Promise.resolve(reach),
    standing: () => Promise.resolve(standing),
    write: () => Promise.resolve(null),
  } as unknown as IdentityRegister;
  const shipments = { load: () => Promise.resolve(shipment) };
  return new Identities(register, shipments, () => Promise.resolve(now));
}

const record = (on: Identities, revision: number) => on.record(asker, whose, { body: { name: 'EXAMPLE' }, revision });

describe('what was not written', () => {
  it('is stale where the record stands at another revision', async () => {
    const on = identities('everybody', [{ subject: 'donor', revision: 2 }]);
    expect(await record(on, 1)).toMatchObject({ error: [{ code: 'stale-revision', allowed: ['2'] }] });
  });

  it('is not theirs to write where they stand there no more, whenever that came to be', async () => {
    const refused = { error: [{ code: 'stands-no-more' }] };
    expect(await record(identities(['donor'], [{ subject: 'donor', revision: 1 }]), 1)).toMatchObject(refused);
    expect(await record(identities('everybody', [{ subject: 'donor', revision: 1 }]), 1)).toMatchObject(refused);
  });

  it('is not theirs any more where it stands at the one that they had read', async () => {
    expect(await record(identities('everybody', []), 0)).toMatchObject({ error: [{ code: 'no-such-shipment' }] });
  });
});

it('whoever does not reach somebody is told of no shipment, without the labels that there are', async () => {
  expect(await record(identities([], []), 0)).toMatchObject({ error: [{ code: 'no-such-shipment' }] });
  const other = { ...whose, subject: 'x' };
  expect(await identities('everybody', []).read(asker, other)).toMatchObject({ error: [{ code: 'no-such-subject' }] });
  expect(await identities(['donor'], []).read(asker, other)).toMatchObject({ error: [{ code: 'no-such-shipment' }] });
});
