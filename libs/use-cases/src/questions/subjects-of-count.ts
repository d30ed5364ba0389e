import { cellCountTable, clockedBags, orderOf, secondDayAvailable, type Shipment } from '@cellrelay/shipment';
import { asStated, form, type Form, type Subject } from './action-subject.js';

/** The count and the decision on it. */
export function countSubjects(shipment: Shipment): readonly Subject[] {
  return [
    {
      table: cellCountTable,
      state: shipment.stages['cell-count'].status,
      about: null,
      commands: ['RecordCellCount', 'CorrectCellCount', 'DecideOnCount'],
      prefill: {},
      zone: orderOf(shipment).details.parties.collectionCentre.zone,
      forms: {
        RecordCellCount: some(toCount(shipment), 'No collected day waits for its count.'),
        CorrectCellCount: some(counted(shipment), 'No count is recorded.'),
        DecideOnCount: decisions(shipment),
      },
    },
  ];
}

function some(forms: readonly Form[], otherwise: string): readonly Form[] | string {
  return forms.length === 0 ? otherwise : forms;
}

function toCount(shipment: Shipment): readonly Form[] {
  const known = shipment.stages['cell-count'].counts.map(({ day }) => day);
  const days = shipment.stages.collection.days.filter(({ day, endedAt }) => endedAt !== null && !known.includes(day));
  return days.map(({ day }) => {
    const bags = clockedBags(shipment).filter((bag) => bag.day === day);
    return form({ day, bags: bags.map(({ id, volumeMl }) => ({ bag: id, volumeMl })) }, { about: `day ${day}` });
  });
}

function counted(shipment: Shipment): readonly Form[] {
  return shipment.stages['cell-count'].counts.map(({ day, countedAt, bags }) => {
    return form(
      { day, countedAt: asStated(countedAt), bags: bags.map((bag) => ({ ...bag })) },
      { about: `day ${day}` },
    );
  });
}

/**
 * One form for each decision that can still be taken: collecting again needs a second day that can still be had; accepting less waits for
 * the count of a second day that has begun; once the courier has the box, less can be accepted and nothing else.
 */
function decisions(shipment: Shipment): readonly Form[] {
  const by = (decision: string, role: string, label: string) =>
    form({ decision, wordOf: { role, person: '' } }, { label, about: 'the count' });
  const gone = shipment.stages['courier-handoff'].handedOverAt !== null;
  const again = shipment.stages['cell-count'].status !== 'collecting-again' && secondDayAvailable(shipment);
  return [
    ...(again && !gone ? [by('collect-again', 'collection-physician', 'Collect again')] : []),
    ...(secondDayUnderWay(shipment) ? [] : [by('accept-less', 'transplant-physician', 'Accept less')]),
    ...(gone ? [] : [by('stop', 'transplant-physician', 'Stop')]),
  ];
}

function secondDayUnderWay({ stages }: Shipment): boolean {
  const begun = stages.collection.days.some(({ day, status }) => day === 2 && ['running', 'ended'].includes(status));
  return begun && stages['cell-count'].status === 'collecting-again';
}
