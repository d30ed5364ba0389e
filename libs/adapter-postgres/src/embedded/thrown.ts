/** The `code` of an error of node or of PostgreSQL (`ENOENT`, `57P03`), or '' when it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
