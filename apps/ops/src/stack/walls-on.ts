import {
  PostgresDisclosureRegister,
  PostgresIdentityRegister,
  PostgresLetterRegister,
  PostgresScans,
  PostgresWords,
  type Database,
} from '@cellrelay/adapter-postgres';
import { FileIdentityVault, FileWordsVault, newToken } from '@cellrelay/platform';
import { Disclosures, Identities, LetterRuleChoice, Letters, Scans, type IssueCommand } from '@cellrelay/use-cases';
import type { StackOptions } from './stack-options.js';

/** What is asked of identities, and what is disclosed of them, by the keys in that folder. */
export function identitiesOn(
  { pool, shipments, clock }: Pick<Database, 'pool' | 'shipments' | 'clock'>,
  keysFolder: string | null,
): { readonly identities: Identities; readonly disclosures: Disclosures } {
  const vault = new FileIdentityVault(keysFolder);
  const identities = new Identities(new PostgresIdentityRegister(pool, vault), shipments, () => clock.now());
  return {
    identities,
    disclosures: new Disclosures(new PostgresDisclosureRegister(pool, vault), identities, shipments),
  };
}

/** Letters, and which rules registries keep to. */
export function lettersOn(
  { pool, shipments, clock }: Pick<Database, 'pool' | 'shipments' | 'clock'>,
  keysFolder: string | null,
) {
  const sealing = { vault: new FileIdentityVault(keysFolder), newSalt: newToken };
  const register = new PostgresLetterRegister(pool, sealing);
  return {
    letters: new Letters(register, shipments, () => clock.now()),
    letterRules: new LetterRuleChoice(register),
  };
}

/** Scans of papers, by the keys in that folder: without one none is kept, for a paper may name anybody, and unlike a reason it can wait. */
export function scansOn(
  { pool, shipments }: Pick<Database, 'pool' | 'shipments'>,
  issue: IssueCommand,
  keysFolder: string | null,
): Scans {
  return new Scans({ shipments, issue, store: new PostgresScans(pool, new FileWordsVault(keysFolder)) });
}

/**
 * Without a folder of keys words are not sealed: they stand in the log, where the operator alone reads them, and the start says so. Worse than that was held that nobody could give a
 * reason for a step of somebody's transplant until a folder is set.
 */
export function wordsOn({ pool }: Database, { keysFolder, logger }: StackOptions) {
  const words = new PostgresWords(pool, new FileWordsVault(keysFolder ?? null));
  if (typeof keysFolder === 'string') return { reader: words, sealing: { words } };
  if (keysFolder === null) logger.warn('words-not-sealed', { reason: 'CELLRELAY_KEYS is not set' });
  return { reader: words, sealing: {} };
}
