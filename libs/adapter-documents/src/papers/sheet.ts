import type { Block, Language, Said, Value } from '@cellrelay/paperwork';
import { NotSet, type PrintedPaper } from '@cellrelay/use-cases';
import { symbolPicture } from '../codes/symbol.js';
import { tonguesOf, type Tongue } from '../template/tongues.js';
import { plotOf, type Plot } from './curve-plot.js';
import { words, type FormWord } from './words.js';

/** What one thing says, in the order of the sheet's tongues. */
export type Lines = readonly string[];

type Cell = { readonly literal: string } | { readonly lines: Lines };

/** A paper as the template is filled with it: no language is looked up there any more, and no text but is safe to print. */
export interface Sheet {
  readonly reference: string;
  readonly tongues: readonly Tongue[];
  readonly title: Lines;
  readonly example: boolean;
  /** At the foot of each page. */
  readonly code: { readonly svg: string; readonly alt: string } | null;
  readonly organisation: string;
  readonly address: Lines;
  readonly placeAndDate: Lines | null;
  readonly words: Readonly<Record<FormWord, Lines>>;
  readonly blocks: readonly SheetBlock[];
}

type Plain = Extract<Block, { kind: 'addressee' | 'page-break' }>;

interface Table {
  readonly kind: 'table';
  readonly columns: readonly Lines[];
  readonly rows: readonly (readonly Cell[])[];
  /** What of the width each column has; together 1. */
  readonly shares: readonly number[];
}

export type SheetBlock =
  | Plain
  | { readonly kind: 'heading' | 'banner'; readonly lines: Lines }
  | { readonly kind: 'paragraph' | 'notice'; readonly lines: Lines }
  | { readonly kind: 'steps' | 'checks' | 'blanks'; readonly items: readonly Lines[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: Lines; readonly value: Cell }[] }
  | Table
  | { readonly kind: 'signatures'; readonly signers: readonly { readonly role: Lines; readonly name: string }[] }
  | { readonly kind: 'curve'; readonly caption: Lines; readonly plot: Plot | null };

/** A paper in the order of its languages. `safe` makes a text printable. Throws NotSet where a sentence lacks a language of the paper: half of a sheet would be empty. */
export function sheetOf({ paper, code }: PrintedPaper, safe: (text: string) => string): Sheet {
  const { languages } = paper;
  const write = new Writing(languages, safe);
  return {
    reference: safe(paper.reference),
    tongues: tonguesOf(languages),
    title: write.said(paper.title),
    example: paper.example,
    code:
      code === null ? null : { svg: symbolPicture({ symbology: 'qr', text: code.text, dpi: 600 }).svg, alt: code.alt },
    organisation: safe(paper.letterhead.organisation),
    address: paper.letterhead.lines.map(safe),
    placeAndDate: paper.placeAndDate === undefined ? null : write.said(paper.placeAndDate),
    words: wordsIn(languages),
    blocks: paper.blocks.map((block) => write.block(block)),
  };
}

function wordsIn(languages: readonly Language[]): Sheet['words'] {
  const lines = Object.entries(words).map(([word, texts]) => [word, languages.map((language) => texts[language])]);
  return Object.fromEntries(lines) as Sheet['words'];
}

/** Chinese and Japanese sentences follow each other without a space. */
const spaceless: readonly Language[] = ['zh-Hans', 'zh-Hant', 'ja'];

class Writing {
  constructor(
    private readonly languages: readonly Language[],
    private readonly safe: (text: string) => string,
  ) {}

  said({ message, texts }: Said): Lines {
    return this.inAll(texts, message);
  }

  block(block: Block): SheetBlock {
    switch (block.kind) {
      case 'page-break':
        return block;
      case 'addressee':
        return { kind: block.kind, lines: block.lines.map(this.safe) };
      case 'heading':
      case 'banner':
        return { kind: block.kind, lines: this.said(block.said) };
      case 'paragraph':
      case 'notice':
        return { kind: block.kind, lines: this.joined(block.sentences) };
      case 'steps':
        return { kind: block.kind, items: block.steps.map((step) => this.joined(step)) };
      case 'checks':
        return { kind: block.kind, items: block.items.map((item) => this.said(item)) };
      case 'blanks':
        return { kind: block.kind, items: block.rows.map((row) => this.said(row)) };
      default:
        return this.framed(block);
    }
  }

  private framed(block: Extract<Block, { kind: 'facts' | 'table' | 'signatures' | 'curve' }>): SheetBlock {
    switch (block.kind) {
      case 'facts':
        return {
          kind: block.kind,
          rows: block.rows.map(({ label, value }) => ({ label: this.said(label), value: this.cell(value) })),
        };
      case 'table':
        return this.table(block);
      case 'signatures':
        return {
          kind: block.kind,
          signers: block.signers.map(({ role, name }) => ({ role: this.said(role), name: this.safe(name ?? '') })),
        };
      case 'curve':
        return { kind: block.kind, caption: this.said(block.curve.caption), plot: plotOf(block.curve) };
    }
  }

  private table({ kind, columns, rows }: Extract<Block, { kind: 'table' }>): Table {
    const heads = columns.map((column) => this.said(column));
    const cells = rows.map((row) => row.map((value) => this.cell(value)));
    return { kind, columns: heads, rows: cells, shares: sharesOf(heads, cells) };
  }

  private cell(value: Value): Cell {
    return 'literal' in value ? { literal: this.safe(value.literal) } : { lines: this.inAll(value.texts, 'a value') };
  }

  private joined(sentences: readonly Said[]): Lines {
    const said = sentences.map((sentence) => this.said(sentence));
    return this.languages.map((language, nth) =>
      said.map((lines) => lines[nth]).join(spaceless.includes(language) ? '' : ' '),
    );
  }

  private inAll(texts: Said['texts'], of: string): Lines {
    return this.languages.map((language) => {
      const text = texts[language];
      if (text === undefined) throw new NotSet('cannot-be-set', `There is no text in ${language} of ${of}`);
      return this.safe(text);
    });
  }
}

/** A column is as wide as its longest text wants, but no text has more than four times the room of another, and a heading goes over two lines before it takes the room of what stands below. */
function sharesOf(heads: readonly Lines[], rows: readonly (readonly Cell[])[]): readonly number[] {
  const wants = heads.map((head, at) => {
    const cells = rows.flatMap((row) => textsOf(row[at])).map((text) => widthOf(text) + 2);
    return Math.min(40, Math.max(13, ...head.map((text) => widthOf(text) / 2), ...cells));
  });
  const all = wants.reduce((sum, want) => sum + want, 0);
  return wants.map((want) => want / all);
}

function textsOf(cell: Cell | undefined): Lines {
  if (cell === undefined) return [];
  return 'literal' in cell ? [cell.literal] : cell.lines;
}

/** In halves of a Chinese character. */
function widthOf(text: string): number {
  return Array.from(text, (character) => (character > '\u2e7f' ? 2 : 1)).reduce<number>((sum, width) => sum + width, 0);
}
