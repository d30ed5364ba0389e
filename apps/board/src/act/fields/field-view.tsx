import type { Draft } from '../drafts.js';
import type { Field } from '../form-model.js';
import { AirportField } from './airport-field.js';
import { ChoiceField } from './choice-field.js';
import { FlightField } from './flight-field.js';
import { GroupField, ListField, MaybeField } from './composite-fields.js';
import { DateField, NumberField, TextField, ZoneField } from './plain-fields.js';
import { TimeField } from './time-field.js';

/** What every kind of field gets: its place in the body and its draft, to be replaced whole. */
export interface FieldProps {
  readonly field: Field;
  /** JSON pointer of its value in the body. */
  readonly at: string;
  readonly draft: Draft | undefined;
  readonly change: (draft: Draft) => void;
}

const views = {
  text: TextField,
  raw: TextField,
  number: NumberField,
  zone: ZoneField,
  choice: ChoiceField,
  'yes-no': ChoiceField,
  date: DateField,
  time: TimeField,
  airport: AirportField,
  flight: FlightField,
  list: ListField,
  group: GroupField,
  maybe: MaybeField,
} as const;

/** One field of a form, whatever its kind. */
export function FieldView(props: FieldProps) {
  if (props.field.kind === 'fixed') return null;
  const View = views[props.field.kind];
  return <View {...props} />;
}
