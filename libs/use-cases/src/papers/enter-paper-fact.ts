import { err, ok, sameJson, type Result } from '@cellrelay/kernel';
import type { Asker } from '../identity/identities.js';
import type { Refusals } from '../identity/identity-refusals.js';
import { staleEntry } from './paper-fact-refusals.js';
import {
  paperFactIn,
  type KeptPaperFact,
  type NewPaperFact,
  type PaperFactBodies,
  type PaperFactKind,
  type PaperFactStore,
} from './paper-fact-store.port.js';

/** What is sent to be entered, on the revision that its author had read; 0: there is to be none yet. */
export interface SaidPaperFact {
  readonly body: unknown;
  readonly revision: number;
}

/** An entry as somebody makes it, on the revision that they had read. */
export interface PaperFactEntered<Kind extends PaperFactKind> extends Pick<
  NewPaperFact<Kind>,
  'kind' | 'about' | 'body' | 'goesWith'
> {
  readonly revision: number;
  /** What the line of the audit record is about. */
  readonly auditedAs: string;
}

/** Makes the entry, unless somebody has made another meanwhile: then nothing is kept. The audit record is told which fields differ, never what they say. */
export async function enterPaperFact<Kind extends PaperFactKind>(
  store: PaperFactStore,
  { account, acting }: Asker,
  { revision, auditedAs, ...entry }: PaperFactEntered<Kind>,
): Promise<Result<KeptPaperFact<Kind>, Refusals>> {
  const before = paperFactIn(await store.newest([entry]), entry);
  const stands = before?.revision ?? 0;
  if (stands !== revision) return err([staleEntry(stands)]);
  const audit = { about: auditedAs, fields: changedFields(entry.kind, before?.body, entry.body) };
  const by = { account, organisation: acting.organisation.id };
  const kept = await store.enter(by, { ...entry, audit }, revision);
  return kept === null ? err([staleEntry(revision + 1)]) : ok(kept);
}

/** What of a body somebody entered, without whom it was entered for. */
const entered: { readonly [Kind in PaperFactKind]: (body: PaperFactBodies[Kind]) => object } = {
  site: (body) => body,
  postal: (body) => body,
  passport: ({ passport }) => passport ?? {},
  markers: ({ markers }) => markers ?? {},
  value: ({ value }) => value ?? {},
  party: ({ address }) => address ?? {},
};

function changedFields<Kind extends PaperFactKind>(
  kind: Kind,
  before: PaperFactBodies[Kind] | undefined,
  now: PaperFactBodies[Kind],
): readonly string[] {
  const fields = (body: PaperFactBodies[Kind] | undefined) =>
    new Map<string, unknown>(body === undefined ? [] : Object.entries(entered[kind](body)));
  const [one, other] = [fields(before), fields(now)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => !sameJson(one.get(name), other.get(name))).sort();
}
