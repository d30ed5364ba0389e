import { commonPasswords, refuse } from '@cellrelay/platform';
import { passwordFault, shortestPassword, type PasswordFault } from '@cellrelay/use-cases';

const said: Readonly<Record<PasswordFault, string>> = {
  'password-too-short': `A password has at least ${shortestPassword} characters. Several words are easier to remember than one.`,
  'password-is-name':
    'This password is a name of yours or of your organisation, or a few characters again and again. Choose one that cannot be guessed.',
  'password-common':
    'Many have had this password, or one much like it. Choose one that cannot be guessed: several words, say.',
};

/** Refuses a password that is too easily guessed by whoever knows these names. `at` is where it stands in the body. */
export async function refusePassword(password: string, names: readonly string[], at: string): Promise<void> {
  const fault = passwordFault(password, { names, common: await commonPasswords() });
  if (fault !== null) refuse({ code: fault, sentence: said[fault], at });
}
