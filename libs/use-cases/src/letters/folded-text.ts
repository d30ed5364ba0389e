/** A text as it is compared: in one form of what looks the same. Each unit knows where in the text it came from. */
export interface FoldedText {
  readonly cased: string;
  /** As long as `cased`, unit by unit. */
  readonly lower: string;
  /** Where in the text a range of the folded one begins and ends. */
  origin(from: number, to: number): { readonly from: number; readonly to: number };
}

/** What nobody sees: format characters, variation selectors, marks set over letters. */
const unseen = /[\p{Cf}\p{Mn}\p{Me}\u034F]/gu;

/** Letters of other scripts that look like Latin ones (Unicode TR 39, confusables, as far as names are written with them). */
const alike: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      а: 'a',
      в: 'b',
      с: 'c',
      е: 'e',
      һ: 'h',
      і: 'i',
      ј: 'j',
      к: 'k',
      м: 'm',
      о: 'o',
      р: 'p',
      ѕ: 's',
      т: 't',
      у: 'y',
    },
    ...{
      х: 'x',
      А: 'A',
      В: 'B',
      С: 'C',
      Е: 'E',
      Н: 'H',
      І: 'I',
      Ј: 'J',
      К: 'K',
      М: 'M',
      О: 'O',
      Р: 'P',
      Ѕ: 'S',
      Т: 'T',
    },
    ...{
      У: 'Y',
      Х: 'X',
      α: 'a',
      ε: 'e',
      ι: 'i',
      κ: 'k',
      ν: 'v',
      ο: 'o',
      ρ: 'p',
      τ: 't',
      υ: 'u',
      χ: 'x',
      Α: 'A',
      Β: 'B',
    },
    ...{
      Ε: 'E',
      Ζ: 'Z',
      Η: 'H',
      Ι: 'I',
      Κ: 'K',
      Μ: 'M',
      Ν: 'N',
      Ο: 'O',
      Ρ: 'P',
      Τ: 'T',
      Υ: 'Y',
      Χ: 'X',
      ı: 'i',
      ł: 'l',
    },
    ...{ Ł: 'L', ø: 'o', Ø: 'O', ß: 'ss', ẞ: 'SS', '’': "'", '‘': "'", '‐': '-', '‑': '-', '–': '-', '—': '-' },
  }),
);

/** The text without what nobody sees, full-width and other forms made plain (NFKD), accents dropped, letters that look Latin made so. */
export function foldedText(text: string): FoldedText {
  const units: { readonly unit: string; readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (const character of text) {
    const to = at + character.length;
    for (const unit of plain(character)) units.push({ unit, from: at, to });
    at = to;
  }
  const cased = units.map(({ unit }) => unit).join('');
  return {
    cased,
    lower: units.map(({ unit }) => lowered(unit)).join(''),
    origin: (from, to) => ({ from: units[from]?.from ?? text.length, to: units[to - 1]?.to ?? 0 }),
  };
}

/** In single UTF-16 units, so that places in the folded text count alike. */
function plain(character: string): readonly string[] {
  const seen = character.normalize('NFKD').replaceAll(unseen, '');
  return Array.from(seen).flatMap((each) => (alike.get(each) ?? each).split(''));
}

function lowered(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === unit.length ? lower : unit;
}
