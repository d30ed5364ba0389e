import type { Message } from '@cellrelay/use-cases';
import { fitted, gsmText } from './gsm-text.js';

/** A message in one text, for a telephone: what happened, and where it is dealt with. The place is never cut. */
export function textOf({ subject, lines, links }: Message, origin: string | null): string {
  const [first] = links;
  const place = first === undefined || origin === null ? '' : ` ${origin}${first.path}`;
  return fitted(gsmText([subject, ...lines].join(' ')), place);
}

/** The same to be read aloud: nobody listens to an address. */
export function aloud({ subject, lines }: Message): string {
  return cut([subject, ...lines].join(' '), 900);
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
