import { Fragment } from 'react';
import { Link } from 'wouter';
import { useCouriers } from '../../api/questions.js';
import type { Courier } from '../../api/types.js';
import { partsIn, textIn, type DraftGroup } from '../drafts.js';
import type { CompositeProps } from './field-props.js';
import { Frame } from './frame.js';
import { rich } from '../../words/rich.js';
import { t } from '../../words/words.js';

/** What the server fills in by itself, or the choice above stands for. */
const notTyped: ReadonlySet<string> = new Set(['poolId', 'alsoOn']);

/** A courier: chosen from the pool by name, or typed. Of whoever is in the pool nothing is typed again. */
export function CourierField({ field, at, draft, change, draw }: CompositeProps) {
  const { data } = useCouriers('');
  if (field.kind !== 'courier') return null;
  const values = partsIn(draft);
  const poolId = textIn(values['poolId']);
  const chosen = data?.items.find(({ id }) => id === poolId);
  return (
    <fieldset className="group">
      {field.label !== '' && <legend className="label">{field.label}</legend>}
      <PoolChoice items={data?.items ?? []} at={`${at}/poolId`} values={values} change={change} />
      {chosen !== undefined && <PapersLine courier={chosen} />}
      {poolId === '' &&
        field.fields
          .filter(({ name }) => !notTyped.has(name))
          .map((one) => (
            <Fragment key={one.name}>
              {draw({
                field: one,
                at: `${at}/${one.name}`,
                draft: values[one.name],
                change: (next) => change({ ...values, [one.name]: next }),
              })}
            </Fragment>
          ))}
    </fieldset>
  );
}

interface PoolChoiceProps {
  readonly items: readonly Courier[];
  readonly at: string;
  readonly values: DraftGroup;
  readonly change: (draft: DraftGroup) => void;
}

function PoolChoice({ items, at, values, change }: PoolChoiceProps) {
  const poolId = textIn(values['poolId']);
  if (items.length === 0 && poolId === '') {
    return (
      <p className="hint">
        {rich('Nobody is in the pool yet: {link}, or type who it is.', {
          link: <Link href="/couriers">{t('enter couriers')}</Link>,
        })}
      </p>
    );
  }
  return (
    <Frame field={{ label: t('Who'), hint: '', required: true }} at={at}>
      {(ties) => (
        <select {...ties} value={poolId} onChange={(event) => change({ ...values, poolId: event.target.value })}>
          <option value="">{t('Somebody else, typed here')}</option>
          {items.map(({ id, name, company }) => (
            <option key={id} value={id}>
              {name}, {company} ({id})
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

/** As the pool has them now; the nomination copies it. */
function PapersLine({ courier }: { readonly courier: Courier }) {
  const { phone, basedIn, trainedUntil, passports } = courier;
  const papers = passports.map(({ country, validUntil }) =>
    t('passport {country} until {validUntil}', { country, validUntil }),
  );
  return (
    <p className="hint">
      {[
        phone,
        basedIn === null ? '' : t('sets out from {country}', { country: basedIn }),
        t('training until {date}', { date: trainedUntil }),
        ...papers,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
