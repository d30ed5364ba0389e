import type { ShipmentId } from '@cellrelay/kernel';
import { defaultPolicy, type Policy, type ShipmentCommand } from '@cellrelay/shipment';
import {
  coordinator,
  exampleShipment,
  FakeClock,
  issueAll,
  MemoryStore,
  openedAt,
  openShipment,
} from '@cellrelay/testkit';
import { IssueCommand } from '../command/issue-command.js';
import { adoptForAll, type Adopted } from './adopt-for-all.js';

const next: Policy = { ...defaultPolicy, version: 'site-2' };
const adoption = {
  policy: next,
  reason: 'The yearly review.',
  wordOf: 'Quality manager',
  statedBy: coordinator,
  recordedBy: 'ops',
};
const [warm, cold, last] = [exampleShipment(1), exampleShipment(2), exampleShipment(3)];

/** Open shipments in memory; the second is run by a policy with a clock of its own, for a profile that the next one has none for. */
async function parts() {
  const store = new MemoryStore(new FakeClock(openedAt));
  const issue = new IssueCommand(store, { committed: () => Promise.resolve() });
  for (const id of [warm, cold, last]) await issueAll(issue, id, [id === cold ? openedCold(id) : openShipment(id)]);
  const all = [warm, cold, last];
  const open = (after: ShipmentId | null, limit: number) =>
    Promise.resolve(all.filter((id) => after === null || id > after).slice(0, limit));
  return { store: Object.assign(store, { open }), issue };
}

function openedCold(id: ShipmentId): ShipmentCommand {
  const command = openShipment(id);
  if (command.name !== 'OpenShipment') throw new Error('another command');
  const clocks = defaultPolicy.clocks.map((clock) => ({ ...clock, minCelsius: 4, maxCelsius: 10 }));
  return {
    ...command,
    data: { ...command.data, minCelsius: 4, maxCelsius: 10, policy: { ...defaultPolicy, version: 'own', clocks } },
  };
}

async function told(given: Awaited<ReturnType<typeof parts>>, policy = next): Promise<readonly Adopted[]> {
  const all: Adopted[] = [];
  for await (const each of adoptForAll(given, { ...adoption, policy })) all.push(each);
  return all;
}
const kinds = (all: readonly Adopted[]) => all.map(({ kind }) => kind);

describe('a policy adopted for all open shipments', () => {
  it('is adopted by each for itself, and one that cannot is told with the reason', async () => {
    const given = await parts();
    expect(await told(given)).toMatchObject([
      { shipment: warm, kind: 'adopted', limitWaits: false },
      { shipment: cold, kind: 'refused', refusal: { code: 'no-clock-policy', at: '/version' } },
      { shipment: last, kind: 'adopted' },
    ]);
    expect((await given.store.load(warm))?.stages.order.policy?.version).toBe('site-2');
    expect((await given.store.load(cold))?.stages.order.policy?.version).toBe('own');
  });

  it('run again does nothing twice', async () => {
    const given = await parts();
    await told(given);
    const before = await given.store.log(warm, 0, 100);
    expect(kinds(await told(given))).toEqual(['already', 'refused', 'already']);
    expect(await given.store.log(warm, 0, 100)).toEqual(before);
  });

  it('cut short goes on with those that are left', async () => {
    const given = await parts();
    const first = await adoptForAll(given, adoption).next();
    expect(first.value).toMatchObject({ shipment: warm, kind: 'adopted' });
    expect(kinds(await told(given))).toEqual(['already', 'refused', 'adopted']);
  });

  it('given up for another and adopted again is adopted anew', async () => {
    const given = await parts();
    await told(given);
    expect(kinds(await told(given, defaultPolicy))).toEqual(['adopted', 'refused', 'adopted']);
    expect(kinds(await told(given))).toEqual(['adopted', 'refused', 'adopted']);
  });

  it('by two at once is adopted by each shipment once', async () => {
    const given = await parts();
    const both = await Promise.all([told(given), told(given)]);
    const events = await given.store.log(warm, 0, 100);
    expect(events.filter(({ text }) => text.includes('"PolicyAdopted"'))).toHaveLength(1);
    expect(
      both
        .map(kinds)
        .flat()
        .sort()
        .filter((kind) => kind !== 'refused'),
    ).toEqual(['adopted', 'adopted', 'already', 'already']);
  });
});
