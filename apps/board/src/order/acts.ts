import { bodyFrom, type Known, type Made } from '../act/body.js';
import { groupDraft, itemsIn, partsIn, textIn, type DraftGroup } from '../act/drafts.js';
import { formOf, type Field } from '../act/form-model.js';
import { withStatedBy } from '../act/stated-by.js';
import type { Command } from '../api/types.js';
import { ownZone } from '../time/now.js';
import type { SetUp } from './set-up.js';

export const OPEN = 'OpenShipment';

/** The parts that an organisation of the register takes, and of which kind it is. */
export const parts = [
  { part: 'donor-registry', kind: 'registry', label: 'Donor registry', site: 'donorRegistry' },
  { part: 'patient-registry', kind: 'registry', label: 'Patient registry', site: 'patientRegistry' },
  { part: 'collection-centre', kind: 'collection-centre', label: 'Collection centre', site: 'collectionCentre' },
  { part: 'transplant-centre', kind: 'transplant-centre', label: 'Transplant centre', site: 'transplantCentre' },
  { part: 'courier-company', kind: 'courier-company', label: 'Courier company', site: null },
] as const;

export type StepName = 'order' | 'parties' | 'dates' | 'courier' | 'plans' | 'summary';

/** One command of the set-up. */
export interface Act {
  /** Names it in what is kept. */
  readonly id: string;
  readonly command: string;
  readonly label: string;
  readonly step: StepName;
  readonly fields: readonly Field[];
  /** What it is about: among the actions that are open, the one with these values is meant. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Whether it is to be sent at all. */
  readonly wanted: boolean;
}

const plainText = (setUp: SetUp, act: string, name: string): string => textIn(setUp.drafts[act]?.[name]);
/** Ticked in its step: what may be left for later is sent only then. */
export const isOn = (setUp: SetUp, act: string): boolean => plainText(setUp, act, 'on') === 'yes';

/** Everything that the set-up may send, in the order in which it is sent: the opening first. */
export function actsOf(setUp: SetUp, commands: readonly Command[]): readonly Act[] {
  const fieldsOf = (name: string) => formOf(commands.find((one) => one.name === name)?.fields ?? {});
  const open: Act = {
    ...{ id: OPEN, command: OPEN, label: 'Open the shipment', step: 'order', about: {}, wanted: !setUp.opened },
    fields: withStatedBy(fieldsOf(OPEN)),
  };
  return [
    open,
    ...partyActs(setUp),
    ...conditioningActs(setUp, fieldsOf),
    courierAct(setUp, fieldsOf),
    ...planActs(setUp, fieldsOf),
  ];
}

type FieldsOf = (command: string) => readonly Field[];

function partyActs(setUp: SetUp): readonly Act[] {
  return parts.map(({ part, label }) => ({
    ...{ id: `party ${part}`, command: 'NameParty', label: `Name the ${label.toLowerCase()}`, fields: [] },
    step: part === 'courier-company' ? 'courier' : 'parties',
    about: { part },
    wanted: plainText(setUp, `party ${part}`, 'organisation') !== '',
  }));
}

/** One for each recipient, while the labels of the order tell whom there is. */
function conditioningActs(setUp: SetUp, fieldsOf: FieldsOf): readonly Act[] {
  return recipientsIn(setUp).map((recipient) => ({
    ...{ id: `conditioning ${recipient}`, command: 'PlanConditioning', step: 'dates', about: { recipient } },
    label: `Plan the conditioning of ${recipient}`,
    fields: fieldsOf('PlanConditioning').filter(({ name }) => name === 'plannedStartAt'),
    wanted: textIn(partsIn(setUp.drafts[`conditioning ${recipient}`]?.['plannedStartAt'])['typed']).trim() !== '',
  }));
}

/** The recipients' labels, as the order has them. */
function recipientsIn(setUp: SetUp): readonly string[] {
  const refs = itemsIn(setUp.drafts[OPEN]?.['recipients']).map((item) => textIn(partsIn(item)['ref']).trim());
  return [...new Set(refs.filter((ref) => ref !== ''))];
}

function courierAct(setUp: SetUp, fieldsOf: FieldsOf): Act {
  const act = { id: 'courier', command: 'NominateCourier', label: 'Nominate the courier', step: 'courier' } as const;
  return { ...act, about: {}, fields: fieldsOf(act.command), wanted: isOn(setUp, act.id) };
}

function planActs(setUp: SetUp, fieldsOf: FieldsOf): readonly Act[] {
  return [1, 2].map((plan) => ({
    ...{ id: `plan ${plan}`, command: 'ProposePlan', label: `Propose the plan for day ${plan}`, step: 'plans' },
    about: { plan },
    fields: fieldsOf('ProposePlan').filter(({ name }) => name !== 'plan'),
    wanted: isOn(setUp, `plan ${plan}`),
  }));
}

/** The body that an act comes to as it is typed, or what is wrong with it. */
export function bodyOfAct(act: Act, setUp: SetUp, known: Known): Made {
  if (act.command === 'NameParty') {
    const organisation = plainText(setUp, act.id, 'organisation');
    return { value: { ...act.about, organisation }, wrong: [] };
  }
  const made = bodyFrom(act.fields, draftOfAct(act, setUp), known);
  return { ...made, value: { ...act.about, ...(made.value as object) } };
}

/** What stands in an act's form: as it was typed, and else empty, times in the clock of whom they concern. */
export function draftOfAct({ id, command, fields }: Pick<Act, 'id' | 'command' | 'fields'>, setUp: SetUp): DraftGroup {
  const centre = command === 'PlanConditioning' ? zoneOf(setUp, 'transplantCentre') : '';
  return { ...groupDraft(fields, {}, centre || ownZone), ...setUp.drafts[id] };
}

/** The zone that is typed for one of the order's parties; empty where none is. */
function zoneOf(setUp: SetUp, site: string): string {
  const parties = partsIn(setUp.drafts[OPEN]?.['parties']);
  return textIn(partsIn(parties[site])['zone']).trim();
}

const fieldSteps: Readonly<Record<string, StepName>> = {
  parties: 'parties',
  collectionDays: 'dates',
  collectionStartsAtClock: 'dates',
  receiptToInfusionMinutes: 'dates',
};

/** In which step a field of the order is asked for. What the command may come to ask besides stands with the order itself. */
export const stepOfField = (name: string): StepName => fieldSteps[name] ?? 'order';
