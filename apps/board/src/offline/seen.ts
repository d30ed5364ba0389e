/** An answer, and when the server gave it. */
export interface Dated<Value> {
  readonly value: Value;
  readonly at: number;
}

/** What was asked for, from where, and when the server said it; the error while neither has it. */
export interface Seen<Value> {
  readonly value: Value | undefined;
  readonly from: 'network' | 'phone';
  readonly at: number | null;
  readonly error: Error | null;
}

/** How the asking of the server stands: its last answer, also while a later try has failed. */
export interface Asked<Value> {
  readonly data: Value | undefined;
  readonly error: Error | null;
  readonly dataUpdatedAt: number;
}

/** Whether the server has said that it is not theirs to see. Whatever else goes wrong says nothing of the kind. */
export function isNotTheirs(error: unknown): boolean {
  return [403, 404].includes((error as { readonly status?: number }).status ?? 0);
}

/** What is shown: the server's word, and without one what lies on the phone. `looking`: the phone was not looked at to the end yet. */
export function seenOf<Value>(
  { data, error, dataUpdatedAt }: Asked<Value>,
  kept: Dated<Value> | null,
  looking: boolean,
): Seen<Value> {
  if (error !== null && isNotTheirs(error)) return { value: undefined, from: 'network', at: null, error };
  if (data !== undefined)
    return { value: data, from: error === null ? 'network' : 'phone', at: dataUpdatedAt, error: null };
  if (kept !== null) return { value: kept.value, from: 'phone', at: kept.at, error: null };
  return { value: undefined, from: 'network', at: null, error: looking ? null : error };
}
