import { createHash, createPublicKey, verify } from 'node:crypto';
import { dense, textOf } from '../support/read-pdf.js';
import type { Headers } from '../support/example-people.js';
import { papersGround, type PapersGround } from '../support/papers-ground.js';
import { pagesOf, readByZbar } from '../support/printed-pages.js';

/** Papers over HTTP: made, issued, printed, and checked by whoever holds one. */

interface Issued {
  readonly document: string;
  readonly kind: string;
  readonly of: string | null;
}

let ground: PapersGround;
let issued: readonly Issued[] = [];
let keys = 0;

beforeAll(async () => {
  ground = await papersGround();
}, 240_000);
afterAll(async () => {
  await ground.close();
});

const papers = () => `/api/v1/shipments/${ground.shipment}/papers`;
const get = (at: string, who: Headers = ground.api.signedIn) => ground.api.http.get(at).set(who).responseType('blob');
const list = async (who: Headers = ground.api.signedIn) =>
  (await ground.api.http.get(papers()).set(who).expect(200)).body as {
    readonly plans: readonly { readonly plan: number; readonly papers: readonly Record<string, unknown>[] }[];
    readonly earlier: readonly Record<string, unknown>[];
  };
function issue(body: object, key = `key-${(keys += 1)}`, who: Headers = ground.api.signedIn) {
  return ground.api.http.post(papers()).set(who).set({ 'Idempotency-Key': key }).send(body);
}
const standing = async (document: string) =>
  (await ground.api.http.get(`/api/v1/papers/${document}/standing`).expect(200)).body as object;

/** Texts of the codes on the first page, as zbar reads them. */
function codesOn(pdf: Buffer): readonly string[] {
  const [page] = pagesOf(pdf, 300);
  return page === undefined ? [] : readByZbar(page);
}

/** What somebody without a line of ours does, who has the public key and the page that describes the form. */
function signed(text: string): boolean {
  const [, document, hash, issuedAt, until, signature] =
    /papers\/([^#]+)#1\.(.+)\.(.+)\.(.+)\..+\.(.+)$/.exec(text) ?? [];
  const at = (seconds = '') => `"${new Date(Number.parseInt(seconds, 36) * 1000).toISOString()}"`;
  const key = createPublicKey(ground.publicKey);
  const id = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const sha256 = Buffer.from(hash ?? '', 'base64url').toString('hex');
  const canonical =
    `{"at":${at(issuedAt)},"document":"${document}","key":"${id}","sha256":"${sha256}",` +
    `"type":"cellrelay-paper","until":${until === '0' ? 'null' : at(until)},"version":1}`;
  return verify(null, Buffer.from(canonical), key, Buffer.from(signature ?? '', 'base64url'));
}

const one = (kind: string): Issued => {
  const found = issued.find((paper) => paper.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} was issued: ${JSON.stringify(issued)}`);
  return found;
};

describe('papers', () => {
  it('can be looked at before they are issued, as drafts that say so and have no code', async () => {
    const { plans } = await list();
    const made = plans[0]!.papers.filter((paper) => paper['made']);
    expect(made.length).toBeGreaterThanOrEqual(12);
    expect(made.every((paper) => paper['issued'] === null)).toBe(true);
    const answer = await get(`${papers()}/preview?plan=1&kind=transport-plan`).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toMatch(/^inline; filename="[A-Za-z0-9.-]+-draft\.pdf"$/);
    const text = dense(textOf(answer.body as Buffer));
    expect(text).toContain('DRAFT,NOTISSUED');
    expect(codesOn(answer.body as Buffer)).toEqual([]);
  }, 120_000);

  it('are issued, all that can be made; sent again, nothing is issued again', async () => {
    const first = await issue({ plan: 1 }, 'once').expect(200);
    issued = (first.body as { issued: readonly Issued[] }).issued;
    expect(issued.length).toBeGreaterThanOrEqual(12);
    const again = await issue({ plan: 1 }, 'once').expect(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect((again.body as { issued: unknown }).issued).toEqual(expect.arrayContaining([...issued]));
    const { plans, earlier } = await list();
    expect(plans[0]!.papers.filter((paper) => paper['issued'] !== null)).toHaveLength(issued.length);
    expect(earlier).toEqual([]);
  }, 120_000);

  it.each([
    [{ plan: 3 }, 400],
    [{ plan: 1, references: [] }, 400],
    [{ plan: 1, references: ['EX-none'] }, 404],
    [{ plan: 1, more: 1 }, 400],
    [{ plan: 2 }, 409],
  ])('%j is refused', async (body, status) => {
    await issue(body).expect(status);
  });

  it('print the same bytes whenever they are asked for, with a code that zbar reads and a public key confirms', async () => {
    const { document } = one('security-letter');
    const first = (await get(`${papers()}/${document}`).expect(200)).body as Buffer;
    const second = (await get(`${papers()}/${document}`).expect(200)).body as Buffer;
    expect(first.equals(second)).toBe(true);
    const [code = '', ...others] = codesOn(first);
    expect(others).toEqual([]);
    expect(code).toMatch(new RegExp(`^${ground.api.url}/papers/${document}#1\\.`));
    expect(signed(code)).toBe(true);
    expect(
      signed(
        code.replace(
          document,
          document.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
        ),
      ),
    ).toBe(false);
    expect(dense(textOf(first))).not.toContain('DRAFT');
  }, 120_000);

  it('are in one file, each with its own code', async () => {
    const pack = (await get(`${papers()}/pack?plan=1`).expect(200)).body as Buffer;
    const text = dense(textOf(pack));
    for (const { kind } of issued) expect([kind, text.includes(kind)]).toEqual([kind, true]);
    expect(codesOn(pack)).toEqual([]);
  }, 120_000);
});

