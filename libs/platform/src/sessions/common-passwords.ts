let kept: Promise<ReadonlySet<string>> | undefined;

/** Passwords that many have had, in small letters, out of what was leaked elsewhere; read when somebody first chooses one. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  kept ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return kept;
}
