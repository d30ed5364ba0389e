import { AirportField } from './airport-field.js';
import { ChoiceField } from './choice-field.js';
import type { FieldProps } from './field-props.js';
import { CourierField } from './courier-field.js';
import { FlightField } from './flight-field.js';
import { GroupField, ListField, MaybeField } from './composite-fields.js';
import { OrganisationField } from './organisation-field.js';
import { PolicyField } from './policy-field.js';
import { DateField, NumberField, TextField, ZoneField } from './plain-fields.js';
import { TimeField } from './time-field.js';

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
  courier: CourierField,
  policy: PolicyField,
  organisation: OrganisationField,
} as const;

/** One field of a form, whatever its kind. */
export function FieldView(props: FieldProps) {
  if (props.field.kind === 'fixed') return null;
  const View = views[props.field.kind];
  return <View {...props} draw={draw} />;
}

const draw = (props: FieldProps) => <FieldView {...props} />;
