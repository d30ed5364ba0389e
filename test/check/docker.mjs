/** The image and the compose file, which no engine builds here: dclint with the compose specification's schema, and the house's own rules. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brokenRules } from './docker-rules.mjs';
import { plantedInDocker } from './planted-docker.mjs';
import { tool } from './tool.mjs';
import { root } from './tree.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** What wakes somebody. */
const ALERTS = 'docker/prometheus/rules.yml';

/** What dclint must find when it is planted, by the name of its rule. */
const DCLINT_BREACHES = {
  'invalid-schema': (compose) => compose.replace('shm_size:', 'shm_sice:'),
  'service-image-require-explicit-tag': (compose) => compose.replace(/image: redis:\S+/, 'image: redis'),
};

/** Looks at docker/. */
export function docker() {
  const files = {
    dockerfile: read('docker/Dockerfile'),
    composeText: read('docker/compose.yaml'),
    example: read('docker/.env.example'),
    guide: read('docker/README.md'),
    alerts: existsSync(path.join(root, ALERTS)) ? read(ALERTS) : '',
    settings: [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name),
  };
  const planted = plantedInDocker(files);
  const linted = dclint(files.composeText).map(({ rule, message, line }) => `compose.yaml:${line} ${rule}: ${message}`);
  const unseen = Object.entries(DCLINT_BREACHES)
    .filter(([rule, breach]) => !dclint(breach(files.composeText)).some((each) => each.rule === rule))
    .map(([rule]) => `dclint let a breach of ${rule} through`);
  return {
    looked: `${Object.keys(files).length} files, ${planted.count + Object.keys(DCLINT_BREACHES).length} planted breaches`,
    problems: [
      ...brokenRules(files).map(({ rule, problem }) => `docker: ${rule}: ${problem}`),
      ...linted,
      ...planted.problems,
      ...unseen,
    ],
  };
}

/** What dclint says of a compose file. Throws when it does not come to an answer: silence is not a pass. */
function dclint(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-compose-'));
  try {
    const file = path.join(folder, 'compose.yaml');
    writeFileSync(file, text);
    const { stdout, stderr } = tool('dclint/bin/dclint.cjs', '-f', 'json', '-c', 'test/check/dclint.json', file);
    const [found] = JSON.parse(stdout || 'null') ?? [];
    if (found === undefined) throw new Error(`dclint failed: ${stderr}`);
    return found.messages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
