const KEY = 'cellrelay.return-to';

/** Keeps the page's address while its reader is away at a provider; this tab only. */
export function keepAddress(): void {
  try {
    sessionStorage.setItem(KEY, `${window.location.pathname}${window.location.search}`);
  } catch {
    // Without storage one comes back to the board's first page.
  }
}

/** The address that was kept, once; null where none was. */
export function takeAddress(): string | null {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return kept !== null && isOwnPath(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Whether it is a page of ours, and not the beginning of another host's address. */
export function isOwnPath(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}
