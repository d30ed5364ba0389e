import { deviationTable, orderOf, type Deviation, type Shipment } from '@cellrelay/shipment';
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
  return [toOpen, ...shipment.stages.deviation.deviations.map((each) => deviationSubject(each, zone))];
}

function deviationSubject(deviation: Deviation, zone: string): Subject {
  const { id, status, kind, words, happenedAt, rapidAlert, spear } = deviation;
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
      ...(rapidAlert === null ? {} : { RecordRapidAlert: 'The rapid alert is recorded.' }),
      ...(spear === null ? {} : { RecordSpearSubmitted: 'The S(P)EAR is recorded as submitted.' }),
    },
  };
}
