import type { LocalDate } from '@cellrelay/kernel';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { chosen, PeopleOnApi, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const own = 'EXAMPLE Own Couriers';

let api: RunningApi;
let people: PeopleOnApi;
let by: Headers;

beforeAll(async () => {
  api = await apiOnDatabase({ signIn: rate, perSession: rate, perAddress: rate });
  people = new PeopleOnApi(api);
  const administrator = await people.administrator();
  const organisation = await people.organisation(administrator, own, 'courier-company');
  by = await people.joined(administrator, 'olga', { organisation, role: 'administrator' });
  for (const id of ['ours-1', 'ours-2', 'ours-3']) await pooled(id, own);
  await pooled('theirs-1', 'EXAMPLE Other Couriers');
});
afterAll(() => api.close());

async function pooled(id: string, company: string): Promise<void> {
  const person = { id, company, name: `EXAMPLE ${id}`, phone: '+1 555 010 0170', basedIn: null };
  const passports = [{ country: 'US', validUntil: '2030-01-01' as LocalDate }];
  const more = { trainedUntil: '2030-01-01' as LocalDate, passports, visas: [], restUntil: null, languages: [] };
  await api.database.couriers.put({ ...person, ...more }, 0);
}

const asCourier = (courier: string) => ({ person: 'EXAMPLE Cy', role: 'courier', courier });
const invite = (courier: string) => people.post('/invitations', asCourier(courier), by);
const join = (token: string, name: string) => people.post('/join', { token, name, password: chosen });

describe('who acts as a courier', () => {
  it('acts as one of their own company: another’s is answered as one that is not there', async () => {
    const cora = await people.joined(by, 'cora', { role: 'coordinator' });
    expect(cora['Cookie']).toBeDefined();
    const id = await people.idOf('cora');
    for (const ask of [
      invite,
      (courier: string) => people.put(`/people/${id}/role`, { role: 'courier', courier }, by),
    ]) {
      const said = [await ask('theirs-1'), await ask('nobody')].map(({ status, body }) => ({
        status,
        body: { ...body, request: '' },
      }));
      expect(said[0]).toMatchObject({ body: { code: 'no-such-courier', at: '/courier' } });
      expect(said[0]).toEqual(said[1]);
    }
    await people.put(`/people/${id}/role`, { role: 'courier', courier: 'ours-3' }, by).expect(200);
    await people.put(`/people/${id}/role`, { role: 'courier', courier: 'ours-3' }, by).expect(200);
  });

  it('is the only one who does, until their account has ended', async () => {
    const [token, late] = [
      await people.invited(by, asCourier('ours-1')),
      await people.invited(by, asCourier('ours-1')),
    ];
    await join(token, 'first').expect(201);
    const refused = [
      await join(late, 'second'),
      await invite('ours-1'),
      await people.put(`/people/${await people.idOf('cora')}/role`, { role: 'courier', courier: 'ours-1' }, by),
    ];
    for (const { status, body } of refused) expect([status, body.code]).toEqual([409, 'courier-taken']);
    await people.delete(`/people/${await people.idOf('first')}`, by).expect(200);
    await join(late, 'second').expect(201);
  });

  it('is one alone in the table too, whatever way an account is made', async () => {
    const { organisation } = (await api.database.accounts.find('olga'))!.acting;
    const acting = { person: 'EXAMPLE', role: 'courier', organisation: organisation.id, courier: 'ours-2' } as const;
    const made = await Promise.all(['x', 'y', 'z'].map((name) => api.database.accounts.create(name, 'hash', acting)));
    expect(made.filter((each) => each !== null)).toHaveLength(1);
    const another = `insert into cellrelay.account (name, password_hash, organisation, person, role, courier) values ('w', 'x', $1, 'w', 'courier', 'ours-2')`;
    await expect(api.database.pool.query(another, [organisation.id])).rejects.toMatchObject({
      constraint: 'account_courier',
    });
  });
});
