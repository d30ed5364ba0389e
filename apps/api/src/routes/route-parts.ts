/** Where version 1 of the API lives. */
export const v1 = '/api/v1';

/** An answer of 200 with JSON of that schema. */
export function json<Name extends string>(schema: Name, says: string) {
  return { status: 200, schema, says } as const;
}

/** Where devices send their readings. */
export const readingsPath = `${v1}/readings`;
