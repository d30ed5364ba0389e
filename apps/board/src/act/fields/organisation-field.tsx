import { useOrganisations } from '../../api/people.js';
import { humanised } from '../form-model.js';
import { textIn } from '../drafts.js';
import type { FieldProps } from './field-props.js';
import { Frame } from './frame.js';
import { t } from '../../words/words.js';

/** An organisation of the register, or nobody. */
export function OrganisationField({ field, at, draft, change }: FieldProps) {
  const { data } = useOrganisations(true);
  return (
    <Frame field={field} at={at}>
      {(ties) => (
        <select {...ties} value={textIn(draft)} onChange={(event) => change(event.target.value)}>
          <option value="">{t('Nobody')}</option>
          {(data ?? []).map(({ id, name, kind }) => (
            <option key={id} value={id}>
              {name} ({humanised(kind).toLowerCase()})
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}
