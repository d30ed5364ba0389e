/**
 * The check of the lint rules: each ban must catch what is planted for it, under its own name, and must let its lawful
 * neighbour pass. Without the neighbour, a rule that reports everything would look as good as one that works.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { inPlantedCopy } from './tree.mjs';

const PURE = 'libs/kernel/src';
const lines = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join('\n');
const functionOf = (count) =>
  `export function long(into: number[]): void {\n${lines(count, (i) => `  into.push(${i});`)}\n}\n`;
const branches = (count) => {
  const body = lines(count, (i) => `  if (n === ${i}) return ${i * 2};`);
  return `export function branchy(n: number): number {\n${body}\n  return n;\n}\n`;
};
const imports = (count) => lines(count, (i) => `import type { A as A${i} } from './planted-a${i}.js';`);
const union = `export type Way = 'go' | 'stay' | 'back';\n`;
const switchOf = (...cases) => {
  const body = cases.map((one) => `    case '${one}':\n      return 1;\n`).join('');
  return `${union}export function pick(way: Way): number {\n  switch (way) {\n${body}  }\n}\n`.replace(
    '): number',
    '): number | undefined',
  );
};

/** Rule, then pieces of code that break it, then pieces that do not; a piece is code in a pure lib unless it says where. */
const BANS = [
  {
    rule: 'house/no-ambient-clock',
    breaks: [
      'export const at = new Date();',
      'export const at = Date.now();',
      'export const at = performance.now();',
      `import { DateTime } from 'luxon';\nexport const at = DateTime.now();`,
      `import { DateTime } from 'luxon';\nexport const at = [DateTime.utc(), DateTime.local()];`,
      { at: 'libs/adapter-postgres/src', code: 'export const at = new Date();' },
      { at: 'apps/api/src', code: 'export const at = Date.now();' },
    ],
    keeps: [
      'export const at = new Date(0);',
      `import { DateTime } from 'luxon';\nexport const at = DateTime.utc(2026);`,
      { at: 'libs/platform/src/clock', code: 'export const at = Date.now();' },
    ],
  },
  {
    rule: 'house/no-ambient-random',
    breaks: [
      'export const n = Math.random();',
      `import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();`,
      'export const id = crypto.randomUUID();',
    ],
    keeps: [
      'export const n = Math.max(1, 2);',
      {
        at: 'libs/platform/src/ids',
        code: `import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();`,
      },
    ],
  },
  {
    rule: 'house/no-ambient-timer',
    breaks: [
      'export const t = setTimeout(() => {}, 1);',
      'export const t = globalThis.setInterval(() => {}, 1);',
      { at: 'apps/worker/src', code: 'export const t = setInterval(() => {}, 1);' },
      {
        at: 'apps/worker/src',
        code: `import { setTimeout as later } from 'node:timers/promises';\nexport const t = later;`,
      },
    ],
    keeps: [{ at: 'libs/adapter-bullmq/src', code: 'export const t = setTimeout(() => {}, 1);' }],
  },
  {
    rule: 'house/no-process-env',
    breaks: [
      { at: 'apps/api/src', code: 'export const port = process.env.PORT;' },
      { at: 'apps/ops/src', code: 'export const { env } = process;' },
      { at: 'libs/platform/src/clock', code: `import { env } from 'node:process';\nexport const port = env.PORT;` },
    ],
    keeps: [{ at: 'libs/platform/src/config', code: 'export const port = process.env.PORT;' }],
  },
  {
    rule: 'house/no-forward-ref',
    breaks: [
      {
        at: 'apps/api/src',
        code: `import { forwardRef } from '@nestjs/common';\nexport const r = forwardRef(() => Object);`,
      },
    ],
    keeps: [],
  },
  {
    rule: 'house/export-star-in-index-only',
    breaks: [`export * from './instant.js';`],
    keeps: [{ at: 'libs/planted/src', file: 'index.ts', code: `export * from './planted.js';` }],
  },
  { rule: 'house/max-imports', breaks: [imports(16)], keeps: [imports(15)] },
  {
    rule: 'no-console',
    breaks: [{ at: 'apps/api/src', code: `console.log('x');` }],
    keeps: [{ at: 'apps/ops/src', code: `console.log('x');` }],
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    breaks: ['export type Loose = any;'],
    keeps: ['export type Tight = unknown;'],
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    breaks: ['export function f(): void {\n  Promise.resolve(1);\n}'],
    keeps: ['export async function f(): Promise<void> {\n  await Promise.resolve(1);\n}'],
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    breaks: [switchOf('go', 'stay')],
    keeps: [switchOf('go', 'stay', 'back')],
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    breaks: [`import { Instant } from './instant.js';\nexport type At = Instant;`],
    keeps: [`import type { Instant } from './instant.js';\nexport type At = Instant;`],
  },
  {
    rule: 'max-lines',
    breaks: [
      lines(251, (i) => `export const n${i} = ${i};`),
      { file: 'planted-long.spec.ts', code: lines(401, (i) => `export const n${i} = ${i};`) },
    ],
    keeps: [
      lines(250, (i) => `export const n${i} = ${i};`),
      { file: 'planted-kept.spec.ts', code: lines(400, (i) => `export const n${i} = ${i};`) },
    ],
  },
  {
    rule: 'max-lines-per-function',
    breaks: [functionOf(39)],
    keeps: [functionOf(38), { file: 'planted-fn.spec.ts', code: functionOf(60) }],
  },
  { rule: 'complexity', breaks: [branches(10)], keeps: [branches(9)] },
  {
    rule: 'max-params',
    breaks: ['export const f = (a: 1, b: 1, c: 1, d: 1, e: 1): number => a + b + c + d + e;'],
    keeps: ['export const f = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;'],
  },
];

/** One line per ban that missed its breach or hit its neighbour; empty when all hold. `count` is what was planted. */
export function plantedLint() {
  const plants = BANS.flatMap(({ rule, breaks, keeps }, at) => [
    ...breaks.map((piece, i) => ({ rule, wanted: true, ...placed(piece, `${at}-breaks-${i}`) })),
    ...keeps.map((piece, i) => ({ rule, wanted: false, ...placed(piece, `${at}-keeps-${i}`) })),
  ]);
  const added = Object.fromEntries(plants.map(({ file, code }) => [file, `${code}\n`]));
  const seen = inPlantedCopy(added, (folder) => lint(folder, Object.keys(added)));
  const problems = plants.flatMap(({ rule, wanted, file, code }) => {
    const said = seen.get(file);
    if (!said) return [`${file} was not linted`];
    if (said.has('fatal')) return [`${file} could not be read by the linter`];
    return said.has(rule) === wanted
      ? []
      : [`${rule} ${wanted ? 'let pass' : 'forbade'} in ${file}: ${code.split('\n').slice(0, 3).join(' ')}`];
  });
  return { count: plants.length, problems };
}

function placed(piece, name) {
  const { at = PURE, file = `planted-${name}.ts`, code } = typeof piece === 'string' ? { code: piece } : piece;
  return { file: `${at}/${file}`, code };
}

/** By file, the names of the rules that spoke. */
function lint(folder, files) {
  const args = ['node_modules/eslint/bin/eslint.js', '--format', 'json', ...files];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!stdout.startsWith('[')) throw new Error(`eslint failed: ${stderr}`);
  const named = (one) => (one.fatal ? 'fatal' : one.ruleId);
  return new Map(
    JSON.parse(stdout).map((one) => [path.relative(folder, one.filePath), new Set(one.messages.map(named))]),
  );
}
