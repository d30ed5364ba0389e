import { useEffect, useState } from 'react';
import { useKey } from '../keys/keyboard.js';
import { useClockPlaces } from '../shell/clock-places.js';
import { Legend } from './legend.js';
import { pageOf } from './list-window.js';
import type { ListStore } from './list-store.js';
import { ListHead } from './shipment-row.js';
import { Lines, PrintedLines } from './lines.js';
import { useFocusedRow } from './use-focused-row.js';
import { useHand } from './use-hand.js';
import { useLines } from './use-lines.js';
import { useRow, useShown } from './use-list.js';
import { usePrinting } from './use-printing.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

interface RowsProps {
  readonly store: ListStore;
  readonly total: number;
}

/** The list itself: of however many rows those that are in the window are drawn, and asked for. */
export function Rows({ store, total }: RowsProps) {
  const [group, setGroup] = useState<HTMLDivElement | null>(null);
  const [focused, setFocused] = useState<string>();
  const { held, on } = useHand();
  const lines = useLines(group, total, focused === undefined ? undefined : store.placeOf(focused));
  const { moved } = useShown(store);
  const keys = useFocusedRow({ store, lines, total, group, focused, setFocused });
  const printing = usePrinting(store);
  const [first, last] = [pageOf(lines.first * lines.columns), pageOf((lines.last + 1) * lines.columns)];
  useEffect(() => store.look({ first, last }), [store, first, last]);
  useEffect(() => store.hold(held), [store, held]);
  useClocksOf(store, focused);
  return (
    <>
      <Moved moved={moved} settle={() => store.settle()} />
      <Legend />
      <div className="rows" role="table" aria-label={t('Shipments')} aria-rowcount={total + 1} {...on}>
        <ListHead />
        {printing ? (
          <PrintedLines store={store} total={total} />
        ) : (
          <div role="presentation" ref={setGroup} {...keys}>
            <Lines {...{ store, lines, total, focused }} />
          </div>
        )}
      </div>
    </>
  );
}

/** The header shows the clocks of the row that is chosen, or else of the first. */
function useClocksOf(store: ListStore, chosen: string | undefined): void {
  const row = useRow(store, chosen ?? store.idAt(0) ?? '');
  useClockPlaces(row?.from, row?.to);
}

function Moved({ moved, settle }: { readonly moved: number; readonly settle: () => void }) {
  useKey('r', t('Let the rows that moved take their places'), settle);
  return (
    <p className={moved > 0 ? 'moved' : 'unseen'} role="status">
      {moved > 0 && (
        <button type="button" className="plain" aria-keyshortcuts="r" onClick={settle}>
          {rich(
            '{moved, plural, one {# row has moved} other {# rows have moved}}, press {key}',
            { key: <kbd>R</kbd> },
            { moved },
          )}
        </button>
      )}
    </p>
  );
}
