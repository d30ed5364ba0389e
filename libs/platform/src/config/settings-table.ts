import { z } from 'zod';
import { gatewaySetting } from './gateway-settings.js';
import { isSafe } from './safe-address.js';

/** A whole number out of an environment variable. */
const whole = (least: number, most: number) => {
  const error = `not a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error, abort: true }).min(least, { error }).max(most, { error });
};
const origin = z
  .string()
  .refine(isOrigin, { error: 'not an origin such as https://relay.example.org (no path, no slash at the end)' });
const postgres = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'not an address such as postgresql://user:password@host:5432/name',
});

const http = z.url({ protocol: /^https?$/, error: 'not an address such as http://127.0.0.1:4318' });

const redis = z.string().regex(/^rediss?(\+sentinel|\+cluster)?:\/\/./, {
  error: 'not an address such as redis://user:password@host:6379',
});

/** A text of one to so many characters. */
const text = (most: number) => {
  const error = `not a text of 1 to ${most} characters`;
  return z.string({ error }).min(1, { error }).max(most, { error });
};
const smtp = z.url({ protocol: /^smtps?$/, error: 'not an address such as smtps://user:password@mail.example.org' });
const web = z.url({ protocol: /^https?$/, error: 'not an address such as https://monitor.example.org/ping/secret' });
/** As the provider itself names it, to the letter: no query, no fragment (OpenID Connect Discovery 1.0, section 3). */
const issuer = z.string().refine((text) => URL.canParse(text) && isSafe(text) && !/[?#]/.test(text), {
  error: 'not an address such as https://sign-in.example.org (http only on this machine, no query)',
});
const oneOf = <const Word extends string>(...words: readonly Word[]) =>
  z.enum(words, { error: `not one of ${words.join(', ')}` });

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Every setting there is: its environment variable, its form, its default, what it does. The README's table is made from this. */
export const settings = z.object({
  PORT: whole(0, 65_535).default(3000).meta({
    says: 'Port of the web server; the next free one if taken, but with `--tls`, where phones know it by its address. 0: any',
  }),
  CELLRELAY_HOST: text(255)
    .default('127.0.0.1')
    .meta({ says: 'Address the web server binds to; with `--tls` every one of this machine unless set' }),
  CELLRELAY_ORIGIN: origin.optional().meta({
    says: 'How browsers reach it, such as https://relay.example.org; needed behind a proxy. With https the session cookie is Secure',
  }),
  CELLRELAY_PROXIES: whole(0, 8)
    .default(0)
    .meta({ says: 'How many proxies stand in front, so that the caller’s address is read from the right place' }),
  CELLRELAY_DATA: text(4096).optional().meta({ says: 'Data folder of the PostgreSQL that comes along' }),
  CELLRELAY_KEYS: text(4096).optional().meta({
    says: 'Folder of the keys that identities are encrypted and exports are signed with: to be kept apart from the database’s backups. Unless set: `keys` in the data folder; on a PostgreSQL of your own there is none then',
  }),
  DATABASE_URL: postgres.optional().meta({ says: 'A PostgreSQL of your own instead', secret: true }),
  REDIS_URL: redis.optional().meta({
    says: 'A Redis that bells hang in, instead of the database; redis+sentinel://HOST,HOST/MASTER and redis+cluster://HOST,HOST as well, rediss for TLS. Its policy must be noeviction',
    secret: true,
  }),
  SMTP_URL: smtp.optional().meta({
    says: 'A mail server that takes letters for others, such as smtps://user:password@mail.example.org or smtp://…:587 (encrypted by STARTTLS, or refused, but on this machine). Invitations, links for tasks and alerts go by it; unless set, alerts are kept, to be read on the board',
    secret: true,
  }),
  CELLRELAY_MAIL_FROM: z
    .email({ error: 'not an address such as cellrelay@example.org' })
    .optional()
    .meta({ says: 'From whom its letters are; to be set with SMTP_URL' }),
  CELLRELAY_SMS_GATEWAY: gatewaySetting.optional().meta({
    says: 'How short messages are sent, as JSON: `url`, `method`, `headers`, `contentType`, `body` with {to} and {text}, `success` with a JSON pointer `at` and what it `is`',
    secret: true,
  }),
  CELLRELAY_VOICE_GATEWAY: gatewaySetting.optional().meta({ says: 'The same for calls that read aloud', secret: true }),
  CELLRELAY_HEARTBEAT_URL: web.optional().meta({
    says: 'A monitor outside, asked by GET while bells ring and not while they do not: it calls you when it hears nothing',
    secret: true,
  }),
  CELLRELAY_HEARTBEAT_SECONDS: whole(1, 3_600).default(60).meta({ says: 'How often it is asked' }),
  CELLRELAY_LOG: oneOf('auto', 'json', 'pretty')
    .default('auto')
    .meta({ says: 'Form of the log; auto: pretty at a terminal, else JSON lines' }),
  CELLRELAY_LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error')
    .default('info')
    .meta({ says: 'Least weight that is logged' }),
  CELLRELAY_WATCH_PORT: whole(0, 65_535).optional().meta({
    says: 'Port for monitors in every process: `/metrics` for Prometheus, `/health/live`, `/health/ready`. Unless set there is none; 0: any. It shows figures to whoever reaches it: keep it off the internet',
  }),
  CELLRELAY_WATCH_HOST: text(255).default('127.0.0.1').meta({ says: 'Address that port is opened on' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: http.optional().meta({
    secret: true,
    says: 'A collector that traces are sent to, by OTLP over HTTP, such as http://127.0.0.1:4318. Unless set none are kept; the other standard OTEL_ variables are heeded then',
  }),
  OTEL_EXPORTER_OTLP_HEADERS: text(4096)
    .optional()
    .meta({ says: 'What the collector wants to be told, as NAME=VALUE,NAME=VALUE', secret: true }),
  CELLRELAY_SESSION_IDLE_MINUTES: whole(5, 1_440).default(480).meta({ says: 'A session ends when unused for so long' }),
  CELLRELAY_SESSION_HOURS: whole(1, 720).default(168).meta({ says: 'A session ends after so long in any case' }),
  CELLRELAY_OIDC_ISSUER: issuer.optional().meta({
    says: 'An OpenID provider that people may sign in by, once they have linked it on My account; this and the next three are set together. It is to know ORIGIN/api/v1/session/oidc/callback as where browsers come back to',
  }),
  CELLRELAY_OIDC_CLIENT: text(255).optional().meta({ says: 'As which client the provider knows this instance' }),
  CELLRELAY_OIDC_SECRET: text(1024).optional().meta({ says: 'That client’s secret', secret: true }),
  CELLRELAY_OIDC_NAME: text(60).optional().meta({ says: 'What people call the provider: “Sign in by NAME”' }),
});

export type SettingName = keyof typeof settings.shape;
export type Settings = z.infer<typeof settings>;

export interface SettingLine {
  readonly name: SettingName;
  readonly standard: string;
  readonly says: string;
  readonly secret: boolean;
}

/** The settings with their defaults, in the order in which they are described. */
export function settingLines(): readonly SettingLine[] {
  const names = Object.keys(settings.shape) as SettingName[];
  return names.map((name) => {
    const meta = settings.shape[name].meta();
    const standard = settings.shape[name].safeParse(undefined).data;
    return {
      name,
      standard: standard === undefined ? '' : String(standard),
      says: String(meta?.['says']),
      secret: meta?.['secret'] === true,
    };
  });
}

/** The settings as a Markdown table, for the README. */
export function settingsTable(): string {
  const rows = settingLines().map(
    (line) => `| \`${line.name}\` | ${line.standard === '' ? '' : `\`${line.standard}\``} | ${line.says} |`,
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}
