import type { Asked, Growing } from './crossing.js';

export interface PapersParts {
  readonly known: Growing;
  /** Asks as somebody; throws when it is refused. */
  readonly ask: (by: string, asked: Asked) => Promise<string>;
}

const [operator, registry] = ['operator-coordinator', 'donor-registry-coordinator'];
const said = { source: 'EXAMPLE list', asOf: '2024-01-01', person: 'EXAMPLE Quality' };

/** Papers that tell of the donor, and one that both sides hold. */
const kinds: ReadonlySet<string> = new Set(['contents-statement', 'packing-record', 'hand-over-form']);

/** What papers say is entered, papers of the plan that is flown are issued, and an answer of customs is kept as a scan: for everybody to ask for. */
export async function papersCome(parts: PapersParts): Promise<void> {
  const { known, ask } = parts;
  await enter(parts);
  const path = `/api/v1/shipments/${known.shipment}`;
  const listed = JSON.parse(await ask(operator, { id: 'getPapers', method: 'get', path: `${path}/papers` })) as Listed;
  const flown = listed.plans.find(({ plan }) => plan === 2)?.papers ?? [];
  const references = flown.filter(({ kind, made }) => made && kinds.has(kind)).map(({ reference }) => reference);
  const issue = { id: 'issuePapers', method: 'post', path: `${path}/papers`, body: { plan: 2, references } };
  const { issued } = JSON.parse(
    await ask(operator, { ...issue, headers: { 'idempotency-key': 'journey-papers' } }),
  ) as Issued;
  known.papers = issued.map(({ document }) => document);
  const kept = { id: 'keepScan', method: 'post', path: `${path}/scans?document=Import%20permit`, raw: scan };
  await ask(operator, { ...kept, headers: { 'idempotency-key': 'journey-scan', 'content-type': 'application/pdf' } });
}

async function enter({ known, ask }: PapersParts): Promise<void> {
  const put = (by: string, id: string, path: string, body: object): Promise<string> =>
    ask(by, { id, method: 'put', path: `/api/v1/${path}`, body, headers: { 'if-none-match': '*' } });
  await put(operator, 'putPapersSite', 'papers/site', site);
  await put(operator, 'putProductCode', 'label-codes/products/S1128', product);
  const facts = `shipments/${known.shipment}/paper-facts`;
  const asked = { id: 'getPaperFacts', method: 'get', path: `/api/v1/${facts}` };
  const { markers } = JSON.parse(await ask(registry, asked)) as { readonly markers: { readonly of: string } };
  await put(registry, 'putDonorMarkers', `${facts}/markers`, { of: markers.of, markers: tested });
}

const site = {
  issuer: { name: 'EXAMPLE Office', city: 'EXAMPLE City', lines: ['1 EXAMPLE Street'] },
  hotline: '+1 555 010 0100',
  signatory: { name: 'EXAMPLE S. Signer', position: 'Coordinator' },
};

const tested = {
  ...{ sampledOn: '2023-12-20', laboratory: 'EXAMPLE Laboratory' },
  results: [{ marker: 'HBsAg', result: 'negative' }],
};

const product = { after: 0, name: 'HPC, APHERESIS', attributes: null, ...said };

interface Listed {
  readonly plans: readonly {
    readonly plan: number;
    readonly papers: readonly { readonly kind: string; readonly reference: string; readonly made: boolean }[];
  }[];
}

interface Issued {
  readonly issued: readonly { readonly document: string }[];
}

const scan = '%PDF-1.7\nEXAMPLE Import permit 1';
