import type { useLines } from './use-lines.js';
import type { ListStore } from './list-store.js';
import { MOST_PRINTED } from './use-printing.js';
import { EmptyRow, ShipmentRow } from './shipment-row.js';
import { t } from '../words/words.js';

interface LinesProps {
  readonly store: ListStore;
  readonly lines: ReturnType<typeof useLines>;
  readonly total: number;
  readonly focused: string | undefined;
}

/** The lines that are drawn now, each in its place, with one shipment or two beside each other. */
export function Lines({ store, lines, total, focused }: LinesProps) {
  const { drawn, columns, container, measure } = lines;
  const stop = stopOf(
    store,
    drawn.flatMap(({ index }) => placesOf(index, columns, total)),
    focused,
  );
  return (
    <div role="rowgroup" className="row-group" ref={container}>
      {drawn.map(({ key, index }) => (
        <div key={key} role="presentation" className="row-line" data-index={index} ref={measure}>
          {placesOf(index, columns, total).map((place) => (
            <RowAt key={store.idAt(place) ?? place} {...{ store, place }} stop={place === stop} />
          ))}
        </div>
      ))}
    </div>
  );
}

function placesOf(line: number, columns: number, total: number): readonly number[] {
  return Array.from({ length: columns }, (_, at) => line * columns + at).filter((place) => place < total);
}

/** Where Tab stops in the list: at the row that had the focus, or the first that is there. */
function stopOf(store: ListStore, places: readonly number[], focused: string | undefined): number | undefined {
  const there = places.filter((place) => store.idAt(place) !== undefined);
  return there.find((place) => store.idAt(place) === focused) ?? there[0];
}

interface RowAtProps {
  readonly store: ListStore;
  readonly place: number;
  readonly stop: boolean;
}

function RowAt({ store, place, stop }: RowAtProps) {
  const id = store.idAt(place);
  return id === undefined ? <EmptyRow place={place} /> : <ShipmentRow {...{ store, id, place, stop }} />;
}

/** On paper all rows that are there stand one after the other. */
export function PrintedLines({ store, total }: Pick<LinesProps, 'store' | 'total'>) {
  const ids = store.known().slice(0, MOST_PRINTED);
  return (
    <>
      <div role="rowgroup" className="row-group printed">
        {ids.map((id) => (
          <ShipmentRow key={id} {...{ store, id }} place={store.placeOf(id) ?? 0} stop={false} />
        ))}
      </div>
      {ids.length < total && <p>{t('{count} of {total} shipments.', { count: ids.length, total })}</p>}
    </>
  );
}
