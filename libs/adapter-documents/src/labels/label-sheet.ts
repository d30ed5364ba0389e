import type { Label, LabelCode, LabelPart, Said } from '@cellrelay/paperwork';
import { symbolPicture } from '../codes/symbol.js';
import { tonguesOf } from '../template/tongues.js';
import type { LabelStock } from './stock.js';

/** A text as it can be printed: what no font shows is made visible. */
type Safe = (text: string) => string;

/** Labels as data for `labelTemplate`: every text a string, every code a picture with its size. Labels of one kind to a print run. */
export function labelSheet(labels: readonly Label[], stock: LabelStock, safe: Safe) {
  const { widthMm, heightMm, sheet } = stock;
  return {
    title: safe(labels.map(({ reference }) => reference).join(', ')),
    ...{ widthMm, heightMm, sheet },
    labels: labels.map((label) => labelData(label, stock, safe)),
  };
}

function labelData({ kind, reference, languages, parts }: Label, { dpi }: LabelStock, safe: Safe) {
  const say = (said: Said) => languages.map((language) => safe(said.texts[language] ?? ''));
  const shape = { say, safe, dpi };
  return {
    ...{ kind, reference: safe(reference), tongues: tonguesOf(languages) },
    parts: parts.map((part) => partData(part, shape)),
  };
}

interface Shape {
  readonly say: (said: Said) => readonly string[];
  readonly safe: Safe;
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
