/** A message in the form that Lingui's formatter reads: text, arguments by name, and cases by number or by word. */
export type Piece =
  | string
  | readonly [name: string]
  | readonly [name: string, kind: string, cases: Readonly<Record<string, readonly Piece[]>>];

const argument = /\s*(\w+)\s*(?:,\s*(plural|selectordinal|select)\s*,)?\s*/y;
const caseHead = /\s*=?(\w+)\s*\{/y;

const compiled = new Map<string, Piece[]>();

/**
 * Compiles an English message where it is shown: arguments, plural, selectordinal and select, each within the other.
 * Quoting and number, date and time forms are not in our messages; `npm run check -- words` refuses them, and the
 * catalogues are compiled by Lingui's own compiler. Text that is no message is shown as it stands.
 */
export function compile(message: string): Piece[] {
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const [pieces, end] = piecesFrom(message, 0, false);
  const made = end === message.length ? pieces : [message];
  compiled.set(message, made);
  return made;
}

/** From `start` to the end or to the brace that closes; `counts` where # stands for the number. */
function piecesFrom(text: string, start: number, counts: boolean): [Piece[], number] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === '{') {
      const [piece, next] = argumentFrom(text, at + 1);
      pieces.push(piece);
      at = next;
    } else {
      const next = text[at] === '#' && counts ? at + 1 : endOfPlain(text, at, counts);
      pieces.push(text.slice(at, next));
      at = next;
    }
  }
  return [pieces, at];
}

function endOfPlain(text: string, start: number, counts: boolean): number {
  const found = text.slice(start + 1).search(counts ? /[{}#]/ : /[{}]/);
  return found < 0 ? text.length : start + 1 + found;
}

function argumentFrom(text: string, start: number): [Piece, number] {
  argument.lastIndex = start;
  const [head = '', name = '', kind] = argument.exec(text) ?? [];
  const after = start + head.length;
  if (kind === undefined) return [[name], after + 1];
  const [cases, end] = casesFrom(text, after, kind !== 'select');
  return [[name, kind, cases], end + 1];
}

function casesFrom(text: string, start: number, counts: boolean): [Record<string, readonly Piece[]>, number] {
  const cases: Record<string, readonly Piece[]> = {};
  let at = start;
  for (;;) {
    caseHead.lastIndex = at;
    const found = caseHead.exec(text);
    if (found === null) break;
    const [pieces, end] = piecesFrom(text, at + found[0].length, counts);
    cases[found[1] ?? ''] = pieces;
    at = end + 1;
  }
  return [cases, at + text.slice(at).search(/\S|$/)];
}
