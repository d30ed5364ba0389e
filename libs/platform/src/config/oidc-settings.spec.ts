import { configOf, printedConfig, type ConfigFaulty } from './config.js';

const all = {
  CELLRELAY_OIDC_ISSUER: 'https://sign-in.example.org/realm',
  CELLRELAY_OIDC_CLIENT: 'cellrelay',
  CELLRELAY_OIDC_SECRET: 'ZZ-TELLTALE',
  CELLRELAY_OIDC_NAME: 'EXAMPLE Hospital',
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    configOf(env);
    return [];
  } catch (error) {
    return (error as ConfigFaulty).faults;
  }
}

describe('the settings of an OpenID provider', () => {
  it('are read together', () => {
    expect(configOf(all).oidc).toEqual({
      issuer: 'https://sign-in.example.org/realm',
      client: 'cellrelay',
      secret: 'ZZ-TELLTALE',
      name: 'EXAMPLE Hospital',
    });
  });

  it.each(Object.keys(all))('are faulty without %s, and with it alone, and say which is missing', (name) => {
    const { [name]: left, ...rest } = all as Record<string, string>;
    expect(faultsOf(rest)).toEqual([expect.stringMatching(`^${name}: .*all four are set, or none$`)]);
    const missing = faultsOf({ [name]: left! }).map((fault) => fault.split(':')[0]);
    expect(missing).toEqual(Object.keys(all).filter((other) => other !== name));
  });

  it.each([
    'sign-in.example.org',
    'http://sign-in.example.org',
    'http://127.0.0.1.example.org',
    'https://sign-in.example.org/?realm=1',
    'https://sign-in.example.org/#realm',
    'ftp://127.0.0.1',
  ])('refuse %s as an issuer', (issuer) => {
    expect(faultsOf({ ...all, CELLRELAY_OIDC_ISSUER: issuer })).toEqual([
      expect.stringContaining('CELLRELAY_OIDC_ISSUER: '),
    ]);
  });

  it('take an issuer without TLS on this machine alone', () => {
    for (const issuer of ['http://127.0.0.1:9000', 'http://localhost:9000/op', 'http://[::1]:9000'])
      expect(configOf({ ...all, CELLRELAY_OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer);
  });

  it('need a known origin over TLS where browsers of others come', () => {
    const open = { ...all, CELLRELAY_HOST: '0.0.0.0' };
    expect(faultsOf(open)).toEqual([expect.stringContaining('CELLRELAY_ORIGIN: is needed')]);
    const plain = { ...open, CELLRELAY_ORIGIN: 'http://relay.example.org' };
    expect(faultsOf(plain)).toEqual([expect.stringContaining('CELLRELAY_ORIGIN: is to be https')]);
    expect(faultsOf({ ...open, CELLRELAY_ORIGIN: 'https://relay.example.org' })).toEqual([]);
    expect(faultsOf({ ...all, CELLRELAY_ORIGIN: 'http://127.0.0.1:3000' })).toEqual([]);
  });

  it('are printed without the secret, which no fault tells either', () => {
    expect(printedConfig(all)).toContain('CELLRELAY_OIDC_SECRET=(set)');
    const told = [...printedConfig(all), ...faultsOf({ ...all, CELLRELAY_OIDC_CLIENT: '', PORT: 'x' })];
    expect(told.join()).not.toContain('TELLTALE');
  });
});
