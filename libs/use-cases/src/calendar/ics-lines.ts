/** Octets of a line, without its end (RFC 5545, section 3.1). */
const mostOctets = 75;

/** A text as a value (RFC 5545, section 3.3.11). Control characters, which no value may hold, are left out but for ends of lines. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\r\n|[\r\n\u2028\u2029\u0085]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** A line, folded between characters where it is too long for one, with its end. */
export function contentLine(line: string): string {
  const parts: string[] = [];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character, 'utf8');
    if (octets + size > mostOctets) {
      parts.push('\r\n ');
      // The space that says it goes on counts.
      octets = 1;
    }
    parts.push(character);
    octets += size;
  }
  return `${parts.join('')}\r\n`;
}
