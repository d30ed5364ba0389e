import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Readonly<Record<string, unknown>>;

/** What the provider says next, unless it is honest. */
export interface Lies {
  /** Over what its own description holds. */
  readonly description?: Claims;
  /** Over the ID token's claims. */
  readonly claims?: Claims;
  /** Over the ID token's header. */
  readonly header?: Claims;
  /** Signs with a key that it does not show. */
  readonly otherKey?: boolean;
  /** The ID token is signed, and then said otherwise. */
  readonly changedAfterwards?: Claims;
  /** Its token endpoint answers so, whatever it was asked. */
  readonly token?: (res: ServerResponse) => void;
  /** Its description is answered so. */
  readonly discovery?: (res: ServerResponse) => void;
}

/** An OpenID provider that can be made to lie. It asks nobody who they are, and gives every code a token. */
export interface LyingProvider {
  readonly issuer: string;
  /** What it says from now on; honest with nothing. */
  says(lies?: Lies): void;
  /** The nonce that the next token is to carry: an honest provider would have kept it with the code. */
  nonce: string;
  /** What was asked at the token endpoint, with its headers. */
  readonly asked: { readonly body: URLSearchParams; readonly authorization: string | undefined }[];
  /** How often its description was asked for. */
  described: number;
  close(): Promise<void>;
}

const b64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const json = (res: ServerResponse, status: number, body: unknown): void =>
  void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The moment so many seconds from now as a token tells it. */
export const epochIn = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

/** Starts one on this machine. */
export async function startLyingProvider(client: string): Promise<LyingProvider> {
  const [shown, hidden] = [rsa(), rsa()];
  let lies: Lies = {};
  const server = createServer((req, res) => void answer(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: LyingProvider = {
    issuer,
    says: (next = {}) => void (lies = next),
    nonce: '',
    asked: [],
    described: 0,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.url === '/.well-known/openid-configuration') return described(res);
    if (req.url === '/jwks') return json(res, 200, { keys: [publicJwk(shown.publicKey)] });
    if (req.url === '/token') return given(await bodyOf(req), req.headers.authorization, res);
    return json(res, 404, {});
  }

  function described(res: ServerResponse): void {
    provider.described += 1;
    if (lies.discovery !== undefined) return lies.discovery(res);
    const addresses = { authorization_endpoint: '/auth', token_endpoint: '/token', jwks_uri: '/jwks' };
    const own = Object.fromEntries(Object.entries(addresses).map(([name, path]) => [name, `${issuer}${path}`]));
    return json(res, 200, { issuer, ...own, response_types_supported: ['code'], ...lies.description });
  }

  function given(body: URLSearchParams, authorization: string | undefined, res: ServerResponse): void {
    provider.asked.push({ body, authorization });
    if (lies.token !== undefined) return lies.token(res);
    const token = { access_token: 'ZZ-TELLTALE-ACCESS', token_type: 'Bearer', refresh_token: 'ZZ-TELLTALE-REFRESH' };
    return json(res, 200, { ...token, id_token: idToken() });
  }

  function idToken(): string {
    const honest = {
      iss: issuer,
      sub: 'subject-1',
      aud: client,
      iat: epochIn(0),
      exp: epochIn(300),
      nonce: provider.nonce,
    };
    const claims = { ...honest, ...lies.claims };
    const signed = `${b64({ alg: 'RS256', kid: kidOf(shown.publicKey), ...lies.header })}.${b64(claims)}`;
    const signature = sign(
      'sha256',
      Buffer.from(signed),
      lies.otherKey === true ? hidden.privateKey : shown.privateKey,
    );
    const [head] = signed.split('.');
    const body = lies.changedAfterwards === undefined ? claims : { ...claims, ...lies.changedAfterwards };
    return `${head}.${b64(body)}.${signature.toString('base64url')}`;
  }

  return provider;
}

async function bodyOf(req: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return new URLSearchParams(text);
}

const kidOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
const publicJwk = (key: KeyObject) => ({ ...key.export({ format: 'jwk' }), kid: kidOf(key), alg: 'RS256', use: 'sig' });
