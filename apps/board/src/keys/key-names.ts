/** Keys as they stand on the keyboard: "Mod+k" is "Ctrl K", on Apple's "⌘ K". */
export function keysShown(keys: string, apple: boolean): string {
  return keys.startsWith('Mod+') ? `${apple ? '⌘' : 'Ctrl'} ${keys.slice(4).toUpperCase()}` : keys;
}
