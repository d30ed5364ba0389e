import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packOf, type Language, type Pack, type PaperFacts } from '@cellrelay/paperwork';
import { factsFrom, logOf, shipmentAfter } from './packs-of-scenario.js';
import { paperText } from './paper-text.js';

/** A pack whose words are kept: of which scenario, right after the last line of that kind, by which plan, in which languages. */
export interface KeptPack {
  readonly scenario: string;
  readonly after: string;
  readonly plan: 1 | 2;
  readonly languages: readonly Language[];
  /** As if the way went elsewhere: no scenario leads to Germany. */
  readonly way?: (facts: PaperFacts) => PaperFacts;
}

/** Cases A to E of the reports, and what they do not have: papers of the second day's plan before it is needed, letters for a visa, goods released first, a serious deviation. */
export const keptPacks: Readonly<Record<string, KeptPack>> = {
  'a-plan-1-before-collection': of('case-a-day-one-enough', 'CourierInPosition', 1, ['en']),
  'a-plan-2-before-collection': of('case-a-day-two-needed', 'CourierInPosition', 2, ['en']),
  'a-plan-1': of('case-a-day-one-enough', 'BoxPacked', 1, ['en', 'zh-Hans']),
  'a-plan-2': of('case-a-day-two-needed', 'BoxPacked', 2, ['en', 'zh-Hans']),
  'a-over-germany': { ...of('case-a-day-one-enough', 'BoxPacked', 1, ['de']), way: overGermany },
  'b-twins': of('case-b-twins', 'BoxPacked', 1, ['en', 'zh-Hant']),
  'd-by-courier': of('case-d-frozen-unit-by-courier', 'BoxPacked', 1, ['en', 'zh-Hans']),
  'd-as-cargo': of('case-d-unaccompanied-unit-not-loaded', 'BoxPacked', 1, ['en', 'zh-Hans']),
  'e-unlike-blood-groups': of('case-e-unlike-blood-groups', 'BoxPacked', 1, ['en']),
  'released-first': of('released-first', 'CustomsReleasedFirst', 1, ['en', 'zh-Hans']),
  'visa-by-express': of('visa-called-in-by-express', 'CourierFit', 1, ['en']),
  'serious-deviation': of('accepted-with-deviation', 'SpearSubmitted', 1, ['en']),
};

function of(scenario: string, after: string, plan: 1 | 2, languages: readonly Language[]): KeptPack {
  return { scenario: `${scenario}.yaml`, after, plan, languages };
}

const overGermanAirports: Readonly<Record<string, readonly [iata: string, city: string, zone: string]>> = {
  SFO: ['FRA', 'Frankfurt', 'Europe/Berlin'],
  IAH: ['MUC', 'München', 'Europe/Berlin'],
};

function overGermany(facts: PaperFacts): PaperFacts {
  return JSON.parse(JSON.stringify(facts), (name, value: unknown) => {
    if (name === 'country' && value === 'US') return 'DE';
    if (name === 'zone' && String(value).startsWith('America/')) return 'Europe/Berlin';
    if (typeof value !== 'object' || value === null || !('iata' in value)) return value;
    const other = overGermanAirports[String(value.iata)];
    return other === undefined ? value : { ...value, iata: other[0], city: other[1], zone: other[2] };
  }) as PaperFacts;
}

/** The pack as the scenario makes it now. */
export async function keptPack({ scenario, after, plan, way = (facts) => facts }: KeptPack): Promise<Pack> {
  return packOf(way(factsFrom(shipmentAfter(await logOf(scenario), after), plan)));
}

/** What a pack says in one language, and what it lacks. */
export function packText({ papers, notMade }: Pack, language: Language): string {
  const read = papers.filter(({ languages }) => languages.includes(language));
  const lacking = notMade.map(({ paper, of: what, missing }) =>
    [`!!! ${paper} ${what ?? ''}`.trim(), ...missing.map((each) => `  ${each.fact}: ${each.sentence}`)].join('\n'),
  );
  return `${[...read.map((paper) => paperText(paper, language)), ...lacking].join('\n\n')}\n`;
}

/** Where its words are kept. */
export function fileOf(name: string, language: Language): string {
  return path.resolve('test/scenarios/papers', `${name}.${language.toLowerCase()}.txt`);
}

/** The words as they were kept last. */
export function keptText(name: string, language: Language): string {
  return readFileSync(fileOf(name, language), 'utf8');
}

/** Writes them anew, for somebody to read the difference. */
export async function writePaperTexts(): Promise<void> {
  for (const [name, kept] of Object.entries(keptPacks)) {
    const pack = await keptPack(kept);
    for (const language of kept.languages) writeFileSync(fileOf(name, language), packText(pack, language));
  }
}
