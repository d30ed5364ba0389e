import { useState } from 'react';
import { FieldView } from '../act/fields/field-view.js';
import { useSurroundings } from '../act/form-context.js';
import type { Draft, DraftGroup } from '../act/drafts.js';
import type { Change, ChangedFigure } from './changed-policy.js';
import { t } from '../words/words.js';

interface FigureGroupsProps {
  readonly figures: readonly ChangedFigure[];
  readonly changes: readonly Change[];
  readonly drafts: DraftGroup;
  readonly change: (name: string, draft: Draft) => void;
}

/** Every figure in its group: one that can be changed opens into its fields, the others say that they cannot. */
export function FigureGroups(props: FigureGroupsProps) {
  const groups = [...new Set(props.figures.map(({ figure }) => figure.group))];
  return groups.map((group) => (
    <section key={group} aria-label={group}>
      <h2>{group}</h2>
      <ul className="figures-to-change">
        {props.figures
          .filter(({ figure }) => figure.group === group)
          .map((each) => (
            <li key={each.figure.key}>
              {each.fields.length === 0 ? <Fixed {...each} /> : <Changeable {...props} one={each} />}
            </li>
          ))}
      </ul>
    </section>
  ));
}

function Fixed({ figure: { title, value } }: ChangedFigure) {
  return (
    <p className="figure-line">
      <span>{title}</span>
      <span className="ink2">
        {value}
        <small className="block">{t('Changed through the API only')}</small>
      </span>
    </p>
  );
}

function Changeable({ one, changes, drafts, change }: FigureGroupsProps & { readonly one: ChangedFigure }) {
  const { figure, fields } = one;
  const [open, setOpen] = useState(false);
  const { wrong, faults } = useSurroundings();
  const names = new Set(fields.map(({ name }) => name));
  const blamed = [...wrong, ...faults].some(({ pointer }) => names.has(pointer));
  const own = changes.filter(({ pointer }) => names.has(pointer));
  const shown = open || blamed;
  return (
    <details open={shown} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="figure-line">
        <span>{figure.title}</span>
        <span>
          {figure.value}
          {own.length > 0 && <strong className="status">{t('changed')}</strong>}
        </span>
      </summary>
      {shown && <Fields one={one} drafts={drafts} change={change} />}
    </details>
  );
}

/** Drawn while they are open: all of them at once are hundreds, and each letter typed would draw them anew. */
function Fields({
  one,
  drafts,
  change,
}: Pick<FigureGroupsProps, 'drafts' | 'change'> & { readonly one: ChangedFigure }) {
  return (
    <div className="figure-fields">
      {one.fields.map((field) => (
        <FieldView
          key={field.name}
          field={field}
          at={field.name}
          draft={drafts[field.name]}
          change={(draft) => change(field.name, draft)}
        />
      ))}
      {one.figure.part && <p className="hint">{t('The rest of it, a list, is changed through the API only.')}</p>}
    </div>
  );
}
