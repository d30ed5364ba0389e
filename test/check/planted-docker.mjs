/** The check of the checks of docker/: each rule must report its breach, planted in the files as they are, under its own name. */
import { brokenRules, ruleNames } from './docker-rules.mjs';

const inDockerfile = (from, to) => (files) => ({ ...files, dockerfile: replaced(files.dockerfile, from, to) });
const inCompose = (from, to) => (files) => ({ ...files, composeText: replaced(files.composeText, from, to) });

/** By rule: how it is broken. */
const BREACHES = {
  'base-pinned': inDockerfile(/node:[\d.]+-bookworm-slim AS build/, 'node:latest AS build'),
  'no-add': inDockerfile('COPY . .', 'ADD . .'),
  'user-by-number': inDockerfile(/^USER .*$/m, 'USER node'),
  'health-by-node': inDockerfile(/CMD \["node", "health.mjs"\]/, 'CMD ["curl", "localhost"]'),
  'entry-without-shell': inDockerfile(/^ENTRYPOINT .*$/m, 'ENTRYPOINT node dist/apps/ops/src/main.js'),
  'nothing-run-in-image': inDockerfile(/^USER /m, 'RUN ["apt-get", "update"]\nUSER '),
  'no-secret-in-image': inDockerfile('NODE_ENV=production', 'NODE_ENV=production API_PASSWORD=x'),
  'no-package-scripts': inDockerfile('"--omit=dev", "--ignore-scripts"', '"--omit=dev"'),
  'images-pinned': inCompose(/image: redis:\S+/, 'image: redis:latest'),
  'no-default-secret': inCompose(/\$\{GRAFANA_PASSWORD:\?[^}]*\}/, '${GRAFANA_PASSWORD:-admin}'),
  'no-password-in-address': inCompose(/cellrelay_api:\$\{API_PASSWORD:\?[^}]*\}@/, 'cellrelay_api:relay@'),
  'ports-on-loopback': inCompose('127.0.0.1:3000:3000', '3000:3000'),
  'stores-within': inCompose(/(redis:\/data\n\s+networks:\n)(\s+)- inner/, '$1$2- inner\n$2- outer'),
  'comes-back': inCompose(/(image: redis:\S+\n\s+)restart: unless-stopped/, '$1restart: "no"'),
  'ends-gracefully': inCompose('stop_grace_period: 45s', 'stop_grace_period: 5s'),
  'migrated-first': inCompose('condition: service_completed_successfully', 'condition: service_started'),
  'two-workers': inCompose('worker-b:', 'another:'),
  'workers-tell': inCompose('./keys:/keys:ro', './other:/other:ro'),
  'redis-keeps': inCompose('noeviction', 'allkeys-lru'),
  'known-settings': inCompose('CELLRELAY_PROXIES: ', 'CELLRELAY_PROXYS: '),
  'alerts-in-guide': (files) => ({ ...files, alerts: `${files.alerts}\n      - alert: CellRelayPlanted\n` }),
  'example-is-whole': (files) => ({
    ...files,
    example: replaced(files.example, 'REDIS_PASSWORD=', 'REDIS_PASSWORD=relay'),
  }),
};

function replaced(text, from, to) {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to plant a breach in: ${from}`);
  return changed;
}

/** One line per rule that let its breach through, or that has none planted; empty when all hold. */
export function plantedInDocker(files) {
  const caught = (rule) => brokenRules(BREACHES[rule](files)).some((each) => each.rule === rule);
  const problems = ruleNames.flatMap((rule) => {
    if (!Object.hasOwn(BREACHES, rule)) return [`rule ${rule} has no planted breach`];
    return caught(rule) ? [] : [`rule ${rule} let its planted breach through`];
  });
  return { count: ruleNames.length, problems };
}
