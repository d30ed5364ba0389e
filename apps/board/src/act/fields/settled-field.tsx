import { useState } from 'react';
import { textIn } from '../drafts.js';
import type { Field } from '../form-model.js';
import { useSurroundings } from '../form-context.js';
import type { FieldProps } from './field-props.js';
import { FieldView } from './field-view.js';
import { t } from '../../words/words.js';

/** Whether a value that came with the form names what it is about (day, plan, booking, alert) rather than being a suggestion. */
export function isSettled(field: Field, known: unknown): boolean {
  if (typeof known !== 'string' && typeof known !== 'number') return false;
  return field.kind === 'choice' || (field.kind === 'number' && field.whole) || (field.kind === 'text' && !field.long);
}

type SettledProps = FieldProps & {
  readonly settled: boolean;
  /** What the form is about is said in words already: settled fields need not be shown. */
  readonly said: boolean;
};

/** A field that is settled is read, not filled in; it opens on request, or when something is said against it. */
export function SettledField({ settled, said, ...props }: SettledProps) {
  const [open, setOpen] = useState(false);
  const { wrong, faults } = useSurroundings();
  const blamed = [...wrong, ...faults].some(({ pointer }) => pointer === props.at);
  if (!settled || open || blamed) return <FieldView {...props} />;
  if (said) return null;
  return (
    <p className="settled">
      <strong>{props.field.label}</strong> {textOf(props)}
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {t('Change')}
        <span className="unseen"> {props.field.label}</span>
      </button>
    </p>
  );
}

function textOf({ field, draft }: FieldProps): string {
  const text = textIn(draft);
  return field.kind === 'choice' ? (field.options[Number(text)]?.label ?? text) : text;
}
