import {
  deviationTable,
  isGone,
  orderOf,
  rapidAlertOwed,
  stillToTell,
  tellingRulesOf,
  type Deviation,
  type Shipment,
} from '@cellrelay/shipment';
import { asStated, form, type Subject } from './action-subject.js';

/** A deviation to be opened, and each that has been. */
export function deviationSubjects(shipment: Shipment): readonly Subject[] {
  const { zone } = orderOf(shipment).details.parties.transplantCentre;
  const toOpen: Subject = {
    table: deviationTable,
    state: 'none',
    about: null,
    commands: ['OpenDeviation'],
    prefill: {},
    zone,
  };
  const rules = tellingRulesOf(shipment);
  const known = shipment.stages.deviation.deviations;
  const owed = (each: Deviation) => ({
    rapid: rapidAlertOwed(each, rules),
    telling: stillToTell(each, rules).length > 0,
  });
  return [toOpen, ...known.map((each) => deviationSubject(each, owed(each), zone))];
}

function deviationSubject(
  deviation: Deviation,
  { rapid, telling }: { readonly rapid: boolean; readonly telling: boolean },
  zone: string,
): Subject {
  const { id, status, kind, words, happenedAt, spear } = deviation;
  const unclosable = notYetClosed(deviation, rapid || telling);
  return {
    table: deviationTable,
    state: status,
    about: `deviation ${id}`,
    commands: [
      'GradeDeviation',
      'RecordPartnerTold',
      'RecordRapidAlert',
      'RecordSpearSubmitted',
      'CloseDeviation',
      'CorrectDeviation',
    ],
    prefill: { deviation: id },
    zone,
    forms: {
      CorrectDeviation: [form({ kind, words, happenedAt: asStated(happenedAt) })],
      ...(unclosable === undefined ? {} : { CloseDeviation: unclosable }),
      ...(rapid ? {} : { RecordRapidAlert: 'No rapid alert is owed: it was given, or the kind asks for none.' }),
      ...(spear === null ? {} : { RecordSpearSubmitted: 'The S(P)EAR is recorded as submitted.' }),
    },
  };
}

/** Why a deviation cannot be closed yet, if it cannot. */
function notYetClosed(deviation: Deviation, untold: boolean): string | undefined {
  if (deviation.status === 'open' && !isGone(deviation)) return `Deviation ${deviation.id} is not graded yet.`;
  return untold ? 'Whoever is to be told of it has not been told.' : undefined;
}
