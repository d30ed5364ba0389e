import { latest, plusMinutes, ruleTime, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import { adoptionCauses, adoptionObligations } from './order.adoption.agenda.js';
import type { OrderAgendaFacts, OrderState } from './order.js';

const recordConsent: Offer = { command: 'RecordRegistryConsent', label: 'Record the consent', prefill: {} };

/** Owed by the order itself: the registry's consent to a request above its ceiling, and the decision on a changed limit. */
export function orderObligations(state: OrderState, facts: OrderAgendaFacts): readonly Deadline[] {
  return [...consentObligations(state, facts), ...adoptionObligations(state)];
}

/** By when the plans are due. */
function consentObligations(state: OrderState, facts: OrderAgendaFacts): readonly Deadline[] {
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

/** What is wrong with the order itself. */
export function orderCauses(state: OrderState, _facts: OrderAgendaFacts): readonly Cause[] {
  return [...consentCauses(state), ...adoptionCauses(state)];
}

/** A request above the registry's ceiling stands as a warning until the registry consents. */
function consentCauses(state: OrderState): readonly Cause[] {
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
