/** Keys as they stand on the keyboard: "Mod+k" is "Ctrl K", on Apple's "⌘ K". */
export function keysShown(keys: string, apple: boolean): string {
  return keys.startsWith('Mod+') ? `${apple ? '⌘' : 'Ctrl'} ${keys.slice(4).toUpperCase()}` : keys;
}

/** What `aria-keyshortcuts` says of them; of a sequence nothing, for it knows none. */
export function keyShortcuts(keys: string, apple: boolean): string | undefined {
  if (keys.startsWith('Mod+')) return `${apple ? 'Meta' : 'Control'}+${keys.slice(4).toUpperCase()}`;
  return keys.includes(' ') ? undefined : keys;
}
