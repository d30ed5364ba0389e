import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTypesetter, type PaperTypesetter } from '@cellrelay/adapter-documents';
import { kindsOfPaper, packOf, type Paper, type PaperFacts } from '@cellrelay/paperwork';
import { cover, madeAt } from '../support/example-papers.js';
import { factsFrom, logOf, shipmentAfter } from '../support/papers/packs-of-scenario.js';
import { dense, faultsOf, readOut, textOf } from '../support/read-pdf.js';

let typesetter: PaperTypesetter;
let folder: string;

beforeAll(() => {
  typesetter = openTypesetter({ timeLimitMillis: 120_000 });
  folder = mkdtempSync(path.join(tmpdir(), 'strange-texts-'));
});

afterAll(async () => {
  await typesetter.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Markup, slots and patterns of ours, a control, a mark that turns text around, and letters beyond the first plane. */
const strange = '#set page() {flight} $& *x* \u202e\u0007 𠮷 Ω';
const printed = '#setpage(){flight}$&*x*[U+202E][U+0007]𠮷Ω';

/** Names under which facts hold what the typesetter or the papers look up: no text of anybody's. */
const looked =
  /^(at|kind|side|zone|country|direction|iata|product|result|role|as|message|rule|paper|currency|din|productCode|reference|deviation|seriousness|atSeconds|id|sampledOn|asOf|day|validUntil|fitUntil|address|standing|orderedMinCelsius|airport)$/;

/** The facts, with each text of somebody's own made strange and known by its number. */
function made(facts: PaperFacts): { readonly facts: PaperFacts; readonly texts: number } {
  let texts = 0;
  const changed = (value: unknown, name: string): unknown => {
    if (typeof value === 'string' && !looked.test(name) && !isFixed(value)) return `${strange} t${(texts += 1)}.`;
    if (Array.isArray(value)) return value.map((one) => changed(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, changed(of, key)]));
  };
  return { facts: changed(facts, '') as PaperFacts, texts };
}

/** An instant, a day, or what is not on record. */
function isFixed(text: string): boolean {
  return text === '' || /^\d{4}-\d\d-\d\d/.test(text);
}

const scenarios = [
  ['case-a-day-one-enough.yaml', 'BoxPacked'],
  ['visa-called-in-by-express.yaml', 'CourierFit'],
  ['released-first.yaml', 'CustomsReleasedFirst'],
  ['accepted-with-deviation.yaml', 'SpearSubmitted'],
] as const;

describe('a text that somebody wrote', () => {
  it('is printed as it is on every kind of paper that there is', async () => {
    const papers = new Map<string, Paper>();
    for (const [scenario, after] of scenarios) {
      const { facts, texts } = made(factsFrom(shipmentAfter(await logOf(scenario), after), 1));
      expect(texts).toBeGreaterThan(40);
      for (const paper of packOf(facts).papers) papers.set(paper.kind, paper);
    }
    expect(kindsOfPaper.filter((kind) => !papers.has(kind))).toEqual([]);
    const whole = [...papers.values()].map((paper) => ({ paper, code: null }));
    const pdf = await typesetter.setPack(whole, cover(), { madeAt });
    const file = path.join(folder, 'pack.pdf');
    writeFileSync(file, pdf);
    expect(faultsOf(file)).toBe('');
    // What is broken over lines is read from the pages; what is read out has the rest.
    const said = `${readOut(pdf)} ${dense(textOf(pdf))}`;
    for (const [kind, paper] of papers)
      expect([kind, numbersOn(paper).filter((number) => !said.includes(`${printed}t${number}.`))]).toEqual([kind, []]);
  }, 600_000);
});

/** Which of the strange texts a paper says. */
function numbersOn(paper: Paper): readonly string[] {
  const found = [...JSON.stringify(paper).matchAll(/ Ω t(\d+)\./g)].map(([, number = '']) => number);
  expect(found.length).toBeGreaterThan(0);
  return [...new Set(found)];
}
