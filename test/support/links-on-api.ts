import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { KeyFiles, newUuid } from '@cellrelay/platform';
import type { Mailer } from '@cellrelay/use-cases';
import { answers } from '../../apps/api/src/routes/components.js';
import type { LimitFigures } from '../../apps/api/src/limits/limits.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { apiOnDatabase, type RunningApi } from './api-on-database.js';
import { exampleOrder } from './example-order.js';
import { filledForm } from './filled-form.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const wide = { byLink: rate, signIn: rate, perSession: rate, perAddress: rate };

/** Whom links are made for here. */
export const night = { addressee: 'EXAMPLE Night desk', organisation: 'EXAMPLE Apheresis Centre' };

/** The API with a key to sign by and one shipment, and those who make and hold links for its tasks. */
export class LinksOnApi {
  private constructor(
    readonly api: RunningApi,
    readonly owner: Database,
    private readonly folder: string,
  ) {}

  static async start(limits: Partial<LimitFigures> = wide, mailer?: Mailer): Promise<LinksOnApi> {
    const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-links-'));
    const more = mailer === undefined ? {} : { mailer };
    const api = await apiOnDatabase(limits, { env: { CELLRELAY_KEYS: folder }, ...more });
    const links = new LinksOnApi(api, await openDatabase({ url: api.own.ownerUrl, folding }), folder);
    await links.rotate();
    return links;
  }

  async close(): Promise<void> {
    await this.owner.close();
    await this.api.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Takes up another key to sign by, and retires the one before. */
  async rotate(): Promise<void> {
    await this.owner.signingKeys.takeUp(await new KeyFiles(this.folder).make());
  }

  /** Opens a shipment; answers its id. */
  async shipment(): Promise<string> {
    const id = newUuid();
    await this.command(id, 'OpenShipment', exampleOrder).expect(200);
    return id;
  }

  command(shipment: string, name: string, body: object, ifMatch = 0) {
    const post = this.api.http.post(`/api/v1/shipments/${shipment}/commands/${name}`).set(this.api.signedIn);
    return post.set({ 'Idempotency-Key': newUuid(), 'If-Match': `"${ifMatch}"` }).send(body);
  }

  get(at: string, who: Readonly<Record<string, string>> = this.api.signedIn) {
    return this.api.http.get(`/api/v1${at}`).set(who);
  }

  /** Asks for a link, as the operator's coordinator. */
  ask(shipment: string, body: object) {
    return this.api.http
      .post(`/api/v1/shipments/${shipment}/links`)
      .set(this.api.signedIn)
      .send({ ...night, ...body });
  }

  /** Makes one; answers its token and its id. */
  async made(shipment: string, body: object): Promise<{ readonly token: string; readonly id: string }> {
    const { link, made } = answers.LinkMade.parse((await this.ask(shipment, body).expect(201)).body);
    return { token: tokenIn(link), id: made.id };
  }

  revoke(id: string) {
    return this.api.http.delete(`/api/v1/links/${id}`).set(this.api.signedIn);
  }

  look(token: string, more: Readonly<Record<string, string>> = {}) {
    const post = this.api.http.post('/api/v1/by-link/look').set({ Origin: this.api.url, 'Cellrelay-Link': token });
    return post.set(more).send({});
  }

  /** What its holder sends who fills in no more than the form asks for. */
  async filled(token: string): Promise<Filled> {
    const { fields, prefill, stageRevision } = answers.LinkTask.parse((await this.look(token).expect(200)).body);
    const said = filledForm(fields, prefill, await this.owner.clock.now()) as object;
    return { body: { ...said, statedBy: { person: 'EXAMPLE Nora' } }, ifMatch: stageRevision };
  }

  send(
    token: string,
    { body, ifMatch, key = newUuid() }: Filled & { readonly key?: string },
    more: Readonly<Record<string, string>> = {},
  ) {
    const heads = { Origin: this.api.url, 'Cellrelay-Link': token, 'Idempotency-Key': key, 'If-Match': `"${ifMatch}"` };
    return this.api.http
      .post('/api/v1/by-link')
      .set({ ...heads, ...more })
      .send(body);
  }

  /** The lines of that log, oldest first. */
  async log(shipment: string): Promise<readonly Line[]> {
    const lines = await this.owner.shipments.log(shipment as never, 0, 100);
    return lines.map(({ text }) => JSON.parse(text) as Line);
  }
}

interface Filled {
  readonly body: Readonly<Record<string, unknown>>;
  readonly ifMatch: number;
}

interface Line {
  readonly recordedBy: string;
  readonly statedBy: unknown;
  readonly event: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
}

/** The token at a link's end. */
export function tokenIn(link: unknown): string {
  return /\/by-link#([\w-]+)$/.exec(String(link))?.[1] ?? '';
}
