import { sameJson, type Instant } from '@cellrelay/kernel';
import type {
  CoverCheckpoints,
  Exemption,
  ExemptionStatus,
  UnplannedCheckpointPassed,
  XrayExemptionState,
} from './xray-exemption.js';

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
  told: null,
  demand: null,
  reason: null,
  toWithdrawSince: null,
} as const;

function wantedFor(checkpoint: Checkpoint, at: Instant): Exemption {
  return {
    ...checkpoint,
    id: exemptionIdOf(checkpoint),
    status: 'wanted',
    occasion: 1,
    wantedAt: at,
    ...unasked,
    scannedAt: null,
    scanDecision: null,
  };
}

/** A checkpoint that was met without having been planned for: what happened there, under an id of its own. */
export function unplannedFor({ data, occurredAt }: UnplannedCheckpointPassed, at: Instant): Exemption {
  const { exemption: id, plan, airport, what, reason } = data;
  return {
    ...unasked,
    id,
    plan,
    leg: null,
    airport,
    kind: 'unplanned',
    answer: 'on-arrival',
    passesAt: occurredAt.at,
    status: what === 'scanned' ? 'scanned' : 'honoured',
    occasion: 1,
    wantedAt: at,
    reason,
    scannedAt: what === 'scanned' ? occurredAt : null,
    scanDecision: null,
  };
}

/** Wanted again after it was to be withdrawn: asked anew, since the withdrawal may be on its way already. */
function covered(exemption: Exemption, { passesAt, kind, answer }: Checkpoint, at: Instant): Exemption {
  const again = exemption.status === 'withdrawn' || exemption.status === 'to-withdraw';
  return { ...(again ? askedAnew(exemption, at) : exemption), passesAt, kind, answer };
}

/** What becomes of an exemption that no plan needs any more; the others stay as they are: once the box has passed there is nothing to withdraw. */
const afterwards: Readonly<Partial<Record<ExemptionStatus, 'withdrawn' | 'to-withdraw'>>> = {
  wanted: 'withdrawn',
  refused: 'withdrawn',
  requested: 'to-withdraw',
  notified: 'to-withdraw',
  granted: 'to-withdraw',
};

function uncovered(exemption: Exemption, at: Instant): Exemption {
  const status = afterwards[exemption.status];
  if (status === undefined) return exemption;
  return status === 'withdrawn' ? { ...exemption, status } : { ...exemption, status, toWithdrawSince: at };
}

/** The exemption at its next occasion: nothing of the last one counts. */
export function askedAnew(exemption: Exemption, at: Instant): Exemption {
  return { ...exemption, ...unasked, status: 'wanted', occasion: exemption.occasion + 1, wantedAt: at };
}
