import type { Coverage } from '../engine/coverage.js';

/**
 * A text as it can be printed, with nothing left out and nothing hidden: line ends stay, a tab is a space, and every character that no font shows, or that shows
 * nothing or turns the text around (controls, direction marks, halves of a pair, private ones), stands there by its number: `[U+202E]`.
 */
export function visible(text: string, covered: Coverage): string {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\t', ' ');
  return Array.from(plain, (character) => shown(character, covered)).join('');
}

/** Unicode's categories C (control, format, surrogate, private, unassigned), Zl and Zp. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]/u;
const space = /\p{Zs}/u;

function shown(character: string, covered: Coverage): string {
  if (character === '\n' || character === ' ') return character;
  const codePoint = character.codePointAt(0) ?? 0;
  if (!hidden.test(character) && covered(codePoint)) return character;
  return space.test(character) ? ' ' : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}
