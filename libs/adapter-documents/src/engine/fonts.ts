import { createRequire } from 'node:module';
import path from 'node:path';
import type { Language } from '@cellrelay/paperwork';

/** A family that travels with the packages, under the SIL Open Font License: the name inside of the files, and the two weights that are used. */
interface Family {
  readonly name: string;
  readonly package: string;
  readonly regular: string;
  readonly bold: string;
}

/** Latin, Greek and Cyrillic; then each writing of Han with its own shapes; then what names may be written in besides. */
const families = {
  latin: { name: 'Noto Sans', package: 'fonts-latin', regular: 'NotoSans-Regular.ttf', bold: 'NotoSans-Bold.ttf' },
  hans: cjk('Noto Sans S Chinese', 'fonts-sc', 'NotoSansHans'),
  hant: cjk('Noto Sans T Chinese', 'fonts-tc', 'NotoSansHant'),
  japanese: cjk('Noto Sans Japanese', 'fonts-jp', 'NotoSansJP'),
  korean: cjk('Noto Sans Korean', 'fonts-kr', 'NotoSansKR'),
  arabic: {
    ...{ name: 'Noto Naskh Arabic', package: 'fonts-arabic' },
    ...{ regular: 'NotoNaskhArabic-Regular.ttf', bold: 'NotoNaskhArabic-Bold.ttf' },
  },
  hebrew: {
    ...{ name: 'Noto Sans Hebrew', package: 'fonts-hebrew' },
    ...{ regular: 'NotoSansHebrew-Regular.ttf', bold: 'NotoSansHebrew-Bold.ttf' },
  },
} satisfies Record<string, Family>;

type FamilyKey = keyof typeof families;

/** Whose Han shapes a language is read in. Italian in a Chinese folder is read in its own letters first. */
const hanOf: Readonly<Partial<Record<Language, FamilyKey>>> = {
  'zh-Hans': 'hans',
  'zh-Hant': 'hant',
  ja: 'japanese',
  ko: 'korean',
};

const hanFamilies: readonly FamilyKey[] = ['hans', 'hant', 'japanese', 'korean'];

/** One entry of Typst's list of fonts: `latin-in-cjk` leaves the quotation marks and dashes of Chinese and Japanese to their own family. */
export type FontChoice = string | { readonly name: string; readonly covers: 'latin-in-cjk' };

/** The families a text is set in, in the order of their turn; each character takes the first that has it. `others` are the paper's further languages, whose shapes come before those of a stranger. */
export function fontsFor(language: Language, others: readonly Language[] = []): readonly FontChoice[] {
  const own = hanOf[language];
  const wanted = [own, ...others.map((other) => hanOf[other]), ...hanFamilies];
  const han = [...new Set(wanted.filter((key) => key !== undefined))];
  const latin = families.latin.name;
  const first: FontChoice = own === undefined ? latin : { name: latin, covers: 'latin-in-cjk' };
  return [first, ...han.map((key) => families[key].name), families.arabic.name, families.hebrew.name];
}

/** The font files of every family, regular beside bold. */
export function fontFiles(): readonly (readonly [regular: string, bold: string])[] {
  return Object.values(families).map((family) => [fileOf(family, family.regular), fileOf(family, family.bold)]);
}

function fileOf(family: Family, file: string): string {
  const entry = createRequire(import.meta.url).resolve(`@embedpdf/${family.package}`);
  return path.join(path.dirname(entry), '..', 'fonts', file);
}

function cjk(name: string, from: string, file: string): Family {
  return { name, package: from, regular: `${file}-Regular.otf`, bold: `${file}-Bold.otf` };
}
