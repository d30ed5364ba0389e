import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '../api/types.js';
import { forgetTab, isMe } from './forget-tab.js';

/** Of the tab, as the forms are: it must outlive the way to a provider and back. */
const NAME = 'cellrelay.account';

function lastAccount(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    // Closed storage keeps nothing, and no forms either.
    return null;
  }
}

function noteAccount(name: string): void {
  try {
    sessionStorage.setItem(NAME, name);
  } catch {
    // As above.
  }
}

/**
 * Sees to it that nobody is shown what was asked or typed for somebody else: a session may end without signing out, and another tab may sign in another account. As soon
 * as the account is another, answers and forms of the one before are gone, before anything is drawn of them. Answers the way to stop.
 */
export function keepToOneAccount(client: QueryClient): () => void {
  let last = lastAccount();
  return client.getQueryCache().subscribe(({ query }) => {
    const name = isMe(query) ? (query.state.data as Me | null | undefined)?.name : undefined;
    if (name === undefined || name === last) return;
    const before = last;
    last = name;
    noteAccount(name);
    if (before === null) return;
    forgetTab(client);
  });
}
