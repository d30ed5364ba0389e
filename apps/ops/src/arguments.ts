import { shipmentIdOf } from '@cellrelay/kernel';

/** What a command takes after its name. */
export interface Takes {
  /** As the usage shows them, in their order: FILE must be there, [FILE] may be. */
  readonly words: readonly string[];
  readonly flags?: readonly string[];
  /** Flags that are followed by a value, and what it is called. */
  readonly valued?: Readonly<Record<string, string>>;
}

/** What is wrong with a command's arguments, in a sentence; nothing is ignored silently. */
export function argumentFault(all: readonly string[], { words, flags = [], valued = {} }: Takes): string | undefined {
  const last = all.at(-1) ?? '';
  if (Object.hasOwn(valued, last)) return `${last} needs ${valued[last]}.`;
  const args = all.filter((arg, index) => !Object.hasOwn(valued, arg) && !Object.hasOwn(valued, all[index - 1] ?? ''));
  const given = args.filter((arg) => !arg.startsWith('-'));
  const flag = args.find((arg) => arg.startsWith('-') && !flags.includes(arg));
  if (flag !== undefined) return `There is no ${flag} here.`;
  const needed = words.filter((word) => !word.startsWith('['));
  if (given.length < needed.length) return `${needed[given.length] ?? ''} is missing.`;
  const extra = given[words.length];
  if (extra !== undefined) return `"${extra}" is one argument too many.`;
  return given.map((each, index) => idFault(each, words[index])).find((fault) => fault !== undefined);
}

function idFault(given: string, word: string | undefined): string | undefined {
  if ((word !== '[SHIPMENT]' && word !== 'SHIPMENT') || shipmentIdOf(given) !== undefined) return undefined;
  return `"${given}" is no shipment's id: it is a UUID in lower case.`;
}
