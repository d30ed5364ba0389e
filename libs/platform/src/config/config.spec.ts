import { type ConfigFaulty, configOf, printedConfig } from './config.js';
import { settingLines, settingsTable } from './settings-table.js';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    configOf(env);
    return [];
  } catch (error) {
    return (error as ConfigFaulty).faults;
  }
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(configOf({})).toEqual({
      web: { host: '127.0.0.1', port: 3000, origin: null, secureCookie: false, proxies: 0 },
      dataFolder: null,
      keysFolder: null,
      databaseUrl: null,
      redisUrl: null,
      mail: null,
      sms: null,
      voice: null,
      heartbeat: { url: null, everyMs: 60_000 },
      log: { form: 'auto', level: 'info' },
      watch: null,
      tracesTo: null,
      session: { idleMinutes: 480, absoluteMinutes: 10_080 },
      oidc: null,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(configOf({ PORT: ' ', DATABASE_URL: '' }).web.port).toBe(3000);
  });

  it('makes the cookie Secure where browsers come over https', () => {
    expect(configOf({ CELLRELAY_ORIGIN: 'https://relay.example.org' }).web.secureCookie).toBe(true);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['CELLRELAY_ORIGIN', 'relay.example.org'],
    ['CELLRELAY_ORIGIN', 'https://relay.example.org/path'],
    ['DATABASE_URL', 'mysql://x'],
    ['REDIS_URL', 'http://x'],
    ['CELLRELAY_HEARTBEAT_URL', 'monitor.example.org'],
    ['CELLRELAY_HEARTBEAT_SECONDS', '0'],
    ['CELLRELAY_LOG_LEVEL', 'loud'],
    ['CELLRELAY_SESSION_HOURS', '0'],
    ['CELLRELAY_WATCH_PORT', '70000'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['CELLRELAY_SMS_GATEWAY', '{}'],
    ['CELLRELAY_SMS_GATEWAY', '{"url": "http://sms.example.org/{to}", "body": "{text}"}'],
    ['CELLRELAY_VOICE_GATEWAY', '{"url": "https://sms.example.org/{to}"}'],
    ['CELLRELAY_PROT', '3000'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(`${name}: `)]);
  });

  it('sends mail where a server and a sender are named, both', () => {
    const [url, from] = ['smtps://user:secret@mail.example.org', 'cellrelay@example.org'];
    expect(configOf({ SMTP_URL: url, CELLRELAY_MAIL_FROM: from }).mail).toEqual({ url, from });
    expect(faultsOf({ SMTP_URL: url })).toEqual(['CELLRELAY_MAIL_FROM: to be set with SMTP_URL']);
    expect(faultsOf({ SMTP_URL: 'http://x', CELLRELAY_MAIL_FROM: from })).toEqual([
      expect.stringContaining('SMTP_URL: not an address'),
    ]);
  });

  it('opens a port for monitors where one is named, to this machine unless told', () => {
    expect(configOf({ CELLRELAY_WATCH_PORT: '9464' }).watch).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(configOf({ CELLRELAY_WATCH_PORT: '0', CELLRELAY_WATCH_HOST: '::' }).watch).toEqual({ host: '::', port: 0 });
    expect(configOf({ CELLRELAY_WATCH_HOST: '::' }).watch).toBeNull();
  });

  it('tells faults in words of its own', () => {
    expect(faultsOf({ CELLRELAY_LOG: 'xml', CELLRELAY_HOST: 'x'.repeat(256) })).toEqual([
      'CELLRELAY_HOST: not a text of 1 to 255 characters',
      'CELLRELAY_LOG: not one of auto, json, pretty',
    ]);
  });

  it('tells every fault at once, and no secret', () => {
    const faults = faultsOf({ PORT: 'x', DATABASE_URL: 'mysql://u:ZZ-TELLTALE@h' });
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain('TELLTALE');
  });

  it('is printed without secrets, every setting once', () => {
    const printed = printedConfig({ DATABASE_URL: 'postgresql://u:ZZ-TELLTALE@h/d', PORT: '8080' });
    expect(printed).toHaveLength(settingLines().length);
    expect(printed).toEqual(
      expect.arrayContaining([
        'DATABASE_URL=(set)',
        'PORT=8080',
        'CELLRELAY_DATA=(not set)',
        'CELLRELAY_HOST=127.0.0.1 (default)',
      ]),
    );
    expect(printed.join()).not.toContain('TELLTALE');
  });

  it('is described, every setting with what it does', () => {
    expect(settingLines().filter((line) => line.says === 'undefined')).toEqual([]);
    expect(settingsTable().split('\n')).toHaveLength(settingLines().length + 2);
  });
});
