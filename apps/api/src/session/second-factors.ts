import {
  codeUri,
  newCodeSecret,
  newRecoveryCodes,
  plainCode,
  refuse,
  SealBroken,
  sealingIn,
  stepOf,
  tokenHash,
  wallNow,
  type Sealing,
} from '@cellrelay/platform';
import type { OwnAccounts, Owner, SecondFactor } from '@cellrelay/use-cases';
import type { ApiParts } from '../parts.js';

/** One-time codes and recovery codes: setting them up, and taking each once. */
export class SecondFactors {
  constructor(
    private readonly ownAccounts: OwnAccounts,
    private readonly sealing: Sealing,
  ) {}

  /** The second factor that sign-in asks for, or null. */
  async standing(account: string): Promise<SecondFactor | null> {
    const factor = await this.ownAccounts.secondFactor(account);
    return factor?.set === true ? factor : null;
  }

  /** Takes what was typed, a one-time code or a recovery code, if it is right and was not taken before. */
  takes(owner: Owner, factor: SecondFactor, typed: string): Promise<boolean> {
    const code = plainCode(typed);
    if (!/^\d{6}$/.test(code)) return this.ownAccounts.takeRecoveryCode(owner, tokenHash(code));
    const step = this.stepIn(owner, factor, code);
    return step === null ? Promise.resolve(false) : this.ownAccounts.takeStep(owner.account, step);
  }

  /** A secret, kept encrypted; nothing is asked for yet. */
  async begin({ account }: Owner, name: string): Promise<{ readonly secret: string; readonly uri: string }> {
    const secret = newCodeSecret();
    const sealed = opening(() => this.sealing.seal(secret, boundTo(account)));
    if (await this.ownAccounts.beginSecondFactor(account, sealed)) return { secret, uri: codeUri(secret, name) };
    return refuse({
      code: 'second-factor-set-already',
      sentence: 'A second factor is set already. Remove it first, then set another.',
    });
  }

  /** Shown a first code, asks for codes from now on. Answers the recovery codes. */
  async set(owner: Owner, typed: string): Promise<readonly string[]> {
    const factor = await this.ownAccounts.secondFactor(owner.account);
    if (factor === null || factor.set) return refuse(notBegun);
    const step = this.stepIn(owner, factor, plainCode(typed));
    if (step === null) return refuse(wrongCode);
    const codes = newRecoveryCodes();
    return (await this.ownAccounts.setSecondFactor(owner, step, codes.map(tokenHash))) ? codes : refuse(notBegun);
  }

  async renewRecoveryCodes(owner: Owner): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    return (await this.ownAccounts.renewRecoveryCodes(owner, codes.map(tokenHash))) ? codes : refuse(notSet);
  }

  async remove(owner: Owner): Promise<void> {
    if (!(await this.ownAccounts.removeSecondFactor(owner))) refuse(notSet);
  }

  private stepIn({ account }: Owner, { sealed }: SecondFactor, code: string): number | null {
    return stepOf(
      opening(() => this.sealing.open(sealed, boundTo(account))),
      code,
      wallNow(),
    );
  }
}

/** Over the key in the folder of keys. */
export function secondFactorsOver({ ownAccounts, config }: Pick<ApiParts, 'ownAccounts' | 'config'>): SecondFactors {
  return new SecondFactors(ownAccounts, sealingIn(config.keysFolder, 'second-factor'));
}

const notBegun = { code: 'second-factor-not-begun', sentence: 'No second factor is being set up. Begin again.' };
const notSet = { code: 'second-factor-not-set', sentence: 'No second factor is set.' };
const wrongCode = {
  code: 'code-refused',
  sentence:
    'This is not the code that the authenticator shows now. Look whether its clock is right, and take the next one.',
};

function boundTo(account: string): string {
  return `second-factor ${account}`;
}

/** Says what to do where the key is another. */
function opening<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SealBroken) return refuse(unreadable);
    throw error;
  }
}

const unreadable = {
  code: 'second-factor-unreadable',
  sentence:
    'The folder of keys has not the key that this second factor was encrypted with. A recovery code works; then remove the second factor and set it anew.',
};
