import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration, Provider } from 'oidc-provider';

/** A whole OpenID provider on this machine. Who one is there is whatever name one types. */
export interface RealProvider {
  readonly issuer: string;
  /** The settings that name it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Sends browsers back to there from now on, and nowhere else. */
  serve(backTo: string): void;
  /** Goes away: every question is answered 503. */
  goAway(): void;
  close(): Promise<void>;
}

const client = { id: 'cellrelay', secret: 'ZZ-TELLTALE-CLIENT-SECRET' } as const;

/** Starts one. It is served under another site's name than the board's: `localhost`, not `127.0.0.1`. */
export async function startRealProvider(): Promise<RealProvider> {
  let provider: Provider | null = null;
  const speakAgain = withoutNotices();
  const oidc = await import('oidc-provider');
  const server = createServer((req, res) => void answer(provider, req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    settings: {
      CELLRELAY_OIDC_ISSUER: issuer,
      CELLRELAY_OIDC_CLIENT: client.id,
      CELLRELAY_OIDC_SECRET: client.secret,
      CELLRELAY_OIDC_NAME: 'EXAMPLE Hospital',
    },
    serve: (backTo) => void (provider = new oidc.Provider(issuer, configurationFor(backTo))),
    goAway: () => void (provider = null),
    close: async () => {
      speakAgain();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The package's notices are for those who run it in earnest. Answers what lets it speak again. */
function withoutNotices(): () => void {
  const { info, warn } = console;
  const unlessNotice = (say: typeof info) => (said: unknown) => {
    if (!/^oidc-provider (NOTICE|WARNING)/.test(String(said))) say(said);
  };
  Object.assign(console, { info: unlessNotice(info), warn: unlessNotice(warn) });
  return () => void Object.assign(console, { info, warn });
}

function configurationFor(backTo: string): Configuration {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [backTo],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...key, kty: 'RSA', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of this run'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => Promise.resolve({ sub: id }) }),
    // Nobody is asked whether they agree: it is their own hospital's.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

async function answer(provider: Provider | null, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (provider === null) return void res.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Away</h1>');
  if (req.url?.startsWith('/interaction/') !== true) return void (await provider.callback()(req, res));
  if (req.method !== 'POST') return void res.writeHead(200, { 'content-type': 'text/html' }).end(form);
  const login = new URLSearchParams(await bodyOf(req)).get('login') ?? '';
  const result = login === '' ? { error: 'access_denied' } : { login: { accountId: login } };
  await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
}

const form = `<!doctype html><link rel="icon" href="data:,"><title>EXAMPLE Hospital</title><h1>EXAMPLE Hospital</h1>
<form method="post"><label>Who are you <input name="login"></label> <button>Continue</button></form>`;

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return text;
}

/** Goes where a browser is sent and says there who one is; answers the address that the provider sends the browser back to, without going there. */
export async function walkedThrough(to: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = await step(new Request(to), cookies);
  while (next.host === new URL(to).host) {
    const signsIn = next.pathname.startsWith('/interaction/');
    const body = new URLSearchParams({ login });
    next = await step(new Request(next, signsIn ? { method: 'POST', body } : {}), cookies);
  }
  return next.href;
}

/** One request, with the cookies it was given before; answers where it is sent on to. */
async function step(request: Request, cookies: Map<string, string>): Promise<URL> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const res = await fetch(new Request(request, { redirect: 'manual', headers: { cookie } }));
  for (const set of res.headers.getSetCookie()) {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
    cookies.set(name, value);
  }
  const location = res.headers.get('location');
  if (location === null) throw new Error(`the provider answered ${res.status}: ${await res.text()}`);
  return new URL(location, request.url);
}
