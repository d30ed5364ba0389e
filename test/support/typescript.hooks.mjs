import { transformFile } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');
const { jsc } = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
// Aliases are resolved below, where node asks; swc itself is to leave the names as they are written.
const options = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: { ...jsc, baseUrl: undefined, paths: undefined },
};

/** `@cellrelay/<lib>` is that lib's source; a relative `x.js` that does not exist is `x.ts`. */
export function resolve(specifier, context, next) {
  const [, lib] = /^@cellrelay\/([^/]+)$/.exec(specifier) ?? [];
  if (lib) return next(pathToFileURL(path.join(root, 'libs', lib, 'src/index.ts')).href, context);
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.startsWith('file:')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(source))) return next(source.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), options);
  return { format: 'module', source: code, shortCircuit: true };
}
