import { understandTime } from '../time/typed-time.js';
import type { Reading } from '../time/zone.js';
import { isPlain, itemsIn, partsIn, textIn, type Draft, type DraftGroup } from './drafts.js';
import type { Field } from './form-model.js';
import { t } from '../words/words.js';

/** What is not right yet, by JSON pointer. `readings` are both moments of a repeated local time, to choose from. */
export interface Wrong {
  readonly pointer: string;
  readonly detail: string;
  readonly readings?: readonly Reading[];
}

/** What a form becomes: the body to send, or what is wrong with it. */
export interface Made {
  readonly value: unknown;
  readonly wrong: readonly Wrong[];
}

/** What understanding leans on: the moment, and the clocks of the airports seen so far. */
export interface Known {
  readonly now: number;
  readonly zoneOfAirport: (iata: string) => string | undefined;
}

const made = (value: unknown): Made => ({ value, wrong: [] });
const fault = (pointer: string, detail: string): Made => ({ value: undefined, wrong: [{ pointer, detail }] });

/** The body that these drafts say; fields that may be empty and are stay out, or are null where the schema wants that said. */
export function bodyFrom(fields: readonly Field[], drafts: DraftGroup, known: Known, at = ''): Made {
  const parts = fieldsAsked(fields, drafts).map((field) => ({
    field,
    part: valueFrom(field, drafts[field.name], known, `${at}/${field.name}`),
  }));
  const said = parts.filter(({ part }) => part.value !== undefined);
  return {
    value: Object.fromEntries(said.map(({ field, part }) => [field.name, part.value])),
    wrong: parts.flatMap(({ part }) => part.wrong),
  };
}

/** The fields that are asked for as the form stands; one that hangs on another's value cannot be left out then. */
export function fieldsAsked(fields: readonly Field[], drafts: DraftGroup): readonly Field[] {
  return fields
    .filter((field) => isAsked(field, fields, drafts))
    .map((field) => (field.when === undefined ? field : { ...field, required: true, nullable: false }));
}

function isAsked({ when }: Field, fields: readonly Field[], drafts: DraftGroup): boolean {
  const beside = fields.find(({ name }) => name === when?.name);
  if (when === undefined || beside?.kind !== 'choice') return true;
  return beside.options[Number(textIn(drafts[beside.name]) || NaN)]?.value === when.is;
}

/** What one field's draft says. */
export function valueFrom(field: Field, draft: Draft | undefined, known: Known, at: string): Made {
  switch (field.kind) {
    case 'fixed':
      return made(field.value);
    case 'group':
      return bodyFrom(field.fields, partsIn(draft), known, at);
    case 'list':
      return listFrom(field, itemsIn(draft), known, at);
    case 'maybe':
      return partsIn(draft)['on'] === 'yes'
        ? valueFrom(field.inner, partsIn(draft)['value'], known, at)
        : left(field, at);
    case 'courier':
    case 'flight':
    case 'time':
      return partsFrom(field, partsIn(draft), known, at);
    default:
      return textIn(draft).trim() === '' ? left(field, at) : leafFrom(field, textIn(draft).trim(), at);
  }
}

/** What is typed in several places and said as one. */
function partsFrom(field: Field, parts: DraftGroup, known: Known, at: string): Made {
  if (field.kind === 'flight') return flightFrom(parts, known, at);
  if (field.kind === 'courier') return courierFrom(field.fields, parts, known, at);
  return textIn(parts['typed']).trim() === '' ? left(field, at) : timeFrom(parts, known.now, at);
}

/** Of somebody from the pool only who: what the pool knows of them is copied when it is sent. */
function courierFrom(fields: readonly Field[], drafts: DraftGroup, known: Known, at: string): Made {
  const poolId = textIn(drafts['poolId']);
  return poolId === '' ? bodyFrom(fields, drafts, known, at) : made({ poolId });
}

function left(field: Field, at: string): Made {
  if (field.nullable) return made(null);
  return field.required ? fault(at, t('{label} is needed.', { label: field.label })) : made(undefined);
}

function leafFrom(field: Field, text: string, at: string): Made {
  switch (field.kind) {
    case 'number':
      return numberFrom(field, text, at);
    case 'choice':
      return made(field.options[Number(text)]?.value);
    case 'yes-no':
      return made(text === 'yes');
    case 'airport':
      return airportFrom(text, at);
    case 'raw':
      return rawFrom(text, at);
    default:
      return made(text);
  }
}

