/** A text that an error carries under this name (`code`, `message`, `constraint`); empty when it carries none. */
export function textOf(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}
