import { partsIn, textIn, type DraftGroup } from '../drafts.js';
import { useSurroundings } from '../form-context.js';
import type { Field } from '../form-model.js';
import { AirportField } from './airport-field.js';
import type { FieldProps } from './field-props.js';
import { Frame } from './frame.js';
import { TextField } from './plain-fields.js';
import { TimeEcho } from './time-field.js';
import { t } from '../../words/words.js';

const part = (label: string, kind: 'text' | 'airport'): Field => ({
  ...{ name: '', label, hint: '', required: true, nullable: false },
  ...(kind === 'text' ? { kind: 'text', long: false } : { kind: 'airport' }),
});
const parts = () => ({
  designator: part(t('Flight number'), 'text'),
  from: part(t('From'), 'airport'),
  to: part(t('To'), 'airport'),
});

/** A flight as an airline's list has it: number, airports, and both times in the airports' own clocks. */
export function FlightField({ field, at, draft, change }: FieldProps) {
  const values = partsIn(draft);
  const put = (changed: object) => change({ ...values, ...changed });
  return (
    <fieldset className="flight">
      {field.label !== '' && <legend className="label">{field.label}</legend>}
      <TextField
        field={parts().designator}
        at={`${at}/designator`}
        draft={values['designator']}
        change={(designator) => put({ designator })}
      />
      <AirportField field={parts().from} at={`${at}/from`} draft={values['from']} change={(from) => put({ from })} />
      <AirportField field={parts().to} at={`${at}/to`} draft={values['to']} change={(to) => put({ to })} />
      <EndField end="departs" label={t('Departs')} values={values} at={at} put={put} />
      <EndField end="arrives" label={t('Arrives')} values={values} at={at} put={put} />
    </fieldset>
  );
}

interface EndProps {
  readonly end: 'departs' | 'arrives';
  readonly label: string;
  readonly values: DraftGroup;
  readonly at: string;
  readonly put: (changed: object) => void;
}

function EndField({ end, label, values, at, put }: EndProps) {
  const { airports } = useSurroundings();
  const iata = textIn(values[end === 'departs' ? 'from' : 'to']).trim();
  const place = airports[iata.toUpperCase()];
  const typed = textIn(values[`${end}Local`]);
  const pointer = `${at}/${end}Local`;
  const said = iata === '' ? label : t('{label}, {iata} time', { label, iata: iata.toUpperCase() });
  const field = { label: said, hint: '', required: true };
  const choose = (offset: string) => put({ [`${end}Offset`]: offset });
  const echo = place !== undefined && (
    <TimeEcho at={pointer} typed={typed} place={place} offset={textIn(values[`${end}Offset`])} choose={choose} />
  );
  return (
    <Frame field={field} at={pointer} after={echo}>
      {(ties) => (
        <input
          {...ties}
          value={typed}
          placeholder={t('24 Nov 18:30')}
          autoComplete="off"
          onChange={(event) => put({ [`${end}Local`]: event.target.value, [`${end}Offset`]: '' })}
        />
      )}
    </Frame>
  );
}
