import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, ResolvedConfig, Rolldown } from 'vite';

/** What is not needed on the way: the map, alphabets that no place or person of ours is written in, and maps of the sources. */
const LEFT_OUT = /route-map|land-110m|-(cyrillic|greek|vietnamese)|\.map$/;

const WORKER = 'sw.js';

/** Makes `sw.js`, which keeps the app itself on the phone: it knows every file of this very build by the digest of its content. */
export function shellPlugin(entry: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'cellrelay-shell',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: entry, fileName: WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk' || worker.imports.length > 0)
          throw new Error('the service worker has to be one file that imports nothing');
        const built = Object.values(bundle).filter((file) => file !== worker);
        const files = digestsOf([...built.map(contentOf), ...filesIn(config.publicDir)]);
        const shell = { version: digestOf(JSON.stringify(files)), files };
        worker.code = worker.code.replace('__SHELL__', () => JSON.stringify(shell));
      },
    },
  };
}

type Content = string | Uint8Array;
type Built = Rolldown.OutputChunk | Rolldown.OutputAsset;

const contentOf = (file: Built) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const;

function digestsOf(found: readonly (readonly [string, Content])[]): Readonly<Record<string, string>> {
  const kept = found.filter(([name]) => !LEFT_OUT.test(name)).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kept.map(([name, content]) => [`/${name}`, digestOf(content)]));
}

const digestOf = (content: Content): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

function filesIn(folder: string): readonly (readonly [string, Content])[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)];
  });
}