/** A comma is read as a point where that can be meant only so. */
function numberFrom(field: Field & { kind: 'number' }, text: string, at: string): Made {
  const plain = text.replaceAll(/[\s']/g, '').replace('−', '-');
  const value = Number(/^-?\d+,\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain);
  if (!Number.isFinite(value)) return fault(at, t('"{text}" is not a number.', { text }));
  if (field.whole && !Number.isInteger(value))
    return fault(at, t('{label} is a whole number.', { label: field.label }));
  if (field.min !== undefined && value < field.min)
    return fault(at, t('{label} is at least {min}.', { label: field.label, min: field.min }));
  if (field.max !== undefined && value > field.max)
    return fault(at, t('{label} is at most {max}.', { label: field.label, max: field.max }));
  return made(value);
}

function airportFrom(text: string, at: string): Made {
  return /^[a-z]{3}$/i.test(text)
    ? made(text.toUpperCase())
    : fault(at, t('An airport is three letters, such as PEK.'));
}

function rawFrom(text: string, at: string): Made {
  try {
    return made(JSON.parse(text) as unknown);
  } catch {
    return fault(at, t('This is not JSON.'));
  }
}

function listFrom(field: Field & { kind: 'list' }, items: readonly Draft[], known: Known, at: string): Made {
  if (field.nullable && isPlain(field.item) && items.every((item) => textIn(item).trim() === '')) return made(null);
  // Beyond the least number an empty place is none.
  const said = items.filter((item, index) => index < field.min || !isPlain(field.item) || textIn(item).trim() !== '');
  const parts = said.map((item, index) => valueFrom(field.item, item, known, `${at}/${index}`));
  const few =
    said.length < field.min
      ? [{ pointer: at, detail: t('{label}: at least {min}.', { label: field.label, min: field.min }) }]
      : [];
  return { value: parts.map(({ value }) => value), wrong: [...few, ...parts.flatMap(({ wrong }) => wrong)] };
}

function timeFrom(parts: DraftGroup, near: number, at: string): Made {
  const zone = textIn(parts['zone']);
  const offset = textIn(parts['offset']);
  const understood = understandTime(textIn(parts['typed']), { zone, near, ...(offset === '' ? {} : { offset }) });
  if (understood.kind === 'wrong') return fault(at, understood.sentence);
  if (understood.kind === 'repeated') return askedBack(at, understood.readings);
  return made({
    local: understood.local,
    zone,
    ...(understood.offset === undefined ? {} : { offset: understood.offset }),
  });
}

function askedBack(pointer: string, readings: readonly Reading[]): Made {
  const detail = t('The clocks are put back over this time, so it happens twice: say which.');
  return { value: undefined, wrong: [{ pointer, detail, readings }] };
}

function flightFrom(parts: DraftGroup, known: Known, at: string): Made {
  const designator = textIn(parts['designator']).trim().toUpperCase();
  const wrong = designator === '' ? [{ pointer: `${at}/designator`, detail: t('A flight number is needed.') }] : [];
  const ends = {
    from: airportFrom(textIn(parts['from']).trim(), `${at}/from`),
    to: airportFrom(textIn(parts['to']).trim(), `${at}/to`),
  };
  const departs = airportTime(parts, 'departs', { ...known, at, iata: ends.from.value });
  const arrives = airportTime(parts, 'arrives', { ...known, at, iata: ends.to.value });
  const value = {
    designator,
    from: ends.from.value,
    to: ends.to.value,
    ...partsOf(departs.value),
    ...partsOf(arrives.value),
  };
  return { value, wrong: [...wrong, ...ends.from.wrong, ...ends.to.wrong, ...departs.wrong, ...arrives.wrong] };
}

const partsOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** A time in an airport's own clock. Without the airport's zone a whole timestamp still stands: the server resolves it. */
function airportTime(
  parts: DraftGroup,
  end: 'departs' | 'arrives',
  around: Known & { at: string; iata: unknown },
): Made {
  const pointer = `${around.at}/${end}Local`;
  const zone = typeof around.iata === 'string' ? around.zoneOfAirport(around.iata) : undefined;
  const typed = textIn(parts[`${end}Local`]);
  if (typed.trim() === '')
    return fault(pointer, end === 'departs' ? t('A departure is needed.') : t('An arrival is needed.'));
  const time = timeFrom({ typed, zone: zone ?? 'UTC', offset: textIn(parts[`${end}Offset`]) }, around.now, pointer);
  const { local, offset } = partsOf(time.value) as { local?: string; offset?: string };
  if (local === undefined) return time;
  return made({ [`${end}Local`]: local, ...(offset === undefined ? {} : { [`${end}Offset`]: offset }) });
}
