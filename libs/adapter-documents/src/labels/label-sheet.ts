import type { Label, LabelCode, LabelPart, Language, Said } from '@cellrelay/paperwork';
import { symbolPicture } from '../codes/symbol.js';
import type { LabelStock } from './stock.js';

/** How the house shows text: in which fonts, and with nothing hidden. */
export interface TextGround {
  /** As Typst takes them, in the order of their turn. */
  readonly fontsFor: (language: Language, others: readonly Language[]) => readonly unknown[];
  /** A text as it can be printed: what no font shows is made visible. */
  readonly safe: (text: string) => string;
}

/** Labels as data for `labelTemplate`: every text a string, every code a picture with its size. Labels of one kind to a print run. */
export function labelSheet(labels: readonly Label[], stock: LabelStock, ground: TextGround) {
  const { widthMm, heightMm, sheet } = stock;
  return {
    title: ground.safe(labels.map(({ reference }) => reference).join(', ')),
    ...{ widthMm, heightMm, sheet },
    labels: labels.map((label) => labelData(label, stock, ground)),
  };
}

function labelData({ kind, reference, languages, parts }: Label, { dpi }: LabelStock, ground: TextGround) {
  const tongues = languages.map((language) => ({
    ...langOf(language),
    fonts: ground.fontsFor(
      language,
      languages.filter((other) => other !== language),
    ),
  }));
  const say = (said: Said) => languages.map((language) => ground.safe(said.texts[language] ?? ''));
  const shape = { say, safe: ground.safe, dpi };
  return { kind, reference: ground.safe(reference), tongues, parts: parts.map((part) => partData(part, shape)) };
}

/** A language as Typst names it: Chinese by the country whose shapes are read. */
function langOf(language: Language): { readonly lang: string; readonly region: string | null } {
  if (language === 'zh-Hans') return { lang: 'zh', region: 'CN' };
  return language === 'zh-Hant' ? { lang: 'zh', region: 'TW' } : { lang: language, region: null };
}

interface Shape {
  readonly say: (said: Said) => readonly string[];
  readonly safe: (text: string) => string;
  readonly dpi: LabelStock['dpi'];
}

function partData(part: LabelPart, { say, safe, dpi }: Shape) {
  if ('said' in part) return { kind: part.kind, lines: say(part.said) };
  switch (part.kind) {
    case 'product':
      return { kind: part.kind, name: safe(part.name), attributes: safe(part.attributes ?? '') };
    case 'code':
      return { kind: part.kind, caption: part.code.caption ? say(part.code.caption) : [], ...pictured(part.code, dpi) };
    case 'field':
      return { kind: part.kind, label: say(part.label), lines: part.lines.map(safe) };
    case 'contact': {
      const { kind, organisation, telephone } = part;
      return { kind, role: say(part.role), organisation: safe(organisation ?? ''), telephone: safe(telephone) };
    }
  }
}

/** A code's content is shown beside it as it is, so its alternative text may say it. */
function pictured({ symbology, of, content, text }: LabelCode, dpi: LabelStock['dpi']) {
  const { svg, widthMm, heightMm, moduleMm } = symbolPicture({ symbology, text: content, dpi });
  return {
    of,
    text,
    svg,
    widthMm,
    heightMm,
    quietMm: symbology === 'code-128' ? 10 * moduleMm : 0,
    alt: `${of}: ${content}`,
  };
}
