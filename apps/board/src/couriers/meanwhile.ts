import { groupDraft, type Draft, type DraftGroup } from '../act/drafts.js';
import type { Field } from '../act/form-model.js';
import type { Courier } from '../api/types.js';
import { ownZone } from '../time/now.js';
import { localText } from '../time/zone.js';
import { idFrom } from './papers.js';
import { recordWords } from './record-words.js';

/** A part of the record that somebody else has changed. */
export interface Differing {
  readonly label: string;
  /** As it stands now. */
  readonly standing: string;
  /** What was typed here stays; else the form has taken over what stands. */
  readonly typedStays: boolean;
}

/** A form moved onto the record as it stands now. */
export interface Moved {
  readonly drafts: DraftGroup;
  readonly differing: readonly Differing[];
}

/** The revision that the form was filled in on, and the one that stands. */
interface Both {
  readonly read: Courier;
  readonly standing: Courier;
}

/** A record as its form has it: a moment in its place's clock. */
export function recordDrafts(fields: readonly Field[], courier: Courier | null): DraftGroup {
  return groupDraft(fields, courier === null ? {} : knownOf(courier), ownZone);
}

function knownOf({ restUntil, ...rest }: Courier): Readonly<Record<string, unknown>> {
  if (restUntil === null) return rest;
  return { ...rest, restUntil: { local: localText(Date.parse(restUntil.at), restUntil.zone), zone: restUntil.zone } };
}

/** Keeps what was typed and takes over what was not touched, so that sending again undoes nothing unseen. */
export function movedOnto(fields: readonly Field[], typed: DraftGroup, { read, standing }: Both): Moved {
  const [before, after] = [recordDrafts(fields, read), recordDrafts(fields, standing)];
  const changed = fields.filter(({ name }) => !same(before[name], after[name]) && !same(typed[name], after[name]));
  const touched = (name: string) => !same(typed[name], before[name]);
  const taken = changed.filter(({ name }) => !touched(name)).map(({ name }) => [name, after[name] ?? '']);
  return {
    drafts: { ...typed, ...(Object.fromEntries(taken) as DraftGroup) },
    differing: changed.map(({ name, label }) => ({
      label,
      standing: recordWords(standing, name),
      typedStays: touched(name),
    })),
  };
}

const same = (one: Draft | undefined, other: Draft | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The id of a new record by its name; a namesake’s has a number behind it. */
export function freeId(name: string, taken: readonly string[]): string {
  const wanted = idFrom(name);
  const numbered = (count: number) => (count === 1 ? wanted : `${wanted.slice(0, 36)}-${count}`);
  let count = 1;
  while (taken.includes(numbered(count))) count += 1;
  return numbered(count);
}
