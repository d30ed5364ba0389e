import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import type { LocalDate } from '@cellrelay/kernel';
import type { CodeVersion } from '@cellrelay/use-cases';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked } from '../support/deliveries.js';

let where: ThrowAwayDatabase;
let api: Database;

beforeAll(async () => {
  where = await throwAwayDatabase();
  api = await openDatabase({ url: where.apiUrl, folding });
});
afterAll(async () => {
  await api.close();
  await where.drop();
});

const by = { account: 'EXAMPLE coordinator', organisation: randomUUID() };
const said = { source: 'EXAMPLE list 7', asOf: '2026-11-01' as LocalDate, person: 'EXAMPLE Quality' };
const product = (code: string, version: number): CodeVersion => ({
  ...{ list: 'products', key: code, version, ...said },
  entry: { code, name: 'HPC, APHERESIS', attributes: 'Citrate' },
});
const group: CodeVersion = {
  ...{ list: 'blood-groups', key: 'O+', version: 1, ...said },
  entry: { code: '5100', abo: 'O', rh: '+' },
};
const ended = (code: string, version: number): CodeVersion => ({
  ...{ list: 'products', key: code, version, entry: null, person: 'EXAMPLE Quality', reason: 'EXAMPLE gone' },
});
const auditOf = async (kind: string) =>
  (
    await asked(where.ownerUrl, `select about, text from cellrelay.audit_entry where kind = '${kind}' order by seq`)
  ).map(({ about, text }) => ({ about, data: (JSON.parse(String(text)) as { data: unknown }).data }));

describe('the site’s list of codes', () => {
  it('is read back whole, the newest version of each entry, products first', async () => {
    expect(await api.labelCodes.add(by, [group, product('S1398', 1), product('S1128', 1)])).toBe(true);
    expect(await api.labelCodes.add(by, [product('S1128', 2)])).toBe(true);
    expect(await api.labelCodes.add(by, [ended('S1398', 2)])).toBe(true);
    expect(await api.labelCodes.newest()).toMatchObject([
      { ...product('S1128', 2), by: by.account },
      { ...ended('S1398', 2), by: by.account },
      { ...group, by: by.account },
    ]);
  });

  it('is on the audit record: a file as one deed, an entry by its key, an ending with its reason', async () => {
    expect(await auditOf('label-codes-entered')).toMatchObject([
      { about: 'blood-groups', data: { entries: 3, source: 'EXAMPLE list 7', asOf: '2026-11-01' } },
      { about: 'S1128', data: { entries: 1, version: 2, person: 'EXAMPLE Quality' } },
    ]);
    expect(await auditOf('label-code-ended')).toMatchObject([
      { about: 'S1398', data: { version: 2, reason: 'EXAMPLE gone' } },
    ]);
  });

  it('takes all of a file or nothing, also of two at once, and what was not taken leaves no line', async () => {
    const before = await auditOf('label-codes-entered');
    expect(await api.labelCodes.add(by, [product('S2598', 1), product('S1128', 2)])).toBe(false);
    const keys = (await api.labelCodes.newest()).map(({ key }) => key);
    expect(keys).not.toContain('S2598');
    const both = await Promise.all(
      [1, 2].map(() => api.labelCodes.add(by, [product('S2598', 1), product('S2599', 1)])),
    );
    expect(both.sort()).toEqual([false, true]);
    expect(await auditOf('label-codes-entered')).toHaveLength(before.length + 1);
  });

  it('is changed by nobody, not even the owner, and the worker does not read it', async () => {
    const changed = asked(where.ownerUrl, `update cellrelay.label_code set person = 'EXAMPLE Other'`);
    await expect(changed).rejects.toThrow(/append-only/);
    await expect(api.pool.query('delete from cellrelay.label_code')).rejects.toThrow(/permission denied/);
    const worker = await openDatabase({ url: where.workerUrl, folding });
    await expect(worker.labelCodes.newest()).rejects.toThrow(/permission denied/);
    await worker.close();
  });

  it('has no entry that is half ended', async () => {
    const half = asked(
      where.ownerUrl,
      `insert into cellrelay.label_code (list, key, version, body, source, reason, person, by)
       values ('products', 'S1128', 9, '{}', 'EXAMPLE', 'EXAMPLE', 'EXAMPLE', 'EXAMPLE')`,
    );
    await expect(half).rejects.toThrow(/label_code_ended/);
  });
});
