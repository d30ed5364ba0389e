import { useMemo } from 'react';
import { formOf, type Field } from '../act/form-model.js';
import type { Refusal } from '../api/refusal.js';
import { SentText } from '../act/sent-text.js';
import { faultsIn, type Sent } from '../act/sent.js';
import { WholeForm } from '../act/whole-form.js';
import { EntryShown } from './entry-shown.js';
import type { EntryPlace } from './entry.js';
import { useEntry } from './use-entry.js';
import { t } from '../words/words.js';

interface EntryFormProps {
  readonly place: EntryPlace;
  readonly button: string;
  readonly done: () => void;
  readonly leave: () => void;
}

/** Enters something for papers as a whole. Nobody's entry is replaced unseen, and nothing that was typed for one is entered for another. */
export function EntryForm({ place, button, done, leave }: EntryFormProps) {
  const fields = useMemo(() => formOf(place.entry.fields), [place.entry.fields]);
  const { read, drafts, setDrafts, busy, sent, submit, wrong } = useEntry(place, fields, done);
  return (
    <WholeForm
      {...{ fields, drafts, setDrafts, wrong, busy, submit, leave }}
      {...{ faults: faultsIn(sent), button, underWay: t('Entering…') }}
    >
      <BecameOf sent={sent} read={read} fields={fields} />
    </WholeForm>
  );
}

/** Of another person than whom it was read for the server says who it is; of another entry, what it is stands below. */
const changedText = ({ code, detail }: Refusal): string =>
  code === 'stale-revision' ? t('Somebody else has entered this since you opened it. It stands so now:') : detail;

interface BecameOfProps {
  readonly sent: Sent | undefined;
  readonly read: Pick<EntryPlace, 'entry' | 'known'>;
  readonly fields: readonly Field[];
}

/** What became of entering it; where somebody was before, what they entered, and what entering again does to it. */
function BecameOf({ sent, read, fields }: BecameOfProps) {
  if (sent?.kind !== 'stale')
    return <SentText sent={sent} shown={fields.map(({ name }) => `/${name}`)} confirm={() => undefined} />;
  return (
    <div className="refused" role="alert">
      <p>
        <strong>{t('Not entered yet.')}</strong>{' '}
        {t('What you typed is still here. {changed}', { changed: changedText(sent.refusal) })}
      </p>
      <EntryShown fields={fields} known={read.known} entered={read.entry.entered} />
      <p>{t('Enter it again to put what you typed in its place.')}</p>
    </div>
  );
}
