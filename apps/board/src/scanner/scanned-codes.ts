/** What a code is, by the data identifier that its bar code begins with (ISBT 128). `unsaid`: it begins with none, as a person types it or a box bears it. */
type ScannedKind = 'din' | 'product' | 'compound' | 'other' | 'unsaid';

/** One code as it was scanned or typed, without spaces and without data identifier. */
export interface ScannedCode {
  readonly kind: Exclude<ScannedKind, 'compound'>;
  readonly content: string;
}

/** How long the structures are that may stand in one symbol with others, data identifier and all. */
const lengths: readonly (readonly [begins: RegExp, length: number])[] = [
  [/^&,4/, 43],
  [/^(?:&:|&,3)/, 21],
  [/^=</, 10],
  [/^=,/, 8],
  [/^=%/, 6],
  [/^(?:&>|&\*)/, 12],
  [/^=\(/, 18],
  [/^=[A-NP-Za-np-z1-9]/, 16],
];

/**
 * The codes in what was scanned or typed. Of a symbol that holds several, those of the donation and of the product alone: it tells the donor's identifier too, which whoever
 * carries the bag does not learn, and which goes no further than here.
 */
export function codesIn(scanned: string): readonly ScannedCode[] {
  const text = scanned.replace(/^\][A-Za-z]\d/, '').replaceAll(/[\s\u200b\ufeff]+/g, '');
  if (text === '') return [];
  return kindOf(text) === 'compound' ? structuresIn(text.slice(7)) : [codeOf(text)];
}

function kindOf(text: string): ScannedKind {
  if (text.startsWith('=+')) return 'compound';
  if (text.startsWith('=<')) return 'product';
  if (/^=[A-Za-z0-9]/.test(text)) return 'din';
  return /^[=&]/.test(text) ? 'other' : 'unsaid';
}

function codeOf(text: string): ScannedCode {
  const kind = kindOf(text);
  if (kind === 'product') return { kind, content: text.slice(2) };
  if (kind === 'din') return { kind, content: text.slice(1) };
  // Of any other structure nothing is kept but that it is one.
  return kind === 'unsaid' ? { kind, content: text } : { kind: 'other', content: '' };
}

function structuresIn(text: string): readonly ScannedCode[] {
  const found: ScannedCode[] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const length = lengths.find(([begins]) => begins.test(rest))?.[1];
    if (length === undefined) break;
    found.push(codeOf(rest.slice(0, length)));
    at += length;
  }
  const asked = found.filter(({ kind }) => kind === 'din' || kind === 'product');
  return asked.length === 0 ? [{ kind: 'other', content: '' }] : asked;
}
