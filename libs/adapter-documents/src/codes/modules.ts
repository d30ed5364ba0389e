import bwipjs from 'bwip-js/node';

/** Kinds of symbol that are printed. Linear barcodes are Code 128 and two-dimensional ones Data Matrix, as ISBT 128 asks (S17 sections 6.1, 6.2); QR is for phones. */
export type Symbology = 'code-128' | 'data-matrix' | 'qr';

/** A symbol in modules, without quiet zone: rows from above, in each row where it is dark. A linear barcode is one row, of whatever height is wanted. */
export interface Modules {
  readonly symbology: Symbology;
  readonly rows: readonly (readonly boolean[])[];
}

/** What stands in the way of a text's becoming a symbol. */
export type UnfitForSymbol = 'empty' | 'not-printable-ascii' | 'too-long';

/** Longer linear barcodes are wider than any label that is printed here, and denser two-dimensional ones than a phone reads with ease. */
const longest: Readonly<Record<Symbology, number>> = { 'code-128': 48, 'data-matrix': 300, qr: 300 };

/** Why this text makes no such symbol; undefined where it does. Texts are printable ASCII: what labels and addresses are of, and what every reader agrees on. */
export function unfitForSymbol(symbology: Symbology, text: string): UnfitForSymbol | undefined {
  if (text === '') return 'empty';
  if (!/^[ -~]+$/.test(text)) return 'not-printable-ascii';
  return text.length > longest[symbology] ? 'too-long' : undefined;
}

/** The symbol of a text, which is encoded as it is: nothing in it is an escape. Throws a RangeError on a text that is unfit for it. */
export function modulesOf(symbology: Symbology, text: string): Modules {
  const unfit = unfitForSymbol(symbology, text);
  if (unfit !== undefined) throw new RangeError(`a text that is ${unfit} for ${symbology}`);
  return { symbology, rows: encoders[symbology](text) };
}

const encoders: Readonly<Record<Symbology, (text: string) => Modules['rows']>> = {
  // The package goes over to pairs of digits (subset C) by itself, which the standard asks for.
  'code-128': (text) => [barsOf(raw({ bcid: 'code128', text }))],
  'data-matrix': (text) => gridIn(raw({ bcid: 'datamatrix', text })),
  // Level M: 15 % of it may be lost. Paper travels in pockets.
  qr: (text) => gridIn(raw({ bcid: 'qrcode', text, eclevel: 'M' })),
};

interface Encoded {
  readonly sbs?: readonly number[];
  readonly pixs?: readonly number[];
  readonly pixx?: number;
}

/** The named export `raw` of the package is a symbology of that name; only the default export's is the function that tells modules. */
function raw(options: { readonly bcid: string; readonly text: string; readonly eclevel?: string }): Encoded {
  const [encoded] = bwipjs.raw({ ...options }) as readonly Encoded[];
  if (encoded === undefined) throw new Error('the encoder gave nothing');
  return encoded;
}

/** Widths of bars and spaces in turn, a bar first. */
function barsOf({ sbs }: Encoded): readonly boolean[] {
  if (sbs === undefined) throw new Error('the encoder gave no bars');
  return sbs.flatMap((width, index) => Array.from({ length: width }, () => index % 2 === 0));
}

function gridIn({ pixs, pixx }: Encoded): Modules['rows'] {
  if (pixs === undefined || pixx === undefined) throw new Error('the encoder gave no modules');
  return Array.from({ length: pixs.length / pixx }, (_, row) =>
    pixs.slice(row * pixx, (row + 1) * pixx).map((dark) => dark === 1),
  );
}
