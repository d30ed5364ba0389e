import { gatewayOf, type GatewayConfig } from './gateway-settings.js';
import { oidcFaults, oidcOf, type OidcConfig } from './oidc-settings.js';
import { settingLines, settings, type SettingName, type Settings } from './settings-table.js';

/** What the program runs by, parsed once. */
export interface Config {
  readonly web: {
    readonly host: string;
    readonly port: number;
    /** The origin that browsers see, or null: whatever Host they name. */
    readonly origin: string | null;
    readonly secureCookie: boolean;
    readonly proxies: number;
  };
  readonly dataFolder: string | null;
  /** Where keys lie; null: in the data folder, where there is one. */
  readonly keysFolder: string | null;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  /** The server that takes letters, and from whom they are; null: none are sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** What sends short messages, and what calls; null: nothing does. */
  readonly sms: GatewayConfig | null;
  readonly voice: GatewayConfig | null;
  readonly heartbeat: { readonly url: string | null; readonly everyMs: number };
  readonly log: { readonly form: 'auto' | 'json' | 'pretty'; readonly level: 'debug' | 'info' | 'warn' | 'error' };
  /** Where monitors look; null: nowhere. */
  readonly watch: { readonly host: string; readonly port: number } | null;
  /** The collector that traces are sent to; null: none are kept. */
  readonly tracesTo: string | null;
  readonly session: { readonly idleMinutes: number; readonly absoluteMinutes: number };
  /** The OpenID provider; null: people sign in by name and password alone. */
  readonly oidc: OidcConfig | null;
}

/** Settings that cannot be run by: every fault, with the variable's name, and never the value of a secret one. */
export class ConfigFaulty extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigFaulty';
  }
}

/** The configuration that an environment asks for. An empty variable counts as not set. Throws ConfigFaulty. */
export function configOf(env: Readonly<Record<string, string | undefined>>): Config {
  const given = setOnes(env);
  const parsed = settings.safeParse(given);
  const faults = [
    ...unknownOnes(given),
    ...(parsed.success ? oidcFaults(parsed.data) : []),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...halvesOf(given),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigFaulty(faults);
  return grouped(parsed.data);
}

/** The configuration of this process, with other defaults where told. The only reading of its environment. Throws ConfigFaulty. */
export function readConfig(defaults: Readonly<Partial<Record<SettingName, string>>> = {}): Config {
  return configOf({ ...defaults, ...setOnes(process.env) });
}

function setOnes(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/** A mistyped name would silently leave the default in force. Names for tests are not settings. */
function unknownOnes(given: Readonly<Record<string, unknown>>): readonly string[] {
  const known: readonly string[] = settingLines().map((line) => line.name);
  const foreign = Object.keys(given).filter(
    (name) => name.startsWith('CELLRELAY_') && !name.startsWith('CELLRELAY_TEST_') && !known.includes(name),
  );
  return foreign.map((name) => `${name}: there is no such setting; there are ${known.join(', ')}`);
}

function grouped(given: Settings): Config {
  const origin = given.CELLRELAY_ORIGIN ?? null;
  return {
    web: {
      host: given.CELLRELAY_HOST,
      port: given.PORT,
      origin,
      secureCookie: origin?.startsWith('https:') ?? false,
      proxies: given.CELLRELAY_PROXIES,
    },
    dataFolder: given.CELLRELAY_DATA ?? null,
    keysFolder: given.CELLRELAY_KEYS ?? null,
    databaseUrl: given.DATABASE_URL ?? null,
    redisUrl: given.REDIS_URL ?? null,
    mail: mailOf(given),
    sms: gatewayOf(given.CELLRELAY_SMS_GATEWAY),
    voice: gatewayOf(given.CELLRELAY_VOICE_GATEWAY),
    heartbeat: { url: given.CELLRELAY_HEARTBEAT_URL ?? null, everyMs: given.CELLRELAY_HEARTBEAT_SECONDS * 1_000 },
    log: { form: given.CELLRELAY_LOG, level: given.CELLRELAY_LOG_LEVEL },
    watch: watchOf(given),
    tracesTo: given.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    session: { idleMinutes: given.CELLRELAY_SESSION_IDLE_MINUTES, absoluteMinutes: given.CELLRELAY_SESSION_HOURS * 60 },
    oidc: oidcOf(given),
  };
}

/** Of what goes together, the one that is missing. */
function halvesOf(given: Readonly<Record<string, unknown>>): readonly string[] {
  const pair = ['SMTP_URL', 'CELLRELAY_MAIL_FROM'];
  const missing = pair.filter((name) => given[name] === undefined);
  return missing.length === 1 ? [`${missing[0]}: to be set with ${pair.find((name) => name !== missing[0])}`] : [];
}

function mailOf({ SMTP_URL: url, CELLRELAY_MAIL_FROM: from }: Settings): Config['mail'] {
  return url === undefined || from === undefined ? null : { url, from };
}

function watchOf({ CELLRELAY_WATCH_PORT: port, CELLRELAY_WATCH_HOST: host }: Settings): Config['watch'] {
  return port === undefined ? null : { host, port };
}

/** The settings in force, of this process unless told, as lines to print at start; of secret ones only whether they are set. */
export function printedConfig(env: Readonly<Record<string, string | undefined>> = process.env): readonly string[] {
  return settingLines().map((line) => `${line.name}=${shown(line.name, env, line)}`);
}

function shown(
  name: SettingName,
  env: Readonly<Record<string, string | undefined>>,
  line: { secret: boolean; standard: string },
): string {
  const given = env[name]?.trim() ?? '';
  if (given === '') return line.standard === '' ? '(not set)' : `${line.standard} (default)`;
  return line.secret ? '(set)' : given;
}
