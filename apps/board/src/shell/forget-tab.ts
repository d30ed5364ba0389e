import type { Query, QueryClient } from '@tanstack/react-query';
import { forgetForms } from '../act/kept-forms.js';
import { forgetAllWords } from '../letters/kept-words.js';

/** Whether it is the question who is signed in. */
export const isMe = ({ queryKey }: Pick<Query, 'queryKey'>): boolean => queryKey[0] === 'me';

/** Forgets what was asked and typed in this tab for whoever was signed in: the next may be somebody else. */
export function forgetTab(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => !isMe(query) });
  forgetForms();
  forgetAllWords();
}
