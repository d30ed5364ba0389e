import {
  deviationTable,
  isGone,
  orderOf,
  rapidAlertOwed,
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
  return [toOpen, ...known.map((each) => deviationSubject(each, rapidAlertOwed(each, rules), zone))];
}

function deviationSubject(deviation: Deviation, rapid: boolean, zone: string): Subject {
  const { id, status, kind, words, happenedAt, spear } = deviation;
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
      ...(status === 'open' && !isGone(deviation) ? { CloseDeviation: `Deviation ${id} is not graded yet.` } : {}),
      ...(rapid ? {} : { RecordRapidAlert: 'No rapid alert is owed: it was given, or the kind asks for none.' }),
      ...(spear === null ? {} : { RecordSpearSubmitted: 'The S(P)EAR is recorded as submitted.' }),
    },
  };
}
