import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useCoordinates, useCount } from '../api/questions.js';
import type { SavedView, View } from '../api/types.js';
import { useCommand } from '../keys/commands.js';
import { useSavedViews } from './saved-views.js';
import { savedAs, withShown, type Shown } from './view-address.js';
import { ViewSheet } from './view-sheet.js';
import { t } from '../words/words.js';

/** A view that can be chosen; with `counted` it says how many shipments it holds. */
interface ViewChoice {
  readonly value: View;
  readonly label: string;
  readonly counted: boolean;
}

const views = () =>
  [
    { value: 'all', label: t('All'), counted: false },
    { value: 'mine', label: t('Mine'), counted: false },
    { value: 'air', label: t('In the air'), counted: true },
    { value: 'decisions', label: t('Day-one decisions'), counted: true },
  ] as const satisfies readonly ViewChoice[];

/** What waits for a coordinator waits for nobody else. */
const ofCoordinators: ReadonlySet<View> = new Set(['mine', 'decisions']);

/** The view that an address names; an unknown one is the whole list. */
export function viewOf(said: string | null): View {
  return views().find(({ value }) => value === said)?.value ?? 'all';
}

/** The views that there are, one's own after them, and the way to keep what is shown as one more. */
export function ViewChoices({ view, q }: Shown) {
  const coordinates = useCoordinates();
  const saved = useSavedViews();
  const own = savedAs(saved, { view, q });
  return (
    <div className="views" role="group" aria-label={t('View')}>
      {(coordinates ? views() : views().filter(({ value }) => !ofCoordinators.has(value))).map((one) => (
        <BuiltIn
          key={one.value}
          {...one}
          chosen={own === undefined && one.value === view}
          q={own === undefined ? q : ''}
        />
      ))}
      {saved.map((one) => (
        <Saved key={one.id} saved={one} chosen={one === own} />
      ))}
      <Keeping view={view} q={q} own={own} />
    </div>
  );
}

function useShow() {
  const [, setParams] = useSearchParams();
  return (shown: Shown) => setParams((params) => withShown(params, shown));
}

function BuiltIn({ value, label, counted, chosen, q }: ViewChoice & { readonly chosen: boolean; readonly q: string }) {
  const show = useShow();
  return (
    <button type="button" aria-pressed={chosen} onClick={() => show({ view: value, q })}>
      {label} {counted && <Count view={value} />}
    </button>
  );
}

function Saved({ saved, chosen }: { readonly saved: SavedView; readonly chosen: boolean }) {
  const show = useShow();
  useCommand({
    id: `view ${saved.id}`,
    label: t('Show the view “{name}”', { name: saved.name }),
    run: () => show(saved),
  });
  return (
    <button type="button" className="saved" aria-pressed={chosen} onClick={() => show(saved)}>
      {saved.name}
    </button>
  );
}

function Count({ view }: { readonly view: View }) {
  const count = useCount(view);
  return count === undefined || count === 0 ? null : <span className="ink2">{count}</span>;
}

/** What is searched for can be kept under a name; what is kept can get another, or be forgotten. */
function Keeping({ view, q, own }: Shown & { readonly own: SavedView | undefined }) {
  const [open, setOpen] = useState(false);
  const label = own === undefined ? t('Save this view') : t('Change the view “{name}”', { name: own.name });
  const offered = own !== undefined || q !== '';
  useCommand({ id: 'keep view', label, when: () => offered, run: () => setOpen(true) });
  return (
    <>
      {offered && (
        <button type="button" className="keep" onClick={() => setOpen(true)}>
          {own === undefined ? t('Save view…') : t('Change…')}
        </button>
      )}
      {open && <ViewSheet shown={{ view, q }} own={own} close={() => setOpen(false)} />}
    </>
  );
}
