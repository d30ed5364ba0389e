import { cellCountTable, clockedBags, orderOf, type Shipment } from '@cellrelay/shipment';
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
    const figures = bags.map(({ bag, cd34PerUl, volumeMl }) => ({ bag, cd34PerUl, volumeMl }));
    return form({ day, countedAt: asStated(countedAt), bags: figures }, { about: `day ${day}` });
  });
}

/** One form for each decision that can still be taken: collecting again needs a day that is reserved. */
function decisions(shipment: Shipment): readonly Form[] {
  const reserved = shipment.stages.collection.days.find(({ day, status }) => day === 2 && status === 'reserved');
  const by = (decision: string, role: string, label: string) =>
    form({ decision, wordOf: { role, person: '' } }, { label, about: label.toLowerCase() });
  return [
    ...(reserved === undefined ? [] : [by('collect-again', 'collection-physician', 'Collect again')]),
    by('accept-less', 'transplant-physician', 'Accept less'),
    by('stop', 'transplant-physician', 'Stop'),
  ];
}
