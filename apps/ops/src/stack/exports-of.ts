import type { Database } from '@cellrelay/adapter-postgres';
import { FileSigner, KeyFiles } from '@cellrelay/platform';
import { Exports } from '@cellrelay/use-cases';

/** Exports over these stores, signed with the keys of that folder; with none, what is to be signed is refused. */
export function exportsOf(
  { chains, audit, clock, signingKeys }: Pick<Database, 'chains' | 'audit' | 'clock' | 'signingKeys'>,
  keysFolder: string | null,
): Exports {
  return new Exports({ chains, audit, clock, signer: new FileSigner(signingKeys, new KeyFiles(keysFolder)) });
}
