import { sameJson, type Instant } from '@cellrelay/kernel';
import type { CoverCheckpoints, Exemption, XrayExemptionState } from './xray-exemption.js';

type Checkpoint = CoverCheckpoints['data']['checkpoints'][number];

/** An exemption's id: plan, leg and airport, as in 1/0/PEK. */
export function exemptionIdOf({ plan, leg, airport }: Pick<Checkpoint, 'plan' | 'leg' | 'airport'>): string {
  return `${plan}/${leg}/${airport}`;
}

/** The exemptions brought in line with the checkpoints that the box may pass: new ones wanted, moments moved, others no longer wanted. */
export function coverCheckpoints(
  state: XrayExemptionState,
  checkpoints: readonly Checkpoint[],
  at: Instant,
): XrayExemptionState {
  const known = state.exemptions.map((exemption) => {
    const checkpoint = checkpoints.find((each) => exemptionIdOf(each) === exemption.id);
    return checkpoint === undefined ? uncovered(exemption, at) : covered(exemption, checkpoint, at);
  });
  const news = checkpoints.filter((each) => !known.some((exemption) => exemption.id === exemptionIdOf(each)));
  return { exemptions: [...known, ...news.map((checkpoint) => wantedFor(checkpoint, at))] };
}

/** Whether covering these checkpoints would change nothing. */
export function coversAlready(state: XrayExemptionState, checkpoints: readonly Checkpoint[]): boolean {
  const at = state.exemptions[0]?.wantedAt;
  if (at === undefined) return checkpoints.length === 0;
  return sameJson(coverCheckpoints(state, checkpoints, at).exemptions, state.exemptions);
}

const unasked = {
  requestedAt: null,
  answerExpectedAt: null,
  reference: null,
  reason: null,
  toWithdrawSince: null,
} as const;

function wantedFor({ plan, leg, airport, passesAt }: Checkpoint, at: Instant): Exemption {
  const id = exemptionIdOf({ plan, leg, airport });
  return {
    id,
    plan,
    leg,
    airport,
    passesAt,
    status: 'wanted',
    occasion: 1,
    wantedAt: at,
    ...unasked,
    scannedAt: null,
    scanDecision: null,
  };
}

/** Wanted again after it was to be withdrawn: asked anew, since the withdrawal may be on its way already. */
function covered(exemption: Exemption, { passesAt }: Checkpoint, at: Instant): Exemption {
  const again = exemption.status === 'withdrawn' || exemption.status === 'to-withdraw';
  return again ? { ...askedAnew(exemption, at), passesAt } : { ...exemption, passesAt };
}

/** Once the box has passed there is nothing to withdraw. */
function uncovered(exemption: Exemption, at: Instant): Exemption {
  switch (exemption.status) {
    case 'wanted':
    case 'refused':
      return { ...exemption, status: 'withdrawn' };
    case 'requested':
    case 'granted':
      return { ...exemption, status: 'to-withdraw', toWithdrawSince: at };
    case 'to-withdraw':
    case 'withdrawn':
    case 'honoured':
    case 'scanned':
      return exemption;
  }
}

/** The exemption at its next occasion: nothing of the last one counts. */
export function askedAnew(exemption: Exemption, at: Instant): Exemption {
  return { ...exemption, ...unasked, status: 'wanted', occasion: exemption.occasion + 1, wantedAt: at };
}
