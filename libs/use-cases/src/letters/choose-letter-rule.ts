import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { Asker } from '../identity/identities.js';
import type { Refusals } from '../identity/identity-refusals.js';
import type { LetterRegister } from './letter-register.port.js';
import { letterRules } from './letter-rules.js';

const notYours: Refusal = {
  code: 'not-yours-to-do',
  sentence: 'Administrators of the operator, or of that registry, say which rule it keeps to.',
};

const noSuchRegistry: Refusal = { code: 'no-such-organisation', sentence: 'There is no such registry here.' };

/** Which rule each registry keeps to, and who may say so. */
export class LetterRuleChoice {
  constructor(private readonly register: Pick<LetterRegister, 'rulesOf' | 'chooseRule'>) {}

  /** Every rule there is, and which one that organisation has chosen: the asker's own, or for the operator any. */
  async listed(asker: Asker, organisation: string | undefined) {
    const { id, kind } = asker.acting.organisation;
    const asked = kind === 'operator' ? (organisation ?? id) : id;
    const chosen = (await this.register.rulesOf([asked])).get(asked) ?? null;
    const items = letterRules.map(({ letters, direct, ...rule }) => ({
      ...rule,
      letters: waitOf(letters),
      direct: waitOf(direct),
    }));
    return { items, chosen };
  }

  /** Chooses, from now on; null: none. */
  async choose(asker: Asker, organisation: string, rule: string | null): Promise<Result<true, Refusals>> {
    const { acting, account } = asker;
    const own = organisation === acting.organisation.id;
    if (!own && acting.organisation.kind !== 'operator') return err([notYours]);
    const { id, name: organisationName } = acting.organisation;
    const asking = { account, person: acting.person, organisation: id, organisationName };
    return (await this.register.chooseRule(asking, organisation, rule)) ? ok(true) : err([noSuchRegistry]);
  }
}

function waitOf<Wait>(wait: Wait | 'never'): Wait | null {
  return wait === 'never' ? null : wait;
}
