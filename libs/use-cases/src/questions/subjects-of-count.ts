import {
  cellCountTable,
  clockedBags,
  decisionRules,
  figureOf,
  isBanked,
  orderOf,
  secondDayAvailable,
  undecidedFor,
  type DecisionName,
  type Shipment,
} from '@cellrelay/shipment';
import type { Shape } from './action-shape.js';
import { asStated, form, type Form, type Subject } from './action-subject.js';

/** The count and the decision on it. */
export function countSubjects(shipment: Shipment): readonly Subject[] {
  return [
    {
      table: cellCountTable,
      state: shipment.stages['cell-count'].status,
      about: null,
      commands: [
        'RecordCellCount',
        'CorrectCellCount',
        'DecideOnCount',
        'CryopreserveAtOrigin',
        'RecordFollowUpShipment',
      ],
      prefill: {},
      zone: orderOf(shipment).details.parties.collectionCentre.zone,
      forms: {
        RecordCellCount: some(toCount(shipment), 'No collected day waits for its count.'),
        CorrectCellCount: some(counted(shipment), 'No count is recorded.'),
        DecideOnCount: decisions(shipment),
        CryopreserveAtOrigin: freezing(shipment),
        RecordFollowUpShipment: followUp(shipment),
      },
    },
  ];
}

/** While cells are there and at hand. */
function freezing(shipment: Shipment): readonly Form[] | string {
  if (isBanked(shipment)) return 'A banked unit is frozen already.';
  if (clockedBags(shipment).length === 0) return 'No cells have been collected.';
  const gone = shipment.stages['courier-handoff'].handedOverAt !== null;
  if (gone) return 'The courier has the box.';
  const wordOf = { role: 'transplant-physician', person: '' };
  return [form({ wordOf }, { shape: confirmation('cryopreserve-at-origin') })];
}

function followUp({ stages }: Shipment): readonly Form[] | string {
  const { followUp: owed } = stages['cell-count'];
  return owed === null || owed.reference !== null ? 'No shipment of the second day is awaited.' : [form({})];
}

function some(forms: readonly Form[], otherwise: string): readonly Form[] | string {
  return forms.length === 0 ? otherwise : forms;
}

function toCount(shipment: Shipment): readonly Form[] {
  const known = shipment.stages['cell-count'].counts.map(({ day }) => day);
  const days = shipment.stages.collection.days.filter(({ day, endedAt }) => endedAt !== null && !known.includes(day));
  return days.map(({ day }) => {
    const bags = clockedBags(shipment).filter((bag) => bag.day === day);
    return form(
      { day, bags: bags.map(({ id, volumeMl }) => ({ bag: id, volumeMl })) },
      { about: `day ${day}`, shape: figures(shipment) },
    );
  });
}

function counted(shipment: Shipment): readonly Form[] {
  return shipment.stages['cell-count'].counts.map(({ day, countedAt, bags }) => {
    return form(
      { day, countedAt: asStated(countedAt), bags: bags.map((bag) => ({ ...bag })) },
      { about: `day ${day}`, shape: figures(shipment) },
    );
  });
}

/** What every recipient's doses are ordered in has to be counted in every bag. */
function figures(shipment: Shipment): Shape {
  const metrics = orderOf(shipment).details.recipients.map(({ doses }) => doses.map(({ metric }) => metric));
  const [first = [], ...others] = metrics;
  const common = first.filter((metric) => others.every((each) => each.includes(metric)));
  return { needs: common.map((metric) => `bags/${figureOf[metric].field}`) };
}

/** A second person confirms what is grave; the rest goes without. */
function confirmation(decision: DecisionName): Shape {
  return decisionRules[decision].grave ? { needs: ['confirmedBy'] } : { without: ['confirmedBy'] };
}

/**
 * One form for each decision that can still be taken: collecting again needs a second day that can still be had; accepting less waits for
 * the count of a second day that has begun; once the courier has the box, less can be accepted and nothing else.
 */
function decisions(shipment: Shipment): readonly Form[] {
  const refs = toDecideFor(shipment);
  const shapeOf = (decision: DecisionName) => shapeFor(decision, shipment);
  const about = refs === null ? {} : { recipients: refs };
  const by = (decision: DecisionName, role: string, label: string) =>
    form({ decision, wordOf: { role, person: '' } }, { label, about: 'the count', shape: shapeOf(decision) });
  const each = (decision: DecisionName, label: string) =>
    form(
      { decision, wordOf: { role: 'transplant-physician', person: '' }, ...about },
      {
        label: refs === null ? label : `${label} for ${refs.join(' and ')}`,
        about: 'the count',
        shape: shapeOf(decision),
      },
    );
  const mayPart = orderOf(shipment).policy.travelTogether.value === 'may-part';
  const gone = shipment.stages['courier-handoff'].handedOverAt !== null;
  const again = shipment.stages['cell-count'].status !== 'collecting-again' && secondDayAvailable(shipment);
  return [
    ...(again && !gone ? [by('collect-again', 'collection-physician', 'Collect again')] : []),
    ...(secondDayUnderWay(shipment) ? [] : [each('accept-less', 'Accept less')]),
    ...(again && !gone && mayPart ? [by('ship-day-1-early', 'transplant-physician', 'Let day 1 fly alone')] : []),
    ...(gone ? [] : [each('stop', 'Stop')]),
  ];
}

/** Of one recipient nobody asks whom it is for. */
function shapeFor(decision: DecisionName, shipment: Shipment): Shape {
  const { without = [], ...shape } = confirmation(decision);
  const several = orderOf(shipment).details.recipients.length > 1;
  return { ...shape, without: several ? without : [...without, 'recipients'] };
}

/** Of several recipients those that are short and undecided; null where it is about everybody. */
function toDecideFor({ stages }: Shipment): readonly string[] | null {
  const { status, verdicts } = stages['cell-count'];
  return verdicts.length < 2 || status === 'collecting-again' ? null : undecidedFor(stages['cell-count']);
}

function secondDayUnderWay({ stages }: Shipment): boolean {
  const begun = stages.collection.days.some(({ day, status }) => day === 2 && ['running', 'ended'].includes(status));
  return begun && stages['cell-count'].status === 'collecting-again';
}
