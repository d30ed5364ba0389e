import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import type { LocalDate } from '@cellrelay/kernel';
import { shippedRules, type Confirmation, type Rule } from '@cellrelay/paperwork';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked } from '../support/deliveries.js';

let where: ThrowAwayDatabase;
let api: Database;
let worker: Database;

beforeAll(async () => {
  where = await throwAwayDatabase();
  api = await openDatabase({ url: where.apiUrl, folding });
  worker = await openDatabase({ url: where.workerUrl, folding });
});
afterAll(async () => {
  await api.close();
  await worker.close();
  await where.drop();
});

const by = { account: 'EXAMPLE coordinator', organisation: randomUUID() };
const entry = (version: number, id = 'us-value') => {
  const shipped = shippedRules.find((each) => each.id === 'us-value');
  if (shipped === undefined) throw new Error('the rule is gone');
  const rule: Rule = { ...shipped, id, version };
  return { rule, person: 'EXAMPLE Quality', reason: 'EXAMPLE read anew' };
};
const said = (more: Partial<Confirmation> = {}): Omit<Confirmation, 'id'> => ({
  ...{ rule: 'us-value', version: 1, person: 'EXAMPLE Officer', source: 'EXAMPLE letter' },
  ...{ confirmedOn: '2026-11-26' as LocalDate, until: '2027-11-26' as LocalDate, example: false, ...more },
});
const auditOf = (kind: string) =>
  asked(where.ownerUrl, `select about, text from cellrelay.audit_entry where kind = '${kind}' order by seq`);

describe('versions of rules that a site enters', () => {
  it('are read back whole, the newest of each rule, and each is on the audit record', async () => {
    expect(await api.rules.addVersion(by, entry(2))).toMatchObject({ rule: entry(2).rule, by: by.account });
    await api.rules.addVersion(by, entry(3));
    await api.rules.addVersion(by, entry(1, 'site-us-value'));
    const newest = await worker.rules.newest();
    expect(newest.map(({ rule }) => [rule.id, rule.version])).toEqual([
      ['site-us-value', 1],
      ['us-value', 3],
    ]);
    expect(newest[1]).toMatchObject({ ...entry(3), by: by.account });
    expect((await auditOf('border-rule-entered')).map(({ about }) => about)).toEqual([
      ...['us-value', 'us-value', 'site-us-value'],
    ]);
  });

  it('are entered once each, also by two at once, and the second leaves no line', async () => {
    const before = await auditOf('border-rule-entered');
    const both = await Promise.all([4, 4].map((version) => api.rules.addVersion(by, entry(version))));
    expect(both.filter((each) => each !== null)).toHaveLength(1);
    expect(await auditOf('border-rule-entered')).toHaveLength(before.length + 1);
  });

  it('are changed by nobody, not even the owner', async () => {
    const changed = asked(where.ownerUrl, `update cellrelay.border_rule set person = 'EXAMPLE Other'`);
    await expect(changed).rejects.toThrow(/append-only/);
    await expect(api.pool.query('delete from cellrelay.border_rule')).rejects.toThrow(/permission denied/);
  });
});

describe('confirmations of rules', () => {
  it('stand until they are withdrawn; days come back as they went in', async () => {
    const kept = await api.rules.confirm(by, said());
    expect(kept).toMatchObject({ ...said(), by: by.account });
    expect(await worker.rules.confirmations()).toEqual([kept]);
    expect(await api.rules.withdraw(by, kept!.id, 'EXAMPLE misheard')).toEqual(kept);
    expect(await api.rules.withdraw(by, kept!.id, 'EXAMPLE misheard')).toBeNull();
    expect(await worker.rules.confirmations()).toEqual([]);
    const [confirmed] = await auditOf('border-rule-confirmed');
    expect(JSON.parse(String(confirmed?.['text']))).toMatchObject({
      ...{ by, about: 'us-value', data: { person: 'EXAMPLE Officer', source: 'EXAMPLE letter', version: 1 } },
    });
    expect(await auditOf('border-rule-confirmation-withdrawn')).toHaveLength(1);
  });

  it('are one for each version, also of two at once', async () => {
    const both = await Promise.all([1, 2].map(() => api.rules.confirm(by, said())));
    expect(both.filter((each) => each !== null)).toHaveLength(1);
    expect(await api.rules.confirm(by, said({ version: 2 }))).not.toBeNull();
  });

  it('are written by the API alone, which changes nothing but that they are withdrawn', async () => {
    await expect(worker.rules.confirm(by, said({ version: 9 }))).rejects.toThrow(/permission denied/);
    const changed = api.pool.query(`update cellrelay.rule_confirmation set person = 'EXAMPLE Other'`);
    await expect(changed).rejects.toThrow(/permission denied/);
  });

  it('would be two at once without the index', async () => {
    await asked(where.ownerUrl, 'drop index cellrelay.rule_confirmation_stands');
    const twice = [1, 2].map(() =>
      asked(
        where.ownerUrl,
        `insert into cellrelay.rule_confirmation (id, rule, version, person, source, confirmed_on, example, by)
         values (gen_random_uuid(), 'us-fda-quarantine', 1, 'EXAMPLE', 'EXAMPLE', '2026-11-26', false, 'EXAMPLE')`,
      ),
    );
    await Promise.all(twice);
    const kept = await api.rules.confirmations();
    expect(kept.filter(({ rule }) => rule === 'us-fda-quarantine')).toHaveLength(2);
  });
});
