import { latest, plusMinutes, type Instant, type LocalDate } from '@cellrelay/kernel';
import type { Cause, Offer } from '../obligation.js';
import { countriesNotNamed, notHeldSaid, papersRunningOut, visasNotHeld } from '../courier-papers.js';
import type { CourierAgendaFacts, CourierPerson, CourierState } from './courier.js';
import { nominate, recordFit, recordTrip, recordVisaFor, sendSubstitute } from './courier.offers.js';

/** The troubles that stand: visas not in hand, countries not checked, papers that run out under new plans, nobody in reserve. */
export function courierCauses(state: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  if (facts.handedOver || state.courier === null) return [];
  return [
    ...visaCauses(state),
    ...staleCheck(state, facts),
    ...knownPapers(state, facts),
    ...restShort(state, facts),
    ...nominatedElsewhere(state, facts),
    ...tripCauses(state, facts),
    ...(state.substitute === null ? [noSubstitute(state)] : []),
  ];
}

function visaCauses(state: CourierState): readonly Cause[] {
  const open = state.fit === null ? [] : visasNotHeld(state.fit);
  return open.map((visa) => ({
    key: `visa-not-held/${visa.country}`,
    stage: 'courier',
    severity: 'warning',
    wrong: `The courier's visa for ${visa.country} is ${notHeldSaid(visa)}.`,
    follows: `Without it the courier does not enter ${visa.country}.`,
    offers: [recordVisaFor(visa.country), sendSubstitute],
  }));
}

/** A check is of one journey: plans that changed since may enter other countries, or end later. */
function staleCheck(state: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  const { fit } = state;
  if (fit === null) return [];
  const unnamed = countriesNotNamed(fit, facts).map((country) => `${country} was not looked at`);
  const faults = [...unnamed, ...papersRunningOut(fit, facts)];
  if (faults.length === 0) return [];
  return [
    {
      key: 'courier-check-outdated',
      stage: 'courier',
      severity: 'warning',
      wrong: `The courier was checked for another journey: ${faults.join('; ')}.`,
      follows: 'The courier may be stopped at a border.',
      offers: [againWith(state), sendSubstitute],
    },
  ];
}

/** Before anybody was checked, what is known of them already: the pool's papers, held against the journey as a check would hold them. */
function knownPapers({ courier, substitute, fit }: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  const another = { ...nominate, prefill: { courier: nameOf(courier) } };
  return [
    ...(fit === null
      ? papersCause('courier', courier, facts, [
          recordFit,
          sendSubstitute,
          { ...nominate, label: 'Nominate another courier' },
        ])
      : []),
    ...papersCause('substitute', substitute, facts, [{ ...another, label: 'Name another substitute' }]),
  ];
}

function papersCause(
  who: 'courier' | 'substitute',
  person: CourierPerson | null,
  facts: CourierAgendaFacts,
  offers: readonly Offer[],
): readonly Cause[] {
  const faults = person?.papers == null ? [] : papersRunningOut(person.papers, facts);
  if (faults.length === 0) return [];
  return [
    {
      key: `${who}-papers`,
      stage: 'courier',
      severity: 'warning',
      wrong: `By what is on record of the ${who}, ${faults.join('; ')}.`,
      follows: `Unless it is renewed, the ${who} does not pass the check.`,
      offers,
    },
  ];
}

/** Nobody sleeps while carrying the cells, so rest comes before: a courier whose rest is not over when the journey begins is tired on the way. */
function restShort(state: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  const until = restUntil(state, facts);
  const beginsAt = state.trip?.departsAt.at ?? facts.positioning?.inTownBy;
  if (until === undefined || beginsAt === undefined || until <= beginsAt) return [];
  return [
    {
      key: 'courier-rest-short',
      stage: 'courier',
      severity: 'warning',
      wrong: "The courier's rest after another journey is not over when this one begins.",
      follows: 'There is no sleep while the box is carried: the courier sets out tired.',
      until,
      offers: [sendSubstitute, againWith(state)],
    },
  ];
}

function restUntil({ courier, fit }: CourierState, facts: CourierAgendaFacts): Instant | undefined {
  const ended = fit?.lastJourneyEndedAt?.at;
  return latest([
    ...(courier?.restUntil == null ? [] : [courier.restUntil.at]),
    ...(ended === undefined ? [] : [plusMinutes(ended, facts.courierRestHours * 60)]),
  ]);
}

/** The pool's record of the nomination: a courier is on one journey at a time. */
function nominatedElsewhere(state: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  const from = facts.firstDay;
  const until = facts.lastDay ?? from;
  if (from === null || until === null) return [];
  const overlapping = (state.courier?.alsoOn ?? []).filter((other) => other.from <= until && other.until >= from);
  return overlapping.map(({ reference, ...other }) => ({
    key: `courier-elsewhere/${reference}`,
    stage: 'courier',
    severity: 'warning',
    wrong: `The courier is nominated for ${reference} too, from ${other.from} to ${other.until}.`,
    follows: 'A courier carries one box at a time.',
    offers: [sendSubstitute, { ...nominate, label: 'Nominate another courier' }],
  }));
}

function tripCauses({ trip, positionedAt }: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  const { positioning } = facts;
  if (trip === null || positioning === null) return [];
  return [
    ...(positionedAt === null && trip.arrivesAt.at > positioning.inTownBy ? [tripLate(positioning.inTownBy)] : []),
    ...(trip.staysUntil !== null && trip.staysUntil < positioning.staysUntil
      ? [stayShort(positioning.staysUntil)]
      : []),
  ];
}

function tripLate(inTownBy: Instant): Cause {
  return {
    key: 'positioning-late',
    stage: 'courier',
    severity: 'warning',
    wrong: "The courier's trip arrives after the courier is to be in town.",
    follows: 'A delay on that trip is a delay of the cells.',
    until: inTownBy,
    offers: [{ ...recordTrip, label: 'Record another trip' }, sendSubstitute],
  };
}

function stayShort(staysUntil: LocalDate): Cause {
  return {
    key: 'positioning-stay-short',
    stage: 'courier',
    severity: 'warning',
    wrong: `The courier's stay ends before ${staysUntil}, and a second collection day is possible.`,
    follows: 'Nobody is there to fetch the cells of the second day.',
    offers: [{ ...recordTrip, label: 'Record the longer stay' }],
  };
}

/** The check again, with the papers that are known already. */
function againWith({ fit, courier }: CourierState): Offer {
  const known = fit ?? courier?.papers ?? null;
  const papers =
    known === null
      ? {}
      : { trainedUntil: known.trainedUntil, passportValidUntil: known.passportValidUntil, visas: known.visas };
  return { ...recordFit, label: 'Record the check again', prefill: papers };
}

function nameOf(courier: CourierPerson | null): Readonly<Record<string, unknown>> {
  return courier === null
    ? {}
    : { name: courier.name, company: courier.company, phone: courier.phone, poolId: courier.poolId };
}

function noSubstitute(state: CourierState): Cause {
  return {
    key: 'no-substitute',
    stage: 'courier',
    severity: 'warning',
    wrong: 'No substitute is left for the courier.',
    follows: 'If this courier drops out, nobody is ready to fetch the cells.',
    offers: [{ ...nominate, label: 'Name another substitute', prefill: { courier: nameOf(state.courier) } }],
  };
}
