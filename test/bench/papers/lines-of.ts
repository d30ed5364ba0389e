import type { Block, Paper, Said } from '@cellrelay/paperwork';
import type { letterFonts } from './letter-fonts.js';

interface Line {
  readonly language: keyof typeof letterFonts;
  readonly text: string;
}

/** What a letter to a Chinese officer says, sentence by sentence. */
export function linesOf({ letterhead, reference, title, blocks }: Paper): readonly Line[] {
  const named = [letterhead.organisation, ...letterhead.lines, reference].map(inLetters);
  return [...named, ...inBoth(title), ...blocks.flatMap(ofBlock)];
}

function ofBlock(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'addressee':
      return block.lines.map(inLetters);
    case 'paragraph':
      return block.sentences.flatMap(inBoth);
    case 'steps':
      return block.steps.flat().flatMap(inBoth);
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [
        ...inBoth(label),
        ...('literal' in value ? [inLetters(value.literal)] : inBoth({ message: '', texts: value.texts })),
      ]);
    case 'heading':
    case 'banner':
      return inBoth(block.said);
    default:
      return [];
  }
}

function inBoth({ texts }: Said): readonly Line[] {
  return (['zh-Hans', 'en'] as const).map((language) => ({ language, text: texts[language] ?? '' }));
}

function inLetters(text: string): Line {
  return { language: /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en', text };
}
