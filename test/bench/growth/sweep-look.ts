import type pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import { mustFind } from '../ground/must-find.js';
import { overhear } from '../list/overhear.js';

/** What the sweep asks of the agenda in a look: what has come near, and what is overdue. */
export async function sweepLook({ agenda }: Pick<Database, 'agenda'>): Promise<void> {
  await agenda.due({ fromMs: 599_000, toMs: 600_000 }, 1_000);
  await agenda.due({ fromMs: null, toMs: -2_000 }, 1_000);
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** How the server reads the agenda for those very statements. */
export async function plansOfLook(store: Database, admin: pg.Client): Promise<readonly string[]> {
  const statements = await overhear(store.pool, () => sweepLook(store));
  const read: string[] = [];
  for (const { text, values } of statements) {
    const found = await admin.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
      `explain (format json) ${text}`,
      [...values],
    );
    read.push(...scansIn(mustFind(mustFind(found.rows, 0)['QUERY PLAN'], 0).Plan));
  }
  return read;
}

function scansIn(plan: Plan): readonly string[] {
  const own = plan['Node Type'].includes('Scan') ? [`${plan['Node Type']} ${plan['Index Name'] ?? ''}`.trim()] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansIn)];
}
