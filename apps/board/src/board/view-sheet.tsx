import { useState } from 'react';
import { newKey } from '../act/send-command.js';
import type { SavedView } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import { useSaving } from './saved-views.js';
import type { Shown } from './view-address.js';
import { t } from '../words/words.js';

interface ViewSheetProps {
  readonly shown: Shown;
  /** The view that is kept already. */
  readonly own: SavedView | undefined;
  readonly close: () => void;
}

/** Keeps what is shown under a name, or gives what is kept another, or forgets it. */
export function ViewSheet({ shown, own, close }: ViewSheetProps) {
  const { save, forget } = useSaving();
  // Made once: sent twice, it is saved once.
  const [id] = useState(() => own?.id ?? newKey());
  const [failed, setFailed] = useState<string>();
  const drop = () =>
    void forget(id).then(close, (error: unknown) =>
      setFailed(error instanceof Error ? error.message : t('It could not be deleted.')),
    );
  return (
    <Sheet
      title={own === undefined ? t('Save this view') : t('Change this view')}
      about={
        shown.q === ''
          ? t('Kept for you, wherever you sign in')
          : t('Searched for “{q}”. Kept for you, wherever you sign in', { q: shown.q })
      }
      close={close}
    >
      <SmallForm
        lines={[{ name: 'name', label: t('Name', {}, 'view'), focus: true, start: own?.name ?? shown.q.slice(0, 60) }]}
        button={t('Save')}
        busy={t('Saving…')}
        send={({ name = '' }: Typed) => save({ id, name, ...shown })}
        done={close}
      >
        {own !== undefined && (
          <button type="button" className="button quiet" onClick={drop}>
            {t('Delete the view')}
          </button>
        )}
      </SmallForm>
      {failed !== undefined && (
        <p role="alert" className="said danger">
          {failed}
        </p>
      )}
    </Sheet>
  );
}
