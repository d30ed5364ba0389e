/** Something that is entered for papers, as the API answers it. */
export interface Entry {
  /** 0: nothing was entered yet. */
  readonly revision: number;
  readonly entered: { readonly by: string; readonly at: string } | null;
  /** JSON Schema of an entry, for its form. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whom or what it is entered for; not said of what is its own address’. */
  readonly of?: string | null;
}

/** Where an entry is written, what of it stands, and how it is asked for again. */
export interface EntryPlace {
  readonly path: string;
  readonly entry: Entry;
  /** What was entered, by the form's fields. */
  readonly known: unknown;
  /** Asks for it anew, and answers what stands then. */
  readonly again: () => Promise<Pick<EntryPlace, 'entry' | 'known'>>;
}
