import { useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useShipments } from '../api/questions.js';
import type { Row } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { useClockPlaces } from '../shell/clock-places.js';
import { Asked } from '../shell/states.js';
import { EmptyList } from './empty-list.js';
import { Legend } from './legend.js';
import { ListBar, viewOf } from './list-bar.js';
import { ListHead, ShipmentRow } from './shipment-row.js';
import { useHand } from './use-hand.js';
import { useSettled } from './use-settled.js';

/** All shipments of the chosen view, most urgent first; view and search stand in the address. */
export function ShipmentList() {
  const [params] = useSearchParams();
  const [view, q] = [viewOf(params.get('view')), params.get('q') ?? ''];
  const list = useShipments(view, q);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  return (
    <section className="shipments" aria-labelledby="shipments-title">
      <ListBar view={view} q={q} shown={rows.length} total={list.data?.pages[0]?.total} />
      <Asked what="the list" lines={8} query={list}>
        {({ pages }) =>
          rows.length === 0 ? (
            <EmptyList view={view} q={q} />
          ) : (
            <Rows listKey={`${view} ${q} ${list.isPlaceholderData} ${pages.length}`} rows={rows} />
          )
        }
      </Asked>
      <More list={list} />
      <Legend />
    </section>
  );
}

function More({ list }: { readonly list: ReturnType<typeof useShipments> }) {
  if (!list.hasNextPage) return null;
  return (
    <button
      type="button"
      className="button more"
      aria-disabled={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {list.isFetchingNextPage ? 'Loading more…' : 'Show more'}
    </button>
  );
}

function Rows({ listKey, rows }: { readonly listKey: string; readonly rows: readonly Row[] }) {
  const { held, on } = useHand();
  const { shown, moved, release } = useSettled(listKey, rows, held);
  const [chosen, setChosen] = useState<string>();
  const table = useRef<HTMLDivElement>(null);
  const first = shown.find(({ id }) => id === chosen) ?? shown[0];
  useClockPlaces(first?.from, first?.to);
  useKey('r', 'Let the rows that moved take their places', release);
  useKey('j', 'Next shipment', () => step(table.current, 1));
  useKey('k', 'Shipment before', () => step(table.current, -1));
  return (
    <>
      <p className={moved > 0 ? 'moved' : 'unseen'} role="status">
        {moved > 0 && (
          <button type="button" className="plain" aria-keyshortcuts="r" onClick={release}>
            {moved === 1 ? '1 row has moved' : `${moved} rows have moved`}, press <kbd>R</kbd>
          </button>
        )}
      </p>
      <div className="rows" role="table" aria-label="Shipments" ref={table} {...on}>
        <ListHead />
        <div role="rowgroup" className="row-group">
          {shown.map((row) => (
            <ShipmentRow key={row.id} row={row} choose={setChosen} />
          ))}
        </div>
      </div>
    </>
  );
}

/** Moves the focus to the next row's link, or the one before; from outside to the first. */
function step(table: HTMLElement | null, by: 1 | -1): void {
  const links = [...(table?.querySelectorAll<HTMLElement>('a.open') ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
