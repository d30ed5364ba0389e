import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { shipmentIdOf } from '@cellrelay/kernel';
import { readConfig } from '@cellrelay/platform';
import type { Exports, ChainName, ExportForm } from '@cellrelay/use-cases';
import { exportsOf } from '../stack/exports-of.js';
import { keysFolderOf } from '../where.js';
import { withDatabase } from './with-server.js';
import { writeWhole } from './write-whole.js';

/** Writes the audit record into a file. */
export function exportAuditCommand(args: readonly string[]): Promise<number> {
  const [file = ''] = wordsOf(args);
  return withExports((exports) => written(exports, { chain: 'audit', form: formIn(args), file }));
}

/** Writes a shipment's log into a file. */
export function exportLogCommand(args: readonly string[]): Promise<number> {
  const [shipment = '', file = ''] = wordsOf(args);
  const id = shipmentIdOf(shipment);
  if (id === undefined) throw new Error('a shipment’s id was not looked at before');
  return withExports((exports) => written(exports, { chain: `shipment/${id}`, form: formIn(args), file }));
}

/** Writes where every chain ends into a file, to be kept elsewhere. */
export function exportHeadsCommand([file = '']: readonly string[]): Promise<number> {
  return withExports(async (exports) => told(file, await writeWhole(file, await exports.heads(null))));
}

/** Writes the heads, the audit record and every log into a folder, a file each. */
export function exportAllCommand([folder = '']: readonly string[]): Promise<number> {
  return withExports(async (exports) => {
    await mkdir(folder, { recursive: true });
    let files = 0;
    for await (const { what, lines } of exports.all(null)) {
      await writeWhole(path.join(folder, `${what.replace('/', '-')}.jsonl`), lines);
      files += 1;
    }
    console.log(`${files} files are in ${folder}.`);
    return 0;
  });
}

function withExports(use: (exports: Exports) => Promise<number>): Promise<number> {
  return withDatabase('apiUrl', (database) => use(exportsOf(database, keysFolderOf(readConfig()))));
}

interface Wanted {
  readonly chain: ChainName;
  readonly form: ExportForm;
  readonly file: string;
}

async function written(exports: Exports, { chain, form, file }: Wanted): Promise<number> {
  const lines = await exports.of(chain, form, null);
  if (lines !== null) return told(file, await writeWhole(file, lines));
  console.error('There is no shipment of this id.');
  return 1;
}

function told(file: string, bytes: number): number {
  console.log(`${file} is written, ${bytes} bytes.`);
  return 0;
}

function formIn(args: readonly string[]): ExportForm {
  return args.includes('--csv') ? 'csv' : 'jsonl';
}

function wordsOf(args: readonly string[]): readonly string[] {
  return args.filter((arg) => !arg.startsWith('-'));
}
