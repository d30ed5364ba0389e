import type { Message } from '@cellrelay/use-cases';

/** Three parts of a short message, in the smaller of its two alphabets' counts (GSM 03.38 with 153 each): longer ones are cut by some networks. */
const mostInText = 459;

/** A message in one text, for a telephone: what happened, and where it is dealt with. The place is never cut. */
export function textOf({ subject, lines, links }: Message, origin: string | null): string {
  const [first] = links;
  const place = first === undefined || origin === null ? '' : ` ${origin}${first.path}`;
  return `${cut([subject, ...lines].join(' '), mostInText - place.length)}${place}`;
}

/** The same to be read aloud: nobody listens to an address. */
export function aloud({ subject, lines }: Message): string {
  return cut([subject, ...lines].join(' '), 900);
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
