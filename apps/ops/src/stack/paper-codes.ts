import { FileSigner, KeyFiles, RefusedError } from '@cellrelay/platform';
import { signedPaper, type KeyRegister, type PaperCodes, type Signer } from '@cellrelay/use-cases';

/** By which address browsers reach this site; null while it is served nowhere. */
export interface SiteAddress {
  origin: string | null;
}

/** Codes by the key in use, whose private half lies in that folder. Without it papers are issued without codes: worse was held that nobody could issue any. */
export function codesBy(
  { signingKeys }: { readonly signingKeys: Pick<KeyRegister, 'current'> },
  keysFolder: string | null,
  site: SiteAddress,
): PaperCodes {
  const signer = new FileSigner(signingKeys, new KeyFiles(keysFolder));
  return {
    ready: async () => site.origin !== null && (await heldBy(signer)) !== null,
    of: async (statements) => {
      const { origin } = site;
      const held = origin === null ? null : await heldBy(signer);
      if (origin === null || held === null) return statements.map(() => null);
      return Promise.all(statements.map((statement) => signedPaper(held, origin, statement)));
    },
  };
}

/** What signs with the key in use; null where there is none. */
function heldBy(signer: FileSigner): Promise<Signer | null> {
  return signer.held().catch((error: unknown) => {
    if (error instanceof RefusedError) return null;
    throw error;
  });
}
