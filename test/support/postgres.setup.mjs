/**
 * Before a run of tests that want a database: one server of its own in the system's temporary folder, with a database that every spec file's own one is cloned from.
 * Whatever an earlier run that was killed left there is ended and removed; a run that lives is left alone.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import './typescript.mjs';

const base = path.join(os.tmpdir(), `cellrelay-test-${process.getuid?.() ?? 'user'}`);
const said = [];
const log = (line) => said.push(line);

export default async function setUp() {
  const lib = await import('../../libs/adapter-postgres/src/index.ts');
  const { fillTemplate, TEMPLATE } = await import('./postgres.template.ts');
  mkdirSync(base, { recursive: true, mode: 0o700 });
  await clearDeadRuns(lib);
  const dataFolder = mkdtempSync(path.join(base, 'run-'));
  const server = await lib.startEmbeddedPostgres({
    dataFolder,
    log,
    database: TEMPLATE,
    settings: { max_connections: '200' },
  });
  globalThis.cellrelayTestServer = { stop: () => end(lib, server, dataFolder) };
  // jest does not tear down what it is interrupted in.
  for (const name of ['SIGINT', 'SIGTERM'])
    process.once(name, () => globalThis.cellrelayTestServer.stop().finally(() => process.exit(1)));
  await fillTemplate(server);
  const { superuserUrl, ownerUrl, apiUrl, workerUrl } = server;
  process.env.CELLRELAY_TEST_DATABASE = JSON.stringify({ superuserUrl, ownerUrl, apiUrl, workerUrl });
}

async function clearDeadRuns(lib) {
  for (const name of readdirSync(base).filter((each) => each.startsWith('run-'))) {
    const dataFolder = path.join(base, name);
    if (!beingMade(dataFolder)) await clear(lib, dataFolder);
  }
}

/** A run beside this one that has made its folder a moment ago and has not yet taken hold of it. */
function beingMade(dataFolder) {
  const found = statSync(dataFolder, { throwIfNoEntry: false });
  if (found === undefined) return true;
  return found.birthtimeMs > Date.now() - 10_000 && readdirSync(dataFolder).length === 0;
}

async function clear(lib, dataFolder) {
  try {
    for (const folder of await lib.endAbandonedServer(dataFolder, log))
      rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'data-folder-in-use' && error.code !== 'ENOENT') throw error;
  }
}

async function end(lib, server, dataFolder) {
  await server.stop();
  await clear(lib, dataFolder);
}
