/**
 * The text without white space and the invisible characters that copying from a page brings along
 * (zero-width space and joiners, word joiner, byte order mark). Everything else is kept, so that it can be complained of.
 */
export function withoutSpaces(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]/gu, '');
}

/**
 * The text with a-z as capitals and nothing else changed. `toUpperCase` would make SS of a German ß and I of a Turkish ı:
 * a wrong character would turn into a right-looking one.
 */
export function capitals(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** A character as a sentence shows it: printable ASCII in quotes, anything else by its code point. */
export function shown(character: string): string {
  if (/^[!-~]$/.test(character)) return `"${character}"`;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `the character U+${code}`;
}