describe('who may have them', () => {
  it('is a paper’s own part, and to others it is as one that there is not, to the byte', async () => {
    const courier = await ground.as('courier-company', 'coordinator');
    const answer = async (at: string, who: Headers) => {
      const { status, body } = await get(at, who);
      return `${status} ${String(body).replace(/"request":"[^"]*"/, '')}`;
    };
    const none = await answer(`${papers()}/${'0'.repeat(32)}`, courier);
    expect(none).toContain('no-such-paper');
    expect(await answer(`${papers()}/${one('product-document').document}`, courier)).toBe(none);
    expect(await answer(`${papers()}/preview?plan=1&kind=product-document`, courier)).toBe(none);
    await get(`${papers()}/${one('security-letter').document}`, courier).expect(200);
    const kinds = (await list(courier)).plans[0]!.papers.map(({ kind }) => kind);
    expect(kinds).toContain('security-letter');
    expect(kinds).not.toContain('product-document');
    expect(JSON.stringify(await list(courier))).not.toContain('whereToEnter');
    await issue({ plan: 1 }, 'theirs', courier).expect(403);
  }, 120_000);

  it('is nobody who stands elsewhere', async () => {
    await ground.api.http.get(papers()).expect(401);
  });
});

describe('whoever holds a paper', () => {
  it('is told how it stands, in words and nothing else, without a cookie or a session', async () => {
    const { document } = one('security-letter');
    expect(await standing(document)).toEqual({ standing: 'valid' });
    expect(await standing('0'.repeat(32))).toEqual({ standing: 'unknown' });
    expect(await standing('..%2Fsite')).toEqual({ standing: 'unknown' });
    const page = await ground.api.http.get(`/papers/${document}`).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('This paper is valid.');
    expect(page.text).toContain('本文件有效。');
    expect(page.text).not.toMatch(/<script|EX-|EXAMPLE/);
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  it('is told that it is outdated once a fact of it is, and that a newer one is valid', async () => {
    const { api, shipment } = ground;
    const { database } = api;
    const { body } = await api.http.get('/api/v1/papers/site').set(api.signedIn);
    expect(body.facts).toBeNull();
    const site = await database.paperFacts.newest([{ kind: 'site', about: 'examples' }]);
    const changed = { ...(site[0]!.body as object), hotline: '+1 555 010 0199' };
    await database.pool.query(
      `insert into cellrelay.paper_fact (kind, about, revision, body, by) values ('site', 'examples', 2, $1, 'EXAMPLE')`,
      [JSON.stringify(changed)],
    );
    await ground.reports.sweep();
    const { document } = one('security-letter');
    expect(await standing(document)).toEqual({ standing: 'superseded' });
    const page = await api.http.get(`/papers/${document}`).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('out of date');
    const state = await database.shipments.load(shipment);
    expect(state!.stages.papers.issued.find((paper) => paper.document === document)?.changed).toEqual(['hotline']);
    const again = await issue({ plan: 1 }).expect(200);
    const newer = (again.body as { issued: readonly Issued[] }).issued.find(({ kind }) => kind === 'security-letter')!;
    expect(await standing(newer.document)).toEqual({ standing: 'valid' });
    expect(await standing(document)).toEqual({ standing: 'superseded' });
    expect((await list()).earlier).toContainEqual(expect.objectContaining({ document, standing: 'superseded' }));
    const old = (await get(`${papers()}/${document}`).expect(200)).body as Buffer;
    expect(dense(textOf(old))).toContain('+15550100100');
  }, 120_000);

  it('is asked to wait who asks too often', async () => {
    const asked = await Promise.all(
      Array.from({ length: 60 }, () => ground.api.http.get(`/api/v1/papers/${'1'.repeat(32)}/standing`)),
    );
    expect(asked.some(({ status }) => status === 429)).toBe(true);
  });
});
