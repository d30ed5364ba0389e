import { latest, plusMinutes, type Instant, type LocalDate } from '@cellrelay/kernel';
import type { Cause, Offer } from '../obligation.js';
import type { CourierAgendaFacts, CourierPerson, CourierState, Visa } from './courier.js';
import { nominate, recordFit, recordTrip, recordVisaFor, sendSubstitute } from './courier.offers.js';

/** The troubles that stand: visas not in hand, countries not checked, papers that run out under new plans, nobody in reserve. */
export function courierCauses(state: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  if (facts.handedOver || state.courier === null) return [];
  return [
    ...visaCauses(state),
    ...staleCheck(state, facts),
    ...restShort(state, facts),
    ...nominatedElsewhere(state, facts),
    ...tripCauses(state, facts),
    ...(state.substitute === null ? [noSubstitute(state)] : []),
  ];
}

function visaCauses(state: CourierState): readonly Cause[] {
  const open = (state.fit?.visas ?? []).filter(
    (visa) => visa.standing === 'applied' || visa.standing === 'expeditable',
  );
  return open.map(({ country, standing }) => ({
    key: `visa-not-held/${country}`,
    stage: 'courier',
    severity: 'warning',
    wrong: `The courier's visa for ${country} is ${standing === 'applied' ? 'applied for, but not held' : 'still to be had by express'}.`,
    follows: `Without it the courier does not enter ${country}.`,
    offers: [recordVisaFor(country), sendSubstitute],
  }));
}

/** A check is of one journey: plans that changed since may enter other countries, or end later. */
function staleCheck(state: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  const { fit } = state;
  if (fit === null) return [];
  const unnamed = facts.countriesEntered.filter((country) => !fit.visas.some((visa) => visa.country === country));
  const lastDay = facts.lastDay ?? '';
  const faults = [
    ...unnamed.map((country) => `${country} was not looked at`),
    ...(fit.trainedUntil < lastDay ? ['the training runs out under way'] : []),
    ...(fit.passportValidUntil < lastDay ? ['the passport runs out under way'] : []),
    ...fit.visas
      .filter((visa) => runsOutOn(visa, lastDay))
      .map(({ country }) => `the visa for ${country} runs out under way`),
  ];
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

function runsOutOn({ standing, until }: Visa, lastDay: string): boolean {
  return standing === 'held' && until !== null && until < lastDay;
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
function againWith({ fit }: CourierState): Offer {
  const papers =
    fit === null
      ? {}
      : { trainedUntil: fit.trainedUntil, passportValidUntil: fit.passportValidUntil, visas: fit.visas };
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
