/** Nothing generated may be stale: each generator makes its file again and compares. */
import { node, tool } from './tool.mjs';

const ops = (command) => () => node('dist/apps/ops/src/main.js', command, '--check');
const CLIENT = ['apps/api/openapi.json', '-o', 'apps/board/src/api/types.gen.ts', '--check'];

/** By generated file: how it is compared. Exit code 0 says that the file is what the generator would write. */
const GENERATED = {
  'apps/api/openapi.json': ops('openapi'),
  'apps/board/src/api/types.gen.ts': () => tool('openapi-typescript/bin/cli.js', ...CLIENT),
  'libs/adapter-postgres/schema.sql': ops('schema'),
  'libs/shipment/README.md': ops('charts'),
  'README.md (settings)': ops('settings'),
  'README.md (rights)': ops('rights'),
};

/** Runs every generator in its comparing mode. */
export function drift() {
  const problems = Object.entries(GENERATED).flatMap(([file, compare]) => {
    const { status, stdout, stderr } = compare();
    return status === 0 ? [] : [`${file} is not what its generator writes: ${tail(`${stdout}\n${stderr}`)}`];
  });
  return { looked: `${Object.keys(GENERATED).length} generated files`, problems };
}

const tail = (text) => text.trim().split('\n').slice(-8).join('\n');
