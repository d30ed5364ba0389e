import type { Language } from '../language.js';
import type { MessageKey } from '../messages/catalogue.js';
import { valueIn, type Filler, type Say, type SlotsOf } from '../messages/say.js';
import type { Block, Said, Value } from '../paper.js';

/** In what a block is written. */
interface Written {
  readonly say: Say;
  readonly languages: readonly Language[];
}

/** Messages without a slot. */
export type PlainKey = { [Key in MessageKey]: [SlotsOf<Key>] extends [never] ? Key : never }[MessageKey];

type Row = readonly [label: PlainKey | Said, value: Filler | null | undefined];

/** A small table of facts; what is not known has no row. */
export function rows({ say, languages }: Written, facts: readonly Row[]): Block {
  return {
    kind: 'facts',
    rows: facts.flatMap(([label, value]) =>
      value === null || value === undefined ? [] : [{ label: saidOf(say, label), value: valueIn(languages, value) }],
    ),
  };
}

/** A table with a heading for each column. */
export function table(
  { say, languages }: Written,
  columns: readonly (PlainKey | Said)[],
  lines: readonly (readonly Filler[])[],
): Block {
  const values = lines.map((line): readonly Value[] => line.map((cell) => valueIn(languages, cell)));
  return { kind: 'table', columns: columns.map((column) => saidOf(say, column)), rows: values };
}

export function paragraph(...sentences: readonly Said[]): Block {
  return { kind: 'paragraph', sentences };
}

export function heading(said: Said): Block {
  return { kind: 'heading', said };
}

/** What to do, a sentence a step. */
export function steps(...each: readonly Said[]): Block {
  return { kind: 'steps', steps: each.map((said) => [said]) };
}

/** To whom it goes: the office in each language on a line of its own, and where it is. */
export function addressee(office: Said, ...where: readonly string[]): Block {
  return { kind: 'addressee', lines: [...Object.values(office.texts), ...where] };
}

/** To be signed by those, whose names are known or not. */
export function signatures(...signers: readonly (readonly [role: Said, name: string | null])[]): Block {
  return { kind: 'signatures', signers: signers.map(([role, name]) => ({ role, name })) };
}

function saidOf(say: Say, label: PlainKey | Said): Said {
  return typeof label === 'string' ? plain(say, label) : label;
}

/** Says a message that has no slot. */
export function plain(say: Say, key: PlainKey): Said {
  return (say as (key: PlainKey) => Said)(key);
}
