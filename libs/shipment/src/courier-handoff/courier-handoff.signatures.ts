import { inZone, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { notWorded } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { checksProblem } from './courier-handoff.checks.js';
import type { CourierHandoffState, HandoverPlace, Signed } from './courier-handoff.js';

/** What is wrong with the two signatures, the seal and the checks of a hand-over. */
export function signatureProblem(
  where: HandoverPlace,
  signed: Signed,
  state: CourierHandoffState,
): Refusal | undefined {
  return (
    sealProblem(signed, state) ??
    onePerson(signed) ??
    (where === 'pick-up' ? undefined : notTheHolder(signed, state)) ??
    checksProblem(where, signed.checks)
  );
}

/** Another seal than the one applied is a fact that may not be slurred over: it is taken with the reason for taking the box. */
export function sealProblem(
  { seal, sealDiffersReason }: Pick<Signed, 'seal' | 'sealDiffersReason'>,
  { boxNow }: CourierHandoffState,
): Refusal | undefined {
  const applied = boxNow?.seal ?? '';
  if (seal === applied) return undefined;
  if (sealDiffersReason !== null) return notWorded(sealDiffersReason, 'The reason', '/sealDiffersReason');
  return {
    code: 'seal-differs',
    sentence: `The seal reads ${seal}, but the box was sealed with ${applied}. Read it again; if it stays so, say why the box is taken all the same.`,
    at: '/seal',
    allowed: [applied, 'sealDiffersReason'],
  };
}

function onePerson({ givenBy, takenBy }: Signed): Refusal | undefined {
  if (!sameName(givenBy, takenBy)) return undefined;
  return {
    code: 'two-must-sign',
    sentence: `${givenBy} cannot give and take the box: two persons sign.`,
    at: '/takenBy',
  };
}

/** Custody has no gap: who gives the box is who has it. */
function notTheHolder({ givenBy }: Signed, { custody }: CourierHandoffState): Refusal | undefined {
  const last = custody.at(-1);
  const holder = last?.holder ?? '';
  // A facility has cargo, and whoever is on duty there gives it.
  if (last?.as === 'facility') return undefined;
  if (sameName(givenBy, holder)) return undefined;
  return {
    code: 'giver-has-not-the-box',
    sentence: `${givenBy} cannot give the box: by the record ${holder} has it. If it has changed hands since, record that first.`,
    at: '/givenBy',
    allowed: [holder, 'RecordRelayHandover'],
  };
}

/** Whether two entries name one person. */
export function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Refuses a fact that would precede what it follows from. */
export function tooEarly(
  stated: ZonedInstant,
  than: Instant | null | undefined,
  refusal: { readonly code: string; readonly than: string; readonly at: string },
): Refusal | undefined {
  if (than === null || than === undefined || than <= stated.at) return undefined;
  const sentence = `${inZone(stated.at, stated.zone)} cannot be: ${refusal.than} at ${inZone(than, stated.zone)}.`;
  return { code: refusal.code, sentence, at: refusal.at };
}
