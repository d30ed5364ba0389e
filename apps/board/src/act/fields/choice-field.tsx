import { useId } from 'react';
import { textIn } from '../drafts.js';
import type { FieldProps } from './field-props.js';
import { Frame, useSaid } from './frame.js';
import { t } from '../../words/words.js';

const FEW = 5;

interface Choosable {
  readonly value: string;
  readonly label: string;
}

function choicesOf(field: FieldProps['field']): readonly Choosable[] {
  if (field.kind !== 'choice')
    return [
      { value: 'yes', label: t('Yes') },
      { value: 'no', label: t('No') },
    ];
  return field.options.map(({ label }, index) => ({ value: String(index), label }));
}

/** One of several: laid open while they are few, so that nothing has to be opened to be read. */
export function ChoiceField(props: FieldProps) {
  const choices = choicesOf(props.field);
  return choices.length <= FEW ? <Radios {...props} choices={choices} /> : <Select {...props} choices={choices} />;
}

type WithChoices = FieldProps & { readonly choices: readonly Choosable[] };

function Radios({ field, at, draft, change, choices }: WithChoices) {
  const id = useId();
  const said = useSaid(at, false);
  return (
    <fieldset className="field" aria-describedby={`${id}-notes`}>
      <legend className="label">
        {field.label}
        {!field.required && <span className="optional"> {t('optional')}</span>}
      </legend>
      <div className="radios">
        {choices.map(({ value, label }) => (
          <label key={value} className="radio">
            <input
              type="radio"
              name={id}
              value={value}
              checked={textIn(draft) === value}
              aria-invalid={said.length > 0}
              onChange={() => change(value)}
            />
            {label}
          </label>
        ))}
        {!field.required && textIn(draft) !== '' && (
          <button type="button" className="plain" onClick={() => change('')}>
            {t('None')}
          </button>
        )}
      </div>
      <div id={`${id}-notes`}>
        {field.hint !== '' && <p className="hint">{field.hint}</p>}
        {said.length > 0 && <p className="said danger">{said.join(' ')}</p>}
      </div>
    </fieldset>
  );
}

function Select({ field, at, draft, change, choices }: WithChoices) {
  return (
    <Frame field={field} at={at}>
      {(ties) => (
        <select {...ties} value={textIn(draft)} onChange={(event) => change(event.target.value)}>
          <option value="">{field.required ? t('Choose') : t('None')}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}
