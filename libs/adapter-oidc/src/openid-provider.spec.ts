import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { epochIn, startLyingProvider, type Lies, type LyingProvider } from '../../../test/support/lying-provider.js';
import { OpenIdProvider } from './openid-provider.js';

const backTo = 'http://127.0.0.1:3000/api/v1/session/oidc/callback';
const marks = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) };

let lying: LyingProvider;
let ticks = 0;
let provider: OpenIdProvider;

beforeAll(async () => void (lying = await startLyingProvider('cellrelay')));
afterAll(() => lying.close());
beforeEach(() => {
  lying.says();
  lying.nonce = marks.nonce;
  provider = providerAt(lying.issuer);
});

function providerAt(issuer: string): OpenIdProvider {
  const settings = { issuer, client: 'cellrelay', secret: 'ZZ-TELLTALE-SECRET', name: 'EXAMPLE Hospital' };
  return new OpenIdProvider(settings, { ticks: () => ticks, withinMs: 500 });
}

/** What is made of a browser that comes back with that query, while the provider says that. */
function cameBack(lies: Lies, query = `code=c&state=${marks.state}`) {
  lying.says(lies);
  return provider.identify(new URL(`${backTo}?${query}`), marks);
}

const answers = (status: number, type: string, body: string) => (res: ServerResponse) =>
  void res.writeHead(status, { 'content-type': type }).end(body);
const says = (body: unknown, status = 200) => answers(status, 'application/json', JSON.stringify(body));
const silent = () => undefined;

