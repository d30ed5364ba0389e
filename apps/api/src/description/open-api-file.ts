import { readFile, writeFile } from 'node:fs/promises';
import { openApiDocument } from './open-api-document.js';

/** The description as it stands in the committed file. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`;
}

/** Writes the description into the file; with `check` it writes nothing. Answers whether the file was as it should be. */
export async function writeOpenApi(file: string, { check }: { readonly check: boolean }): Promise<boolean> {
  const wanted = openApiText();
  const found = await readFile(file, 'utf8').catch(() => '');
  if (!check && found !== wanted) await writeFile(file, wanted);
  return found === wanted;
}
