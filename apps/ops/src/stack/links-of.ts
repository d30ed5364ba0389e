import type { Database } from '@cellrelay/adapter-postgres';
import { FileSigner, KeyFiles, newToken, newUuid, RegisterVerifier } from '@cellrelay/platform';
import { Links, type TakeCommand } from '@cellrelay/use-cases';

/** Links over these stores, signed with the keys of that folder; with none, none is made, and those that were made are taken still. */
export function linksOf(
  { links, shipments, clock, signingKeys }: Pick<Database, 'links' | 'shipments' | 'clock' | 'signingKeys'>,
  take: Pick<TakeCommand, 'takeByLink'>,
  keysFolder: string | null,
): Links {
  return new Links({
    ...{ store: links, shipments, take, clock },
    signer: new FileSigner(signingKeys, new KeyFiles(keysFolder)),
    verifier: new RegisterVerifier(signingKeys),
    random: { id: newUuid, nonce: newToken },
  });
}
