/**
 * The house's own rules of the image and of the compose file, beside what dclint knows. Each takes both files as read and answers with what breaks it; each has a
 * breach planted for it in planted-docker.mjs.
 */
import { parse } from 'yaml';

/** A tag with a version of at least two numbers; `latest` and a bare major move under one's feet. */
const PINNED = /^[a-z0-9./-]+:v?\d+\.\d+(\.\d+)?(-[a-z0-9.-]+)?$/;
const SECRET = /(PASSWORD|PASS|SECRET|TOKEN|AUTH|_KEY)$/;
const COMPLETED = 'service_completed_successfully';
const REQUIRED = /^\$\{[A-Z_]+:\?[^}]+\}$/;

/** The instructions of a Dockerfile, continued lines joined. */
const instructionsOf = (dockerfile) =>
  dockerfile
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ line, name: line.split(' ')[0], rest: line.slice(line.indexOf(' ') + 1).trim() }));

/** Those of the last stage, which is what the image is. */
const lastStage = (all) => all.slice(all.findLastIndex(({ name }) => name === 'FROM'));
const last = (all, wanted) => lastStage(all).findLast(({ name }) => name === wanted);
const some = (problem, sentence) => (problem ? [sentence] : []);

const IMAGE_RULES = {
  'base-pinned': (all) =>
    all
      .filter(({ name, rest }) => name === 'FROM' && !PINNED.test(rest.split(/\s+/)[0]))
      .map(({ line }) => `${line}: name the version`),
  'no-add': (all) => all.filter(({ name }) => name === 'ADD').map(({ line }) => `${line}: COPY says what it does`),
  'user-by-number': (all) =>
    some(
      !/^[1-9]\d{3,}:[1-9]\d{3,}$/.test(last(all, 'USER')?.rest ?? ''),
      'the image runs as no user with a fixed number',
    ),
  'health-by-node': (all) =>
    some(!/CMD \["node"/.test(last(all, 'HEALTHCHECK')?.rest ?? ''), 'the image has no HEALTHCHECK that node runs'),
  'entry-without-shell': (all) =>
    some(
      !/^\["node", "dist\//.test(last(all, 'ENTRYPOINT')?.rest ?? ''),
      'signals do not reach the program: ENTRYPOINT ["node", "dist/..."]',
    ),
  'nothing-run-in-image': (all) =>
    lastStage(all)
      .filter(({ name }) => name === 'RUN')
      .map(({ line }) => `${line}: the image is put together from stages, nothing runs in it`),
  'no-secret-in-image': (all) =>
    all
      .filter(
        ({ name, rest }) => ['ENV', 'ARG'].includes(name) && rest.split(/[\s=]+/).some((word) => SECRET.test(word)),
      )
      .map(({ line }) => `${line}: secrets come with the environment`),
  'no-package-scripts': (all) =>
    all
      .filter(({ line }) => /"npm", "(ci|install)"/.test(line) && !line.includes('--ignore-scripts'))
      .map(({ line }) => `${line}: no package's own script runs`),
};

const servicesOf = ({ compose }) => Object.entries(compose.services);
const ours = ([, { image }]) => image?.startsWith('cellrelay:');
const environmentOf = ({ environment = {} }) => Object.entries(environment);

const COMPOSE_RULES = {
  'images-pinned': (files) =>
    servicesOf(files)
      .filter(([, { image }]) => !PINNED.test(image ?? ''))
      .map(([name]) => `${name}: its image names no version`),
  'no-default-secret': (files) =>
    servicesOf(files).flatMap(([name, service]) =>
      environmentOf(service)
        .filter(([key, value]) => SECRET.test(key) && !REQUIRED.test(value))
        .map(([key]) => `${name}: ${key} is no required variable`),
    ),
  'no-password-in-address': (files) =>
    servicesOf(files).flatMap(([name, service]) =>
      environmentOf(service)
        .filter(([, value]) => /:\/\/[^:@]*:(?!asked@)[^@]*@/.test(value.replaceAll(/\$\{[A-Z_]+:\?[^}]*\}/g, 'asked')))
        .map(([key]) => `${name}: ${key} has a password in it`),
    ),
  'ports-on-loopback': (files) =>
    servicesOf(files).flatMap(([name, { ports = [] }]) =>
      ports
        .filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port))
        .map((port) => `${name}: port ${port} is open to more than this machine`),
    ),
  'stores-within': (files) =>
    servicesOf(files)
      .filter(([name, { networks = [] }]) => ['postgres', 'redis'].includes(name) && networks.join() !== 'inner')
      .map(([name]) => `${name} is on more networks than the inner one`),
  'comes-back': (files) =>
    servicesOf(files)
      .filter(([name, { restart }]) => restart !== (name === 'migrate' ? 'no' : 'unless-stopped'))
      .map(([name]) => `${name}: restart is not as wanted`),
  'ends-gracefully': (files) =>
    servicesOf(files)
      .filter((one) => ours(one) && one[1].stop_grace_period !== '45s')
      .map(([name]) => `${name}: a desk is waited for 20 s, so its end needs more`),
  'migrated-first': (files) =>
    servicesOf(files)
      .filter(ours)
      .filter(([name, { depends_on: after }]) => name !== 'migrate' && after?.migrate?.condition !== COMPLETED)
      .map(([name]) => `${name} does not wait for migrate`),
  'two-workers': (files) =>
    some(
      servicesOf(files).filter(([name, one]) => name.startsWith('worker-') && one.command?.join() === 'worker').length <
        2,
      'fewer than two worker services: an upgrade would silence all bells for as long as a desk is waited for',
    ),
  'workers-tell': (files) =>
    servicesOf(files)
      .filter(([, one]) => ours(['', one]) && one.command?.join() === 'worker')
      .flatMap(([name, { environment = {}, volumes = [] }]) => [
        ...['CELLRELAY_KEYS', 'CELLRELAY_ORIGIN']
          .filter((key) => environment[key] === undefined)
          .map((key) => `${name} tells people and programs, and has no ${key}`),
        ...some(!volumes.some((each) => each.includes(':/keys')), `${name} has no keys that it could sign webhooks by`),
      ]),
  'redis-keeps': ({ compose }) => {
    const command = compose.services.redis.command.join(' ');
    return ['--maxmemory-policy noeviction', '--appendonly yes', '--requirepass']
      .filter((words) => !command.includes(words))
      .map((words) => `redis runs without ${words}`);
  },
  'known-settings': (files) => {
    const known = new Set(files.settings);
    return servicesOf(files)
      .filter(ours)
      .flatMap(([name, service]) => environmentOf(service).map(([key]) => [name, key]))
      .filter(([, key]) => !known.has(key))
      .map(([name, key]) => `${name}: there is no setting ${key}, and the program refuses to start`);
  },
  'alerts-in-guide': ({ alerts, guide }) =>
    [...alerts.matchAll(/^\s*- alert: (\w+)/gm)]
      .filter(([, name]) => !guide.includes(`\`${name}\``))
      .map(([, name]) => `the guide does not say what to do about ${name}`),
  'example-is-whole': ({ composeText, example }) => {
    const wanted = new Set([...composeText.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name));
    const there = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)];
    return [
      ...[...wanted]
        .filter((name) => !there.some(([, one]) => one === name))
        .map((name) => `.env.example lacks ${name}`),
      ...there.filter(([, name, value]) => !wanted.has(name) || value !== '').map(([line]) => `.env.example: ${line}`),
    ];
  },
};

/** Every rule's name. */
export const ruleNames = [...Object.keys(IMAGE_RULES), ...Object.keys(COMPOSE_RULES)];

/**
 * What breaks which rule.
 *
 * @param {{ dockerfile: string, composeText: string, example: string, settings: string[], alerts: string, guide: string }} files as read
 */
export function brokenRules(files) {
  const instructions = instructionsOf(files.dockerfile);
  const read = { ...files, compose: parse(files.composeText, { merge: true }) };
  const told = (rules, subject) =>
    Object.entries(rules).flatMap(([rule, look]) => look(subject).map((problem) => ({ rule, problem })));
  return [...told(IMAGE_RULES, instructions), ...told(COMPOSE_RULES, read)];
}
