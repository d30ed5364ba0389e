import { useId, useMemo, useState } from 'react';
import { formOf } from '../act/form-model.js';
import { Sheet } from '../shell/sheet.js';
import { EntryForm } from './entry-form.js';
import { EntryShown } from './entry-shown.js';
import type { EntryPlace } from './entry.js';
import { t } from '../words/words.js';

interface EntrySectionProps {
  readonly title: string;
  /** What it is for, in a line. */
  readonly about: string;
  readonly place: EntryPlace;
  readonly mayEnter: boolean;
  /** Within a dialog the form stands in its place, for no second one opens over it. */
  readonly inDialog?: boolean;
}

/** What papers say of something: as it was entered, and the form that it is entered by. */
export function EntrySection({ title, about, place, mayEnter, inDialog = false }: EntrySectionProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { fields: schema, revision, entered } = place.entry;
  const fields = useMemo(() => formOf(schema), [schema]);
  const close = () => setOpen(false);
  const form = <EntryForm place={place} button={t('Enter it')} done={close} leave={close} />;
  return (
    <section aria-labelledby={id} className="entry">
      <h2 id={id}>{title}</h2>
      <p className="hint">{about}</p>
      {inDialog && open ? form : <EntryShown fields={fields} known={place.known} entered={entered} />}
      {mayEnter && !open && (
        <button
          type="button"
          className="button"
          aria-label={`${labelOf(revision)}: ${title}`}
          onClick={() => setOpen(true)}
        >
          {labelOf(revision)}
        </button>
      )}
      {open && !inDialog && (
        <Sheet title={title} about={about} close={close}>
          {form}
        </Sheet>
      )}
    </section>
  );
}

const labelOf = (revision: number): string => (revision === 0 ? t('Enter') : t('Change'));
