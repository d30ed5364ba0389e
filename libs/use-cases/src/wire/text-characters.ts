import type { z } from 'zod';
import { report, type Fault } from './faults.js';

/** Control and format characters (Unicode Cc, Cf) and line separators: invisible, or turning the text around. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

type Check = (text: string, context: z.core.$RefinementCtx<string>) => void;

/** Refuses a line of text with a character that nobody can see: two names would look the same, or one like another. */
export const printableLine: Check = (text, context) => {
  const fault = unprintableIn(text, '');
  if (fault !== undefined) report(context, fault);
};

/** The same for text of several lines, whose line breaks (U+000A) are allowed. */
export const printableLines: Check = (text, context) => {
  const fault = unprintableIn(text, '\n');
  if (fault !== undefined) report(context, fault);
};

/** The same for a person's name, in which joiners (U+200C, U+200D) shape letters in Persian, Hindi and others. */
export const printableName: Check = (text, context) => {
  const fault = unprintableIn(text.replaceAll(/[\u200C\u200D]/g, '-'), '');
  if (fault !== undefined) report(context, fault);
};

function unprintableIn(text: string, allowed: string): Fault | undefined {
  const characters = Array.from(text);
  const index = characters.findIndex((each) => unprintable.test(each) && !allowed.includes(each));
  const found = characters[index];
  if (found === undefined) return undefined;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const kept = allowed === '' ? 'on one line' : 'and line breaks (U+000A)';
  const sentence = `Character ${index + 1} is U+${code}, a control or format character; only what can be read is taken, ${kept}.`;
  return { code: 'text-characters', sentence, allowed: [`printable characters ${kept}`] };
}
