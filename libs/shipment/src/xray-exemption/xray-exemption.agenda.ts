import { latest, type Instant } from '@cellrelay/kernel';
import { answerDueSaid, answeredBy, askedBy } from '../lead-times.js';
import type { Call, Deadline, Obligation, Offer } from '../obligation.js';
import type { Exemption, XrayExemptionAgendaFacts, XrayExemptionState } from './xray-exemption.js';
import {
  checkpointOf,
  recordGranted,
  recordLaterAnswer,
  recordNotified,
  recordRefused,
  recordRequested,
  recordScanDecision,
  recordSearched,
  recordWithdrawn,
  refusedOffers,
} from './xray-exemption.offers.js';

export { xrayExemptionCauses } from './xray-exemption.causes.js';

/** What is owed at the checkpoints: exemptions to request, answers to ask for, exemptions to withdraw, the physician's word on a scan. */
export function xrayExemptionObligations(
  state: XrayExemptionState,
  facts: XrayExemptionAgendaFacts,
): readonly Obligation[] {
  return state.exemptions.flatMap((exemption) => [
    ...callsFor(exemption, facts),
    ...answerDue(exemption, facts),
    ...scanDecisionDue(exemption, facts),
  ]);
}

function callsFor(exemption: Exemption, facts: XrayExemptionAgendaFacts): readonly Call[] {
  const { status, answerExpectedAt, toWithdrawSince } = exemption;
  if (status === 'wanted') return [asking(exemption, facts)];
  if (status === 'requested' && answerExpectedAt !== null) return [question(exemption, answerExpectedAt)];
  if (status === 'to-withdraw' && toWithdrawSince !== null) return [withdrawal(exemption, toWithdrawSince)];
  return [];
}

const call = { does: 'call', stage: 'xray-exemption', owner: 'desk' } as const;

/** What the desk is asked: the checkpoint and when the box passes it. */
function askOf({ id, plan, leg, airport, passesAt, occasion, answer }: Exemption): Call['request'] {
  return { exemption: id, plan, leg, airport, passesAt, occasion, answer };
}

function asking(exemption: Exemption, facts: XrayExemptionAgendaFacts): Call {
  const { passesAt: at, airport } = exemption;
  const { at: leadAt, ...why } = askedBy({ at, airport }, facts.exemptionLeadDays, facts.leadTimes);
  return {
    ...call,
    key: `request-exemption/${exemption.id}/${exemption.occasion}`,
    kind: 'request-exemption',
    dueAt: latest([exemption.wantedAt, leadAt]) ?? leadAt,
    what: toldOnly(exemption)
      ? `Tell airport security of the box, ${checkpointOf(exemption)}`
      : `Request exemption from X-ray, ${checkpointOf(exemption)}`,
    ...why,
    request: askOf(exemption),
    byHand: toldOnly(exemption)
      ? [recordNotified(exemption), recordRequested(exemption), recordGranted(exemption), recordRefused(exemption)]
      : [recordRequested(exemption), recordGranted(exemption), recordNotified(exemption)],
  };
}

function question(exemption: Exemption, dueAt: Instant): Call {
  return {
    ...call,
    key: `ask-exemption-answer/${exemption.id}/${exemption.occasion}`,
    kind: 'ask-exemption-answer',
    dueAt,
    what: `Ask for the answer on X-ray, ${checkpointOf(exemption)}`,
    request: askOf(exemption),
    byHand: [
      recordGranted(exemption),
      recordRefused(exemption),
      recordLaterAnswer(exemption),
      recordNotified(exemption),
    ],
  };
}

function withdrawal(exemption: Exemption, dueAt: Instant): Call {
  return {
    ...call,
    key: `withdraw-exemption/${exemption.id}/${exemption.occasion}`,
    kind: 'withdraw-exemption',
    dueAt,
    what: `Withdraw the exemption from X-ray, ${checkpointOf(exemption)}`,
    request: { ...askOf(exemption), reference: exemption.reference },
    byHand: [recordWithdrawn(exemption)],
  };
}

/** Where no answer is to be had in advance, and nobody has been asked for one, telling them is all that is owed. */
function toldOnly({ status, answer }: Exemption): boolean {
  return status === 'wanted' && answer === 'on-arrival';
}

const ring = { does: 'ring', stage: 'xray-exemption' } as const;

/** An answer that is missing so shortly before the flight is nobody's routine any more. */
function answerDue(exemption: Exemption, facts: XrayExemptionAgendaFacts): readonly Deadline[] {
  if (exemption.status !== 'wanted' && exemption.status !== 'requested' && exemption.status !== 'refused') return [];
  const where = checkpointOf(exemption);
  const { passesAt: at, airport } = exemption;
  const { at: dueAt, ...why } = answeredBy({ at, airport }, facts.leadTimes);
  const [what, wrong] = toldOnly(exemption)
    ? [`Have airport security told of the box, ${where}`, `Airport security has not been told of the box, ${where}`]
    : [`Have the exemption from X-ray, ${where}`, `No exemption from X-ray, ${where}`];
  return [
    {
      ...ring,
      owner: 'coordinator',
      key: `exemption-answer-due/${exemption.id}`,
      kind: 'exemption-answer-due',
      dueAt,
      ...why,
      what,
      severity: 'critical',
      overdue: {
        wrong: `${wrong}: it was to be done ${answerDueSaid(facts.leadTimes)} before the flight.`,
        follows: 'The box goes through the machine unless security is persuaded to search it by hand.',
      },
      offers: answerOffers(exemption, facts),
    },
  ];
}

/** A search by hand ends the matter too, but only of a box that is on its way by that plan. */
function answerOffers(exemption: Exemption, { boxOnItsWay }: XrayExemptionAgendaFacts): readonly Offer[] {
  const answers = answersTo(exemption);
  return boxOnItsWay?.plan === exemption.plan ? [...answers, recordSearched(exemption)] : answers;
}

function answersTo(exemption: Exemption): readonly Offer[] {
  if (exemption.status === 'refused') return refusedOffers(exemption);
  const answers = [recordGranted(exemption), recordRefused(exemption)];
  return toldOnly(exemption) ? [recordNotified(exemption), ...answers] : answers;
}

/** The physician's word on a scan is wanted before the box is there, so that the centre knows it before it prepares the infusion. */
function scanDecisionDue(exemption: Exemption, { atCentreAt }: XrayExemptionAgendaFacts): readonly Deadline[] {
  if (exemption.status !== 'scanned' || exemption.scanDecision !== null || atCentreAt === null) return [];
  return [
    {
      ...ring,
      owner: 'transplant-centre',
      key: `scan-decision-due/${exemption.id}`,
      kind: 'scan-decision-due',
      dueAt: atCentreAt,
      what: `Have the physician’s word on the X-rayed cells, ${checkpointOf(exemption)}`,
      severity: 'critical',
      overdue: {
        wrong: `The physician has not said whether the X-rayed cells are used, ${checkpointOf(exemption)}.`,
        follows: 'The box is due at the transplant centre, and infusion waits for that word.',
      },
      offers: [recordScanDecision(exemption)],
    },
  ];
}
