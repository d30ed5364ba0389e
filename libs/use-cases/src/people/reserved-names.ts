/**
 * Names before the first `/` of the command ids that the machinery makes (answer-bell.ts, play.ts, adopt-for-all.ts, and the command line's), and what stands in logs as
 * the recorder of what it does. A person's command ids begin with the name that they sign in with (take-command.ts): under one of these somebody could take an id that
 * the machinery is about to use, and its command would count as given already.
 */
const machinery: ReadonlySet<string> = new Set(['adopt-policy', 'bell', 'example', 'ops', 'rederive', 'system']);

/** Accounts that the command line alone makes. */
const commandLines: ReadonlySet<string> = new Set(['administrator', 'replay']);

/** Whether no account at all may have this name, in whatever case. What comes by a signed link is recorded as `link:` and the link's id. */
export function isMachineryName(name: string): boolean {
  const small = name.toLowerCase();
  return machinery.has(small) || small.startsWith('link:');
}

/** Whether nobody may choose this name to sign in with, in whatever case. */
export function isReservedName(name: string): boolean {
  return isMachineryName(name) || commandLines.has(name.toLowerCase());
}
