import { Fragment } from 'react';
import { Plus, X } from 'lucide-react';
import { fieldsAsked } from '../body.js';
import { draftOf, itemsIn, partsIn, textIn, type Draft } from '../drafts.js';
import type { Field } from '../form-model.js';
import { useSurroundings } from '../form-context.js';
import type { CompositeProps } from './field-props.js';
import { useSaid } from './frame.js';
import { t } from '../../words/words.js';

/** Kinds that need a line of their own. */
const composites = new Set(['group', 'list', 'flight', 'maybe', 'time', 'courier']);

/** Fields that belong together. */
export function GroupField({ field, at, draft, change, draw }: CompositeProps) {
  if (field.kind !== 'group') return null;
  const values = partsIn(draft);
  const flat = field.fields.every(({ kind }) => !composites.has(kind));
  return (
    <fieldset className={flat ? 'group flat' : 'group'}>
      {field.label !== '' && <legend className="label">{field.label}</legend>}
      {field.hint !== '' && <p className="hint">{field.hint}</p>}
      <Said at={at} />
      {fieldsAsked(field.fields, values).map((one) => (
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

/** Several of the same: bags, legs, recipients; to be added to and taken from. */
export function ListField({ field, at, draft, change, draw }: CompositeProps) {
  const { places } = useSurroundings();
  if (field.kind !== 'list') return null;
  const items = itemsIn(draft);
  const add = () => change([...items, draftOf(field.item, undefined, places[0]?.zone ?? 'UTC')]);
  const put = (index: number, next: Draft) => change(items.map((item, place) => (place === index ? next : item)));
  return (
    <fieldset className="list">
      <legend className="label">{field.label}</legend>
      {field.hint !== '' && <p className="hint">{field.hint}</p>}
      <Said at={at} />
      {items.map((item, index) => (
        <div key={index} className="item" role="group" aria-label={`${field.item.label || field.label} ${index + 1}`}>
          {thingIn(field.item, item) === undefined && (
            <div className="item-head">
              <span className="small ink2">
                {t('{label} {number} of {count}', { label: field.item.label, number: index + 1, count: items.length })}
              </span>
              {items.length > field.min && (
                <Remove number={index + 1} press={() => change(items.filter((_, place) => place !== index))} />
              )}
            </div>
          )}
          {draw({
            field: unnamed(field.item, item),
            at: `${at}/${index}`,
            draft: item,
            change: (next) => put(index, next),
          })}
        </div>
      ))}
      {items.length < mostOf(field) && (
        <button type="button" className="button" onClick={add}>
          <Plus size={16} aria-hidden="true" /> {t('Add to {label}', { label: field.label.toLowerCase() })}
        </button>
      )}
    </fieldset>
  );
}

function Remove({ number, press }: { readonly number: number; readonly press: () => void }) {
  return (
    <button type="button" className="plain with-icon" onClick={press}>
      <X size={14} aria-hidden="true" /> {t('Remove')}
      <span className="unseen"> {t('number {number}', { number })}</span>
    </button>
  );
}

/** The thing that an item is about, in words, where a field of it says so. */
function thingIn(item: Field, draft: Draft | undefined): string | undefined {
  const naming = item.kind === 'group' ? item.fields.find(({ names }) => names) : undefined;
  if (naming?.kind !== 'choice') return undefined;
  return naming.options[Number(textIn(partsIn(draft)[naming.name]) || NaN)]?.label;
}

/** Where every item is about one of several known things, there are no more items than things. */
function mostOf({ item, max }: Field & { kind: 'list' }): number {
  const naming = item.kind === 'group' ? item.fields.find(({ names }) => names) : undefined;
  return naming?.kind === 'choice' ? Math.min(max, naming.options.length) : max;
}

/** A group in a list is named by its place there; one that is about a known thing asks its first question in that thing's words. */
function unnamed(item: Field, draft: Draft): Field {
  const thing = thingIn(item, draft);
  if (item.kind === 'group' && thing !== undefined) {
    const [first, ...others] = item.fields.filter(({ names }) => !names);
    return { ...item, label: '', fields: first === undefined ? [] : [{ ...first, label: thing }, ...others] };
  }
  return composites.has(item.kind) ? { ...item, label: '' } : item;
}

/** A composite that may be left out: one box opens it. */
export function MaybeField({ field, at, draft, change, draw }: CompositeProps) {
  if (field.kind !== 'maybe') return null;
  const { on, value } = partsIn(draft);
  return (
    <div className="maybe">
      <label className="radio">
        <input
          type="checkbox"
          checked={on === 'yes'}
          onChange={(event) => change({ on: event.target.checked ? 'yes' : '', value: value ?? '' })}
        />
        {field.label}
        <span className="optional"> {t('optional')}</span>
      </label>
      {on === 'yes' && (
        <div role="group" aria-label={field.label}>
          {draw({
            field: { ...field.inner, label: '' },
            at,
            draft: value,
            change: (next) => change({ on: 'yes', value: next }),
          })}
        </div>
      )}
    </div>
  );
}

function Said({ at }: { readonly at: string }) {
  const said = useSaid(at, false);
  return said.length === 0 ? null : <p className="said danger">{said.join(' ')}</p>;
}
