import type { Cause, Offer } from '../obligation.js';
import type { CourierAgendaFacts, CourierState } from './courier.js';
import { nominate, recordFit, sendSubstitute } from './courier.offers.js';

/** The troubles that stand: visas not in hand, countries not checked, papers that run out under new plans, nobody in reserve. */
export function courierCauses(state: CourierState, facts: CourierAgendaFacts): readonly Cause[] {
  if (facts.handedOver || state.courier === null) return [];
  return [
    ...visaCauses(state),
    ...staleCheck(state, facts),
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
    offers: [againWith(state), sendSubstitute],
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

/** The check again, with what is known of it already. */
function againWith(state: CourierState): Offer {
  return { ...recordFit, label: 'Record the check again', prefill: { ...state.fit } };
}

function noSubstitute(state: CourierState): Cause {
  return {
    key: 'no-substitute',
    stage: 'courier',
    severity: 'warning',
    wrong: 'No substitute is left for the courier.',
    follows: 'If this courier drops out, nobody is ready to fetch the cells.',
    offers: [{ ...nominate, label: 'Name another substitute', prefill: { courier: state.courier } }],
  };
}
