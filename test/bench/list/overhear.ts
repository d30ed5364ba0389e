import type pg from 'pg';

/** A statement as the driver was given it. */
export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the work sends through the pool, in order: so the yardstick can never be another statement than ours. */
export async function overhear(pool: pg.Pool, work: () => Promise<unknown>): Promise<readonly Query[]> {
  const heard: Query[] = [];
  const send = pool.query.bind(pool) as (...given: readonly unknown[]) => unknown;
  const listening = (...given: readonly unknown[]): unknown => {
    heard.push(queryOf(given));
    return send(...given);
  };
  Reflect.set(pool, 'query', listening);
  try {
    await work();
  } finally {
    Reflect.deleteProperty(pool, 'query');
  }
  if (heard.length === 0) throw new Error('the question sent no statement through the pool');
  return heard;
}

function queryOf([what, values]: readonly unknown[]): Query {
  if (typeof what === 'string') return { text: what, values: [...((values as readonly unknown[] | undefined) ?? [])] };
  const query = what as { readonly text: string; readonly values?: readonly unknown[] };
  return { text: query.text, values: [...(query.values ?? [])] };
}
