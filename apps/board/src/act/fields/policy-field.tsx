import { Link } from 'wouter';
import { usePolicies } from '../../api/questions.js';
import { textIn } from '../drafts.js';
import type { FieldProps } from './field-props.js';
import { Frame } from './frame.js';

/** A version of the site's policy, chosen from those that were entered. */
export function PolicyField({ field, at, draft, change }: FieldProps) {
  const { data } = usePolicies();
  const items = data?.items ?? [];
  const only = data !== undefined && items.length < 2;
  return (
    <Frame field={field} at={at} after={only && <NoOther />}>
      {(ties) => (
        <select {...ties} value={textIn(draft)} onChange={(event) => change(event.target.value)}>
          <option value="">Choose</option>
          {items.map(({ version, current, owner }) => (
            <option key={version} value={version}>
              {version}, of {owner}
              {current ? ', current' : ''}
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
      There is one version only. What it says stands under <Link href="/policies">Policies</Link>.
    </p>
  );
}
