import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Language, Pack } from '@cellrelay/paperwork';
import { logOf, packFrom, shipmentAfter } from './packs-of-scenario.js';
import { paperText } from './paper-text.js';
import { overGermany, withSecondDay, withTripOf, type Variant } from './scenario-variants.js';

const studentsTrip = withTripOf('case-a-day-one-enough.yaml');

/** A pack whose words are kept: of which scenario, right after the last line of that kind, by which plan, in which languages. */
export interface KeptPack {
  readonly scenario: string;
  readonly after: string;
  readonly plan: 1 | 2;
  readonly languages: readonly Language[];
  /** As no file has it. */
  readonly as?: Variant;
}

/**
 * Cases A to E of the reports by both plans, and what they do not have: letters for a visa, goods released first, a serious deviation. A frozen unit, case D, has no second day; C is a record
 * before a trip, and gets that of A; what B and E collect in one day might have taken two.
 */
export const keptPacks: Readonly<Record<string, KeptPack>> = {
  'a-plan-1-before-collection': of('case-a-day-one-enough', 'CourierInPosition', 1, ['en']),
  'a-plan-2-before-collection': of('case-a-day-two-needed', 'CourierInPosition', 2, ['en']),
  'a-plan-1': of('case-a-day-one-enough', 'BoxPacked', 1, ['en', 'zh-Hans']),
  'a-plan-2': of('case-a-day-two-needed', 'BoxPacked', 2, ['en', 'zh-Hans']),
  'a-over-germany': { ...of('case-a-day-one-enough', 'BoxPacked', 1, ['de']), as: overGermany },
  'b-plan-1-before-collection': of('case-b-twins', 'CourierInPosition', 1, ['en']),
  'b-plan-2-before-collection': { ...of('case-b-twins', 'CourierInPosition', 2, ['en']), as: withSecondDay },
  'b-twins': of('case-b-twins', 'BoxPacked', 1, ['en', 'zh-Hant']),
  'c-plan-1': { ...of('case-c-record', 'BoxPacked', 1, ['en']), as: studentsTrip },
  'c-plan-2-before-collection': { ...of('case-c-record', 'CourierInPosition', 2, ['en']), as: studentsTrip },
  'd-by-courier': of('case-d-frozen-unit-by-courier', 'BoxPacked', 1, ['en', 'zh-Hans']),
  'd-as-cargo': of('case-d-unaccompanied-unit-not-loaded', 'BoxPacked', 1, ['en', 'zh-Hans']),
  'e-plan-2-before-collection': {
    ...of('case-e-unlike-blood-groups', 'CourierInPosition', 2, ['en']),
    as: withSecondDay,
  },
  'e-unlike-blood-groups': of('case-e-unlike-blood-groups', 'BoxPacked', 1, ['en']),
  'released-first': of('released-first', 'CustomsReleasedFirst', 1, ['en', 'zh-Hans']),
  'visa-by-express': of('visa-called-in-by-express', 'CourierFit', 1, ['en']),
  'serious-deviation': of('accepted-with-deviation', 'SpearSubmitted', 1, ['en']),
};

function of(scenario: string, after: string, plan: 1 | 2, languages: readonly Language[]): KeptPack {
  return { scenario: `${scenario}.yaml`, after, plan, languages };
}

/** The pack as the scenario makes it now. */
export async function keptPack({ scenario, after, plan, as }: KeptPack): Promise<Pack> {
  return packFrom(shipmentAfter(await logOf(scenario, as), after), plan);
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
