import { latest, plusMinutes, ruleTime, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import { adoptionCauses, adoptionObligations } from './order.adoption.agenda.js';
import { partiesToTell } from './order.cancelling.js';
import { newWayDue } from './order.diversion.js';
import type { OrderAgendaFacts, OrderState } from './order.js';
import type { PartyName } from './order.cancellation.js';
import { mismatchFor, undecidedRecipients } from './order.processing.js';
import { ruleFor } from './order.product.js';

const recordConsent: Offer = { command: 'RecordRegistryConsent', label: 'Record the consent', prefill: {} };

/** Owed by the order itself: the registry's consent to a request above its ceiling, what is done about other blood groups, the decision on a changed limit, and the word to every party of a cancellation. */
export function orderObligations(state: OrderState, facts: OrderAgendaFacts): readonly Deadline[] {
  return [
    ...(consentOwed(state) ? [consentDue(state, facts)] : []),
    ...undecidedRecipients(state, facts.stoppedFor).map((ref) => processingDue(ref, state, facts)),
    ...adoptionObligations(state),
    ...partiesToTell(state, facts).map((party) => tellingDue(party, state, facts)),
    ...newWayDue(state, facts),
    ...fateDue(state, facts),
  ];
}

const ringing = { does: 'ring', stage: 'order', severity: 'warning' } as const;

function consentDue(state: OrderState, facts: OrderAgendaFacts): Deadline {
  return {
    ...ringing,
    kind: 'registry-consent-due',
    key: 'registry-consent-due',
    dueAt: daysBeforeCollection(state.policy?.planDueDaysBefore.value ?? 0, state, facts),
    owner: 'coordinator',
    what: "Record the registry's consent",
    overdue: {
      wrong: 'The registry has not consented to the request above its ceiling.',
      follows: 'No plan can be confirmed.',
    },
    offers: [recordConsent],
  };
}

function processingDue(ref: string, state: OrderState, facts: OrderAgendaFacts): Deadline {
  const mismatch = state.details === null ? 'none' : mismatchFor(state.details, ref);
  return {
    ...ringing,
    kind: 'processing-decision-due',
    key: `processing-decision-due/${ref}`,
    dueAt: daysBeforeCollection(state.policy?.processingDecisionDueDaysBefore.value ?? 0, state, facts),
    owner: 'transplant-centre',
    what: `Get the decision on processing for ${ref}`,
    overdue: {
      wrong: `Nobody has decided on processing for ${ref}, whose ABO mismatch is ${mismatch}.`,
      follows: 'Its minutes come off the time to infusion, and are not reckoned with yet.',
    },
    offers: [{ command: 'DecideOnProcessing', label: 'Record the decision', prefill: { recipient: ref } }],
  };
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
    ...ringing,
    kind: 'parties-told',
    key: `parties-told/${party}`,
    dueAt: plusMinutes(since, facts.reportGraceMinutes),
    owner: 'coordinator',
    what: `Tell the ${partyWords[party]} of the cancellation`,
    overdue: {
      wrong: `The ${partyWords[party]} has not been told that the shipment is cancelled.`,
      follows: 'They go on preparing, and wait for nothing.',
    },
    offers: [{ command: 'RecordPartyTold', label: `The ${partyWords[party]} was told`, prefill: { party } }],
  };
}

/** Owed at once: cells came of a collection that ran when the shipment was cancelled, and age while nobody says what becomes of them. */
function fateDue(
  { status }: OrderState,
  { cellsWithoutFateSince: since, leftAtOrigin }: OrderAgendaFacts,
): readonly Deadline[] {
  if (since === null) return [];
  return [
    {
      ...ringing,
      severity: 'critical',
      kind: 'fate-of-cells-due',
      key: 'fate-of-cells-due',
      dueAt: since,
      owner: 'coordinator',
      what: 'Get the word on what becomes of the cells',
      overdue: {
        wrong: 'The shipment was cancelled while cells were collected, and nobody has said what becomes of them.',
        follows: 'They age. They are frozen where they are, delivered anyway, or not used.',
      },
      // What has ended is not cancelled once more: of cells that come to light then it is recorded what was done with them.
      offers: status === 'open' ? [sayFate] : leftAtOrigin.flatMap(doneAtOrigin),
    },
  ];
}

const sayFate: Offer = {
  command: 'CancelShipment',
  label: 'Say what becomes of the cells',
  prefill: { cells: 'cryopreserve-at-origin' },
};

function doneAtOrigin(bag: string): readonly Offer[] {
  return [
    { command: 'RecordCryopreservedAtOrigin', label: `Record the freezing of ${bag}`, prefill: { bag } },
    { command: 'RecordNotUsedAtOrigin', label: `Record that ${bag} is not used`, prefill: { bag } },
  ];
}

/** A request above the registry's ceiling stands as a warning until the registry consents; so does more marrow than it lets be taken. */
export function orderCauses(state: OrderState, facts: OrderAgendaFacts): readonly Cause[] {
  return [...(consentOwed(state) ? [aboveCeiling] : []), ...tooMuchMarrow(state, facts), ...adoptionCauses(state)];
}

const aboveCeiling: Cause = {
  key: 'request-above-ceiling',
  stage: 'order',
  severity: 'warning',
  wrong: "The requested dose is above the registry's ceiling.",
  follows: 'Without its consent no plan can be confirmed.',
  offers: [recordConsent],
};

/** What was taken was taken: it warns until the shipment ends. */
function tooMuchMarrow(state: OrderState, { collectedMl }: OrderAgendaFacts): readonly Cause[] {
  const most = mostMarrowMl(state);
  if (most === null || collectedMl === null || collectedMl <= most) return [];
  return [
    {
      key: 'volume-above-donor-limit',
      stage: 'order',
      severity: 'warning',
      wrong: `${collectedMl} mL of marrow were collected; the registry's limit for this donor is ${most} mL.`,
      follows: 'Its registry must know, and the donor be looked after accordingly.',
      offers: [],
    },
  ];
}

/** By mL per kg of donor, as the registry's rule in the policy says; null where nothing is limited. */
function mostMarrowMl({ status, details, policy }: OrderState): number | null {
  if (status !== 'open' || details?.product !== 'HPC-M' || policy === null) return null;
  const perKg = ruleFor(details.donorGrid, policy)?.mostMarrowMlPerDonorKg ?? null;
  return perKg === null || details.donorWeightKg === null ? null : Math.round(perKg.value * details.donorWeightKg);
}

function consentOwed(state: OrderState): boolean {
  return state.status === 'open' && state.aboveRegistryCeiling && !state.registryConsent;
}

/** So many days before the first collection is to start; at once where the shipment was opened later than that. */
function daysBeforeCollection(days: number, { details }: OrderState, { openedAt }: OrderAgendaFacts): Instant {
  const first = details?.unit?.shipOn ?? details?.collectionDays[0];
  if (details === null || first === undefined) return openedAt;
  const startsAt = ruleTime(first, details.collectionStartsAtClock, details.parties.collectionCentre.zone);
  return latest([openedAt, plusMinutes(startsAt, -days * 24 * 60)]) ?? openedAt;
}
