import type { Me } from '../api/types.js';

/** Whoever the page is shown to. `lost`: the server has ended their session, and they did not; what lies on their phone stays theirs to read. */
export type Here = Me & { readonly lost?: true };

/** Who is here by the server's word: where it names nobody, whoever is kept on this phone stays, without a session. Their own signing out has kept nobody. */
export function hereBy(told: Me | null, kept: Here | undefined): Here | null {
  if (told !== null || kept === undefined) return told;
  return { ...kept, lost: true };
}

/** Who is here where the asking failed: only the server's own word changes that. */
export function hereDespite(error: unknown, kept: Here): Here {
  return (error as { readonly status?: number }).status === 401 ? { ...kept, lost: true } : kept;
}

/** Whether there is no session any more after it was to be ended: by this or before. */
export function hasEnded({ ok, status }: Pick<Response, 'ok' | 'status'>): boolean {
  return ok || status === 401;
}
