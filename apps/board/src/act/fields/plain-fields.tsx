import { useId } from 'react';
import { textIn } from '../drafts.js';
import type { FieldProps } from './field-props.js';
import { Frame } from './frame.js';

/** A line of text, or several where the schema lets it be long. */
export function TextField({ field, at, draft, change }: FieldProps) {
  const long = field.kind === 'raw' || (field.kind === 'text' && field.long);
  const example = field.kind === 'text' ? field.example : undefined;
  return (
    <Frame field={field} at={at} within={field.kind === 'raw'}>
      {(ties) =>
        long ? (
          <textarea {...ties} rows={3} value={textIn(draft)} onChange={(event) => change(event.target.value)} />
        ) : (
          <input
            {...ties}
            value={textIn(draft)}
            placeholder={example}
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Frame>
  );
}

/** A number with its unit in the field. Text and not a number input: those drop what they cannot read, and turn with the wheel. */
export function NumberField({ field, at, draft, change }: FieldProps) {
  const unit = field.kind === 'number' ? field.unit : '';
  return (
    <Frame field={field} at={at}>
      {(ties) => (
        <span className="with-unit">
          <input
            {...ties}
            inputMode="decimal"
            value={textIn(draft)}
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
          {unit !== '' && <span className="unit">{unit}</span>}
        </span>
      )}
    </Frame>
  );
}

/** A day in somebody's calendar. */
export function DateField({ field, at, draft, change }: FieldProps) {
  return (
    <Frame field={field} at={at}>
      {(ties) => <input {...ties} type="date" value={textIn(draft)} onChange={(event) => change(event.target.value)} />}
    </Frame>
  );
}

const zones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** A time zone by its name; the browser's own list is offered while it is typed. */
export function ZoneField({ field, at, draft, change }: FieldProps) {
  const list = useId();
  return (
    <Frame field={field} at={at}>
      {(ties) => (
        <>
          <input
            {...ties}
            list={list}
            value={textIn(draft)}
            placeholder="Asia/Shanghai"
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
          <datalist id={list}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Frame>
  );
}
