/** The provider cannot be asked just now, or says what makes no sense. All else is an answer, if not the one that was hoped for. */
const away = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'FETCH_FAILED',
]);

/** Codes and error names are short words; whatever else stands there came from outside, and may be a secret. */
const word = /^[A-Za-z_]{1,60}$/;

/** What an error of the library means. Its own message and cause are told to nobody: they hold what the provider sent. */
export function troubleOf(error: unknown): { readonly kind: 'away' | 'refused'; readonly why: string } {
  const code = codeOf(error);
  return { kind: away.has(code) ? 'away' : 'refused', why: whyOf(error, code) };
}

/** The network's own failure comes as a TypeError (Fetch Standard), bare or as the cause of what the library cannot name. */
function codeOf(error: unknown): string {
  const code = fieldOf(error, 'code');
  const isOfFetch = [error, (error as { readonly cause?: unknown }).cause].some(
    (each) => fieldOf(each, 'name') === 'TypeError',
  );
  return code === '' && isOfFetch ? 'FETCH_FAILED' : code;
}

/** The provider's own word for it, such as `access_denied` (RFC 6749, sections 4.1.2.1 and 5.2), behind the library's. */
function whyOf(error: unknown, code: string): string {
  const said = fieldOf(error, 'error');
  return said === '' ? code || 'UNKNOWN' : `${code} ${said}`;
}

function fieldOf(error: unknown, name: string): string {
  const value = typeof error === 'object' && error !== null ? (Reflect.get(error, name) as unknown) : undefined;
  return typeof value === 'string' && word.test(value) ? value : '';
}
