import { Link } from 'wouter';
import { usePolicies } from '../../api/questions.js';
import { textIn } from '../drafts.js';
import type { FieldProps } from './field-props.js';
import { Frame } from './frame.js';
import { rich } from '../../words/rich.js';
import { t } from '../../words/words.js';

/** A version of the site's policy, chosen from those that were entered. */
export function PolicyField({ field, at, draft, change }: FieldProps) {
  const { data } = usePolicies();
  const items = data?.items ?? [];
  const only = data !== undefined && items.length < 2;
  return (
    <Frame field={field} at={at} after={only && <NoOther />}>
      {(ties) => (
        <select {...ties} value={textIn(draft)} onChange={(event) => change(event.target.value)}>
          <option value="">{t('Choose')}</option>
          {items.map(({ version, current, owner }) => (
            <option key={version} value={version}>
              {current
                ? t('{version}, of {owner}, current', { version, owner })
                : t('{version}, of {owner}', { version, owner })}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

function NoOther() {
  return (
    <p className="hint">
      {rich('There is one version only. What it says stands under {link}.', {
        link: <Link href="/policies">{t('Policies')}</Link>,
      })}
    </p>
  );
}
