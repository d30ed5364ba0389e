import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Call, Deadline, Obligation, Offer } from '../obligation.js';
import type { Exemption, XrayExemptionAgendaFacts, XrayExemptionState } from './xray-exemption.js';
import {
  checkpointOf,
  recordGranted,
  recordLaterAnswer,
  recordRefused,
  recordRequested,
  recordSearched,
  recordWithdrawn,
  refusedOffers,
} from './xray-exemption.offers.js';

export { xrayExemptionCauses } from './xray-exemption.causes.js';

const dayMinutes = 24 * 60;

/** An answer that is missing a day before the flight is nobody's routine any more. */
export const answerBeforePassingMinutes = dayMinutes;

/** What is owed at the checkpoints: exemptions to request, answers to ask for, exemptions to withdraw. */
export function xrayExemptionObligations(
  state: XrayExemptionState,
  facts: XrayExemptionAgendaFacts,
): readonly Obligation[] {
  return state.exemptions.flatMap((exemption) => [...callsFor(exemption, facts), ...answerDue(exemption, facts)]);
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
function askOf({ id, plan, leg, airport, passesAt, occasion }: Exemption): Call['request'] {
  return { exemption: id, plan, leg, airport, passesAt, occasion };
}

function asking(exemption: Exemption, facts: XrayExemptionAgendaFacts): Call {
  const leadAt = plusMinutes(exemption.passesAt, -facts.exemptionLeadDays * dayMinutes);
  return {
    ...call,
    key: `request-exemption/${exemption.id}/${exemption.occasion}`,
    kind: 'request-exemption',
    dueAt: latest([exemption.wantedAt, leadAt]) ?? leadAt,
    what: `Request exemption from X-ray, ${checkpointOf(exemption)}`,
    request: askOf(exemption),
    byHand: [recordRequested(exemption), recordGranted(exemption)],
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
    byHand: [recordGranted(exemption), recordRefused(exemption), recordLaterAnswer(exemption)],
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

function answerDue(exemption: Exemption, facts: XrayExemptionAgendaFacts): readonly Deadline[] {
  if (exemption.status !== 'wanted' && exemption.status !== 'requested' && exemption.status !== 'refused') return [];
  return [
    {
      does: 'ring',
      stage: 'xray-exemption',
      owner: 'coordinator',
      key: `exemption-answer-due/${exemption.id}`,
      kind: 'exemption-answer-due',
      dueAt: plusMinutes(exemption.passesAt, -answerBeforePassingMinutes),
      what: `Have the exemption from X-ray, ${checkpointOf(exemption)}`,
      severity: 'critical',
      overdue: {
        wrong: `No exemption from X-ray, ${checkpointOf(exemption)}: it was to be there a day before the flight.`,
        follows: 'The box goes through the machine unless security is persuaded to search it by hand.',
      },
      offers: answerOffers(exemption, facts),
    },
  ];
}

/** A search by hand ends the matter too, but only of a box that is on its way by that plan. */
function answerOffers(exemption: Exemption, { boxOnItsWay }: XrayExemptionAgendaFacts): readonly Offer[] {
  const answered =
    exemption.status === 'refused' ? refusedOffers(exemption) : [recordGranted(exemption), recordRefused(exemption)];
  return boxOnItsWay?.plan === exemption.plan ? [...answered, recordSearched(exemption)] : answered;
}
