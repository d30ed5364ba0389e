import type { Carried } from '@cellrelay/use-cases';
import { reasonOf } from '../reason.js';
import type { NotHandedOver } from './hand-over.js';

const lost = 'The line broke after the mail was handed over, before the server answered: it may have been taken.';

/** What became of a mail. A server's no (5xx) to this address or this letter is for good; to whoever sends it, or to the line, it is a matter of settings, and is tried again. */
export function carriedOf(failure: NotHandedOver | null): Carried {
  if (failure === null) return { outcome: 'sent', says: 'The mail server has taken it.', code: '250' };
  const { error, perhaps } = failure;
  if (perhaps) return { outcome: 'unknown', says: lost, code: null };
  const { responseCode, command } = error as { readonly responseCode?: unknown; readonly command?: unknown };
  const code = typeof responseCode === 'number' ? String(responseCode) : null;
  const refused = code?.startsWith('5') === true && (command === 'RCPT TO' || command === 'DATA');
  if (refused) return { outcome: 'refused', says: sentence(reasonOf(error)), code };
  const greylisted = code?.startsWith('4') === true;
  return {
    outcome: 'later',
    says: greylisted ? 'The mail server asks to come again later.' : sentence(reasonOf(error)),
    code,
  };
}

function sentence(half: string): string {
  return half.charAt(0).toUpperCase() + half.slice(1);
}
