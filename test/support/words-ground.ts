import { identityGround, type IdentityGround, type Person } from './identity-ground.js';

/** People on both sides of a shipment who write and read over the API. */
export interface WordsGround extends IdentityGround {
  /** Issues a command on the revision of its stage that stands. */
  say(who: Person, name: string, body: object, key?: string): Promise<Said>;
  /** What they are answered to every question about the shipment that is theirs, as text. */
  told(who: Person): Promise<string>;
  /** Rows of the database's tables that hold that text, the queue's and the wall's included. */
  holding(text: string): Promise<readonly string[]>;
}

export interface Said {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

export async function wordsGround(): Promise<WordsGround> {
  const ground = await identityGround();
  const { api, shipment, owner } = ground;
  let keys = 0;
  const ask = async (who: Person, path: string): Promise<string> => {
    const answer = await api.http.get(`/api/v1${path}`).set(ground.as(who));
    return `${path} ${answer.status} ${JSON.stringify(answer.headers['etag'] ?? '')} ${answer.text}`;
  };
  return {
    ...ground,
    say: async (who, name, body, key = `k${(keys += 1)}`) => {
      const stage = (await api.database.shipments.load(shipment))?.stageRevisions[stageOf(name)] ?? 0;
      const answer = await api.http
        .post(`/api/v1/shipments/${shipment}/commands/${name}`)
        .set({ ...ground.as(who), 'Idempotency-Key': key, 'If-Match': `"${stage}"` })
        .send(body);
      return { status: answer.status, body: answer.body as Said['body'], headers: answer.headers };
    },
    told: async (who) => {
      const paths = questions.map((path) => path.replace('{id}', shipment));
      const answers: string[] = [];
      for (const path of paths) answers.push(await ask(who, path));
      return answers.join('\n');
    },
    holding: (text) => tablesHolding(owner, text),
  };
}

const questions = [
  ...[
    '/shipments?view=all',
    '/shipments/{id}',
    '/shipments/{id}/agenda',
    '/shipments/{id}/actions',
    '/tasks',
    '/alerts',
  ],
  ...['/shipments/{id}/log', '/shipments/{id}/deviations/D1/spear-draft'],
];

function stageOf(name: string): 'deviation' | 'donor-clearance' | 'order' {
  if (name.endsWith('Deviation')) return 'deviation';
  return name === 'SuspendDonor' ? 'donor-clearance' : 'order';
}

async function tablesHolding(owner: IdentityGround['owner'], text: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const found: string[] = [];
  await owner.query('begin');
  await owner.query(`select set_config('cellrelay.keeping', 'yes', true)`);
  for (const { name } of rows) {
    const hex = Buffer.from(text, 'utf8').toString('hex');
    const held = await owner.query(`select from ${name} t where t::text like $1 or t::text like $2 limit 1`, [
      `%${text}%`,
      `%${hex}%`,
    ]);
    if (held.rowCount !== 0) found.push(name);
  }
  await owner.query('rollback');
  return found;
}