describe('sending somebody away', () => {
  it('is to the provider’s own address, by code, PKCE, state and nonce, asking for nothing but who it is', async () => {
    const sent = await provider.address(marks, backTo);
    if (sent.kind !== 'at') throw new Error(sent.why);
    expect(`${sent.address.origin}${sent.address.pathname}`).toBe(`${lying.issuer}/auth`);
    expect(Object.fromEntries(sent.address.searchParams)).toEqual({
      client_id: 'cellrelay',
      response_type: 'code',
      redirect_uri: backTo,
      scope: 'openid',
      state: marks.state,
      nonce: marks.nonce,
      code_challenge: createHash('sha256').update(marks.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
  });

  it.each<[string, Lies]>([
    ['is silent', { discovery: silent }],
    ['fails', { discovery: answers(500, 'text/plain', 'ZZ-TELLTALE') }],
    ['sends on to elsewhere', { discovery: (res) => void res.writeHead(302, { location: 'http://[::1]:1/' }).end() }],
    ['answers a page', { discovery: answers(200, 'text/html', '<h1>ZZ-TELLTALE</h1>') }],
    ['answers nonsense', { discovery: answers(200, 'application/json', '{"issuer":') }],
    ['says nothing', { discovery: says({}) }],
    ['is another', { description: { issuer: 'https://elsewhere.example' } }],
    ['has no sign-in', { description: { authorization_endpoint: undefined } }],
  ])('is not done where the provider %s, and it can be asked again', async (_what, lies) => {
    lying.says(lies);
    const away = await provider.address(marks, backTo);
    expect(away).toEqual({ kind: 'away', why: expect.stringMatching(/^[A-Z_]+$/) });
    lying.says();
    expect((await provider.address(marks, backTo)).kind).toBe('at');
  });

  it('is not done where nobody listens', async () => {
    expect(await providerAt('http://127.0.0.1:1').address(marks, backTo)).toEqual({
      kind: 'away',
      why: 'FETCH_FAILED',
    });
  });

  it('asks for the provider’s description once for many, and anew after an hour', async () => {
    const before = lying.described;
    await Promise.all(Array.from({ length: 5 }, () => provider.address(marks, backTo)));
    expect(lying.described).toBe(before + 1);
    ticks += 3_600_000;
    await provider.address(marks, backTo);
    expect(lying.described).toBe(before + 2);
  });
});

describe('who comes back', () => {
  it('is who the provider says, which was asked with the verifier and the secret', async () => {
    expect(await cameBack({})).toEqual({
      kind: 'known',
      identity: { issuer: `${lying.issuer}/`, subject: 'subject-1' },
    });
    const { body, authorization } = lying.asked.at(-1)!;
    expect(body.get('code_verifier')).toBe(marks.verifier);
    expect(body.get('redirect_uri')).toBe(backTo);
    expect(authorization).toMatch(/^Basic /);
    expect(body.has('client_secret')).toBe(false);
  });

  it('is asked for with the secret in the body where the provider takes it only so', async () => {
    const description = { token_endpoint_auth_methods_supported: ['client_secret_post'] };
    expect((await cameBack({ description })).kind).toBe('known');
    expect(lying.asked.at(-1)!.body.get('client_secret')).toBe('ZZ-TELLTALE-SECRET');
  });

  it.each<[string, Lies]>([
    ['for another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['for no nonce', { claims: { nonce: undefined } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['for another client', { claims: { aud: 'another' } }],
    ['for several, us not among them', { claims: { aud: ['another', 'third'] } }],
    ['that is over', { claims: { iat: epochIn(-900), exp: epochIn(-600) } }],
    ['that never ends', { claims: { exp: undefined } }],
    ['that is not yet good', { claims: { nbf: epochIn(600) } }],
    ['of nobody', { claims: { sub: undefined } }],
    ['of an empty subject', { claims: { sub: '' } }],
    ['of a subject too long', { claims: { sub: 's'.repeat(256) } }],
    ['of a subject that cannot be stored', { claims: { sub: 'a\u0000b' } }],
    ['signed by a key that is not shown', { otherKey: true }],
    ['changed after it was signed', { changedAfterwards: { sub: 'subject-2' } }],
    ['that says it is not signed', { header: { alg: 'none' } }],
    ['that says it is signed by the secret', { header: { alg: 'HS256' } }],
    ['that is no token', { token: says({ access_token: 'a', token_type: 'Bearer', id_token: 'ZZ-TELLTALE' }) }],
    ['that is not there', { token: says({ access_token: 'a', token_type: 'Bearer' }) }],
    ['that is refused', { token: says({ error: 'invalid_grant', error_description: 'ZZ-TELLTALE' }, 400) }],
  ])('is nobody by a token %s', async (_what, lies) => {
    const answer = await cameBack(lies);
    expect(answer).toEqual({ kind: 'refused', why: expect.stringMatching(/^[A-Z_]+( [a-z_]+)?$/) });
  });

  it.each<[string, string]>([
    ['another state', `code=c&state=${'t'.repeat(43)}`],
    ['no state', 'code=c'],
    ['two states', `code=c&state=${marks.state}&state=${marks.state}`],
    ['two codes', `code=c&code=d&state=${marks.state}`],
    ['no code', `state=${marks.state}`],
    ['nothing', ''],
    ['another issuer', `code=c&state=${marks.state}&iss=https://elsewhere.example`],
    ['a refusal', `error=access_denied&error_description=ZZ-TELLTALE&state=${marks.state}`],
    ['a refusal in odd words', `error=${encodeURIComponent('<b>ZZ</b>')}&state=${marks.state}`],
    ['a token in its place', `id_token=x.y.z&state=${marks.state}`],
  ])('is nobody with %s, and the provider is not asked', async (_what, query) => {
    const before = lying.asked.length;
    const answer = await cameBack({}, query);
    expect(answer).toEqual({ kind: 'refused', why: expect.stringMatching(/^[A-Z_]+( [a-z_]+)?$/) });
    expect(lying.asked).toHaveLength(before);
  });

  it('is nobody where the provider ought to name itself and does not', async () => {
    const description = { authorization_response_iss_parameter_supported: true };
    expect((await cameBack({ description })).kind).toBe('refused');
    const named = `code=c&state=${marks.state}&iss=${encodeURIComponent(lying.issuer)}`;
    expect((await cameBack({ description }, named)).kind).toBe('known');
  });

  it.each<[string, Lies]>([
    ['is silent', { token: silent }],
    ['fails', { token: answers(502, 'text/html', 'ZZ-TELLTALE') }],
    ['answers a page', { token: answers(200, 'text/html', 'ZZ-TELLTALE') }],
    ['answers nonsense', { token: answers(200, 'application/json', '{') }],
    ['breaks off', { token: (res) => void res.destroy() }],
  ])('is not known while the provider %s', async (_what, lies) => {
    expect(await cameBack(lies)).toEqual({ kind: 'away', why: expect.stringMatching(/^[A-Z_]+$/) });
  });
});
