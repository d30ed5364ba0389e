import { CsvError, parse } from 'csv-parse/sync';
import { messageOf } from '@cellrelay/kernel';
import type { FileLine } from './reading-file.js';

/** How cells are told apart. */
export interface Separation {
  readonly separator: string;
  readonly quote: string;
}

/** The lines of a text, and where reading them ended early. */
export interface CsvTable {
  readonly lines: readonly FileLine[];
  /** From this line on nothing could be read, and why; null: all was. */
  readonly lost: { readonly line: number; readonly why: string } | null;
}

/** Longer than any logger's line: beyond it the separators are not what they are taken for. */
const longestLine = 20_000;

/** The text's lines in cells, each with its number in the file. Blank lines are counted and left out; rows may have more or fewer cells than others. */
export function csvTable(text: string, { separator, quote }: Separation): CsvTable {
  const lines: FileLine[] = [];
  try {
    parse(text, {
      delimiter: separator,
      quote,
      escape: quote,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestLine,
      on_record: (cells: string[], { lines: line }: { readonly lines: number }): null => {
        lines.push({ line, cells });
        return null;
      },
    });
    return { lines, lost: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { lines, lost: { line: (lines.at(-1)?.line ?? 0) + 1, why: whyOf(error) } };
  }
}

function whyOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote that is opened there is not closed';
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `a line there has more than ${longestLine} characters`;
  return messageOf(error);
}
