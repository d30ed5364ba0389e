import { valueFrom, type Made } from '../act/body.js';
import { groupDraft, textIn, type DraftGroup } from '../act/drafts.js';
import { formOf, type Field } from '../act/form-model.js';
import type { PolicyFigure, PolicyInFull } from '../api/types.js';
import { hoursText } from '../time/duration.js';
import { t } from '../words/words.js';

/** A figure with the fields by which it is changed, each named by its place in the policy. */
export interface ChangedFigure {
  readonly figure: PolicyFigure;
  readonly fields: readonly Field[];
}

/** One value that is otherwise than in the version that the form began with. */
export interface Change {
  readonly pointer: string;
  /** What it is a value of, and which of several. */
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** The value has changed and its source and mark have not: they are still the old value's. */
  readonly sourceStays: boolean;
}

const text = { kind: 'text', required: true, nullable: false, long: false } as const;

/** What is asked of the version itself: how it is called, and who answers for it. */
export const versionFields = (): readonly Field[] => [
  { ...text, name: '/policy/version', label: t('Version'), hint: t('Letters, digits, dots, hyphens and underscores') },
  { ...text, name: '/owner', label: t('Owner'), hint: t('Who answers for the policy') },
  { ...text, name: '/approver', label: t('Approver'), hint: t('Another person, who has approved it') },
  {
    ...{ ...text, name: '/source', label: t('Decided by'), long: true },
    hint: t('Where that is written down, such as a meeting'),
  },
];

/** Every figure of a policy with its fields; some have none. Pointers are into the body that is sent. */
export function changeable({ figures }: PolicyInFull): readonly ChangedFigure[] {
  return figures.map((figure) => ({
    figure,
    fields: formOf(figure.fields).map((field) => ({ ...field, name: `/policy${field.name}` })),
  }));
}

/** The form as it begins: every value as it stands in the policy, and nothing said of the new version. */
export function draftsAtFirst({ policy }: PolicyInFull, figures: readonly ChangedFigure[]): DraftGroup {
  const fields = fieldsIn(figures);
  const known = Object.fromEntries(fields.map(({ name }) => [name, valueAt({ policy }, name)]));
  return { ...groupDraft(versionFields(), {}, 'UTC'), ...groupDraft(fields, known, 'UTC') };
}

/** What the form makes otherwise, in the order of the figures. */
export function changesIn(figures: readonly ChangedFigure[], before: DraftGroup, now: DraftGroup): readonly Change[] {
  return figures.flatMap(({ figure, fields }) => {
    const changed = fields.filter(({ name }) => isChanged(name, before, now));
    const sourceStays = !changed.some(({ name }) => saysWhence(name));
    return changed.map((field) => ({
      pointer: field.name,
      title: field.label === 'Value' ? figure.title : `${figure.title}: ${field.label}`,
      before: inWords(field, before),
      after: inWords(field, now),
      sourceStays: sourceStays && fields.some(({ name }) => saysWhence(name)),
    }));
  });
}

const saysWhence = (pointer: string) => /\/(source|mark)$/.test(pointer);

const isChanged = (name: string, before: DraftGroup, now: DraftGroup) =>
  textIn(before[name]).trim() !== textIn(now[name]).trim();

/** The body of the new version: the policy that the form began with, and what was changed in it. What is not right yet is told beside it. */
export function changedPolicy(
  { policy }: PolicyInFull,
  figures: readonly ChangedFigure[],
  before: DraftGroup,
  now: DraftGroup,
): Made {
  const changed = fieldsIn(figures).filter(({ name }) => isChanged(name, before, now));
  const body: unknown = { policy: structuredClone(policy) };
  const wrong = [...versionFields(), ...changed].flatMap((field) => {
    const made = valueFrom(field, now[field.name], known, field.name);
    if (made.wrong.length === 0) put(body, field.name, made.value);
    return made.wrong;
  });
  return { value: body, wrong };
}

/** Nothing in a policy is a time or an airport. */
const known = { now: 0, zoneOfAirport: () => undefined };

const fieldsIn = (figures: readonly ChangedFigure[]) => figures.flatMap(({ fields }) => fields);

function inWords(field: Field, drafts: DraftGroup): string {
  const typed = textIn(drafts[field.name]).trim();
  if (typed === '') return 'none';
  if (field.kind === 'choice') return field.options[Number(typed)]?.label ?? typed;
  if (field.kind !== 'number' || field.unit === '') return typed;
  return `${typed} ${field.unit}${inHours(field.unit, Number(typed))}`;
}

/** Long spans are read in hours, and counted in minutes. */
function inHours(unit: string, count: number): string {
  return unit === 'min' && count >= 60 ? ` (${hoursText(count * MINUTE)})` : '';
}

const MINUTE = 60_000;

type Within = Record<string, unknown>;

function valueAt(body: unknown, pointer: string): unknown {
  return namesIn(pointer).reduce<unknown>((value, name) => (value as Within | undefined)?.[name], body);
}

function put(body: unknown, pointer: string, value: unknown): void {
  const names = namesIn(pointer);
  const last = names.pop() ?? '';
  const within = names.reduce<unknown>((each, name) => (each as Within)[name], body);
  (within as Within)[last] = value;
}

const namesIn = (pointer: string) => pointer.split('/').slice(1);
