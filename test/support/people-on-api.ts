import { openDatabase } from '@cellrelay/adapter-postgres';
import { createPasswords, newToken, operatorsAdministrator, tokenHash } from '@cellrelay/platform';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { answers } from '../../apps/api/src/routes/components.js';
import type { RunningApi } from './api-on-database.js';

/** Hashing at its least: what it costs is measured elsewhere. */
const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

/** The headers of somebody who is signed in. */
export type Headers = Readonly<Record<string, string>>;

/** A password for everybody who joins in a test. */
export const chosen = 'four words chosen well';

/** The API's people: who signs in, who is invited and who joins. */
export class PeopleOnApi {
  constructor(private readonly api: RunningApi) {}

  /** The operator's administrator, signed in. */
  async administrator(): Promise<Headers> {
    const shown = await operatorsAdministrator(this.api.database.people, passwords);
    if (shown === null) throw new Error('the name of the administrator is taken');
    return this.signedIn(shown);
  }

  async signedIn(body: { readonly name: string; readonly password: string; readonly code?: string }): Promise<Headers> {
    return this.headersOf(await this.post('/session', body).expect(200));
  }

  headersOf(answer: { readonly headers: Record<string, unknown> }): Headers {
    return { Cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', Origin: this.api.url };
  }

  get(path: string, who: Headers) {
    return this.api.http.get(`/api/v1${path}`).set(who);
  }

  post(path: string, body: object, who: Headers = { Origin: this.api.url }) {
    return this.api.http.post(`/api/v1${path}`).set(who).send(body);
  }

  put(path: string, body: object, who: Headers) {
    return this.api.http.put(`/api/v1${path}`).set(who).send(body);
  }

  delete(path: string, who: Headers) {
    return this.api.http.delete(`/api/v1${path}`).set(who);
  }

  /** Makes an organisation as the operator's administrator; answers its id. */
  async organisation(by: Headers, name: string, kind: string): Promise<string> {
    const made = await this.post('/organisations', { name, kind }, by).expect(201);
    return answers.Organisation.parse(made.body).id;
  }

  /** Invites, and answers the link's token; of an invitation that is held, of the link that releases it. */
  async invited(by: Headers, body: object): Promise<string> {
    const invited = await this.post('/invitations', body, by).expect(201);
    const { invitation, link } = answers.InvitationLink.parse(invited.body);
    return invitation.held ? releasedToken(this.api.own.ownerUrl, invitation.id) : tokenOf(link);
  }

  /** Invites and joins; answers the headers of whoever has joined. */
  async joined(by: Headers, name: string, body: object): Promise<Headers> {
    const token = await this.invited(by, { person: `EXAMPLE ${name}`, ...body });
    return this.headersOf(await this.post('/join', { token, name, password: chosen }).expect(201));
  }

  /** The id of somebody's account. */
  async idOf(name: string): Promise<string> {
    const found = await this.api.database.accounts.find(name);
    if (found === null) throw new Error(`nobody is called ${name}`);
    return found.id;
  }

  /** What the audit record says, oldest first. */
  async audit(): Promise<readonly { kind: string; about: string; by: unknown; data: Record<string, unknown> }[]> {
    const found = await this.api.database.pool.query<{ text: string }>(
      'select text from cellrelay.audit_entry order by seq',
    );
    return found.rows.map(
      ({ text }) => JSON.parse(text) as { kind: string; about: string; by: unknown; data: Record<string, unknown> },
    );
  }
}

/** Releases an invitation as whoever runs the server does, and answers the link's token. */
export async function releasedToken(ownerUrl: string, id: string): Promise<string> {
  const token = newToken();
  const owner = await openDatabase({ url: ownerUrl, folding });
  const released = await owner.people.releaseInvitation(id, { tokenHash: tokenHash(token), lastsMs: 60_000 });
  await owner.close();
  if (released.kind !== 'done') throw new Error('there is no such invitation to be released');
  return token;
}

/** The token at a link's end. */
export function tokenOf(link: unknown): string {
  return /\/join#([\w-]{43})$/.exec(String(link))?.[1] ?? '';
}
