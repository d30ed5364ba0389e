import { refuse } from '@cellrelay/platform';
import { passwordFault, shortestPassword } from '@cellrelay/use-cases';

const said = {
  'password-too-short': `A password has at least ${shortestPassword} characters. Several words are easier to remember than one.`,
  'password-is-name':
    'This password is the name, or a few characters again and again. Choose one that cannot be guessed.',
} as const;

/** Refuses a password that is too easily guessed. `at` is where it stands in the body. */
export function refusePassword(password: string, name: string, at: string): void {
  const fault = passwordFault(password, name);
  if (fault !== null) refuse({ code: fault, sentence: said[fault], at });
}
