import { latest, plusMinutes, ruleTime, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import { partiesToTell } from './order.cancelling.js';
import type { OrderAgendaFacts, OrderState, PartyName } from './order.js';

const recordConsent: Offer = { command: 'RecordRegistryConsent', label: 'Record the consent', prefill: {} };

/** Owed by the order itself: the registry's consent to a request above its ceiling, and the word to every party of a cancellation. */
export function orderObligations(state: OrderState, facts: OrderAgendaFacts): readonly Deadline[] {
  return [...consentDue(state, facts), ...partiesToTell(state, facts).map((party) => tellingDue(party, state, facts))];
}

const partyWords: Readonly<Record<PartyName, string>> = {
  'collection-centre': 'collection centre',
  'transplant-centre': 'transplant centre',
  courier: 'courier',
  'donor-registry': 'donor’s registry',
  'patient-registry': 'patient’s registry',
};

function tellingDue(party: PartyName, { cancellation }: OrderState, facts: OrderAgendaFacts): Deadline {
  const since = cancellation?.recordedAt ?? facts.openedAt;
  return {
    does: 'ring',
    kind: 'parties-told',
    key: `parties-told/${party}`,
    stage: 'order',
    dueAt: plusMinutes(since, facts.reportGraceMinutes),
    owner: 'coordinator',
    what: `Tell the ${partyWords[party]} of the cancellation`,
    severity: 'warning',
    overdue: {
      wrong: `The ${partyWords[party]} has not been told that the shipment is cancelled.`,
      follows: 'They go on preparing, and wait for nothing.',
    },
    offers: [{ command: 'RecordPartyTold', label: `The ${partyWords[party]} was told`, prefill: { party } }],
  };
}

/** By when the plans are due. */
function consentDue(state: OrderState, facts: OrderAgendaFacts): readonly Deadline[] {
  if (!consentOwed(state)) return [];
  return [
    {
      does: 'ring',
      kind: 'registry-consent-due',
      key: 'registry-consent-due',
      stage: 'order',
      dueAt: consentDueAt(state, facts),
      owner: 'coordinator',
      what: "Record the registry's consent",
      severity: 'warning',
      overdue: {
        wrong: 'The registry has not consented to the request above its ceiling.',
        follows: 'No plan can be confirmed.',
      },
      offers: [recordConsent],
    },
  ];
}

/** A request above the registry's ceiling stands as a warning until the registry consents. */
export function orderCauses(state: OrderState, _facts: OrderAgendaFacts): readonly Cause[] {
  if (!consentOwed(state)) return [];
  return [
    {
      key: 'request-above-ceiling',
      stage: 'order',
      severity: 'warning',
      wrong: "The requested dose is above the registry's ceiling.",
      follows: 'Without its consent no plan can be confirmed.',
      offers: [recordConsent],
    },
  ];
}

function consentOwed(state: OrderState): boolean {
  return state.status === 'open' && state.aboveRegistryCeiling && !state.registryConsent;
}

/** With the plans; at once where the shipment was opened later than that. */
function consentDueAt({ details, policy }: OrderState, { openedAt }: OrderAgendaFacts): Instant {
  const day = details?.collectionDays[0];
  if (details === null || policy === null || day === undefined) return openedAt;
  const startsAt = ruleTime(day, details.collectionStartsAtClock, details.parties.collectionCentre.zone);
  return latest([openedAt, plusMinutes(startsAt, -policy.planDueDaysBefore.value * 24 * 60)]) ?? openedAt;
}
