import { parseProductDescriptionCode } from '@cellrelay/identifiers';
import { err, ok, type Result } from '@cellrelay/kernel';
import type { ProductEntry } from '@cellrelay/paperwork';
import type { Refusal } from '@cellrelay/shipment';
import { parse } from 'csv-parse/sync';
import { mostImported, newProductCode } from './label-code-bodies.js';
import { faultyCode, noTable, tooManyLines } from './label-code-refusals.js';

/** A product, and the line of the file that it stands on, from 1. */
export interface ProductLine {
  readonly line: number;
  readonly entry: ProductEntry;
}

type Faults = readonly [Refusal, ...Refusal[]];

/** The products of a file, or every fault of its lines, each at its line. Columns besides code, name and attributes are passed over. */
export function productsIn(csv: string): Result<readonly ProductLine[], Faults> {
  const rows = rowsOf(csv);
  const [head, ...body] = rows ?? [];
  const columns = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  if (!columns.includes('code') || !columns.includes('name')) return err([noTable]);
  if (body.length > mostImported) return err([tooManyLines]);
  const read = body.map(({ line, cells }) => ({ line, of: productOf(columns, cells) }));
  const faults = [...read.flatMap(({ line, of }) => (of.ok ? [] : [atLine(line, of.error)])), ...twice(read)];
  const [first, ...more] = faults;
  if (first !== undefined) return err([first, ...more]);
  return ok(read.flatMap(({ line, of }) => (of.ok ? [{ line, entry: of.value }] : [])));
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Undefined where the text is no table in any of the separators: a quote that is not closed. */
function rowsOf(csv: string): readonly Row[] | undefined {
  const [head = ''] = csv.split('\n', 1);
  const delimiter = [';', '\t'].find((each) => head.includes(each)) ?? ',';
  try {
    const read = parse(csv, {
      ...{ delimiter, bom: true, trim: true, info: true, relax_column_count: true, skip_empty_lines: true },
      // With `info` a record comes with where it stood, which the types do not know.
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    return read.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return undefined;
  }
}

const fields = newProductCode.pick({ name: true, attributes: true });

function productOf(columns: readonly string[], cells: readonly string[]): Result<ProductEntry, string> {
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  const code = parseProductDescriptionCode(cell('code'));
  if (!code.ok) return err(code.error.sentence);
  const said = fields.safeParse({ name: cell('name'), attributes: cell('attributes') || null });
  if (!said.success) return err('The name or what follows it is empty, too long, or holds what cannot be printed.');
  const { name, attributes } = said.data;
  return ok({ code: code.value, name, ...(attributes === null ? {} : { attributes }) });
}

function twice(read: readonly { line: number; of: Result<ProductEntry, string> }[]): readonly Refusal[] {
  const codes = read.map(({ of }) => (of.ok ? of.value.code : null));
  return read.flatMap(({ line }, nth) => {
    const code = codes[nth];
    const again = code !== null && code !== undefined && codes.indexOf(code) !== nth;
    return again ? [atLine(line, `${code} stands on an earlier line already.`)] : [];
  });
}

function atLine(line: number, sentence: string): Refusal {
  return faultyCode(`Line ${line}: ${sentence}`, '/csv');
}
