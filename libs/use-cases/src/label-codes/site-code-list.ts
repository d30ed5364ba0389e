import type { BloodGroupEntry, ProductEntry, SiteCodes } from '@cellrelay/paperwork';
import type { CodeKey, CodeSaid, CodeVersion, KeptCode } from './label-code-store.port.js';
import type { LabelCodeView } from './label-code-views.js';

/** An entry that stands. */
export type StandingCode = Extract<KeptCode, CodeSaid>;

/** Whether that version of an entry has not ended it. */
export function stands<Version extends CodeVersion>(version: Version): version is Version & CodeSaid {
  return version.entry !== null;
}

/** The list as labels are made by it. */
export function siteCodesOf(versions: readonly CodeVersion[]): SiteCodes {
  const entries = versions.filter(stands).map(({ entry }) => entry);
  return {
    products: entries.filter((entry): entry is ProductEntry => 'name' in entry),
    bloodGroups: entries.filter((entry): entry is BloodGroupEntry => 'abo' in entry),
  };
}

/** The versions with these in the place of those before. */
export function withNew(newest: readonly KeptCode[], added: readonly CodeVersion[]): readonly CodeVersion[] {
  return [...newest.filter((each) => !added.some((version) => isSame(each, version))), ...added];
}

/** Whether both are of one entry, in whichever version. */
export function isSame(one: CodeKey, other: { readonly list: string; readonly key: string }): boolean {
  return one.list === other.list && one.key === other.key;
}

/** An entry as it is told to whoever may read the list. */
export function codeTold({ list, key, version, entry, source, asOf, person, by, at }: StandingCode): LabelCodeView {
  const told = { list, key, version, code: entry.code, source, asOf, person, by, at };
  return 'name' in entry
    ? { ...told, name: entry.name, attributes: entry.attributes ?? null }
    : { ...told, name: `${entry.abo}${entry.rh === '-' ? '−' : '+'}`, attributes: null };
}
