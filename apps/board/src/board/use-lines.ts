import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useState, useSyncExternalStore } from 'react';

/** A row's height before it is measured. */
const ROW = 61;
const CARD = 236;
const OVERSCAN = 6;

const cards = window.matchMedia('(max-width: 999px)');
const oneColumn = window.matchMedia('(max-width: 760px)');

/** How many shipments stand beside each other: cards in two columns between the desk and the phone. */
function useColumns(): 1 | 2 {
  return useSyncExternalStore(
    (listener) => {
      for (const query of [cards, oneColumn]) query.addEventListener('change', listener);
      return () => [cards, oneColumn].forEach((query) => query.removeEventListener('change', listener));
    },
    () => (cards.matches && !oneColumn.matches ? 2 : 1),
  );
}

/** Where the list begins on the page: what stands above it grows and shrinks. */
function useTop(list: HTMLElement | null): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list === null) return;
    const measure = () => setTop(Math.round(list.getBoundingClientRect().top + window.scrollY));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [list]);
  return top;
}

/**
 * Which lines of a list of so many rows are drawn: those in the window and a few around it, and the one that has the focus wherever it is, so that it is not lost.
 * Places are written to the elements themselves while one scrolls.
 */
export function useLines(list: HTMLElement | null, rows: number, focused: number | undefined) {
  const columns = useColumns();
  const top = useTop(list);
  const kept = focused === undefined ? undefined : Math.floor(focused / columns);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const lines = defaultRangeExtractor(range);
      if (kept === undefined || kept >= range.count || lines.includes(kept)) return lines;
      return [...lines, kept].sort((a, b) => a - b);
    },
    [kept],
  );
  const lines = useWindowVirtualizer({
    ...{ count: Math.ceil(rows / columns), scrollMargin: top, overscan: OVERSCAN, rangeExtractor },
    ...{ estimateSize: () => (cards.matches ? CARD : ROW), directDomUpdates: true },
  });
  const { range } = lines;
  return {
    columns,
    drawn: lines.getVirtualItems(),
    container: lines.containerRef,
    measure: lines.measureElement,
    scrollTo: (line: number) => lines.scrollToIndex(line, { align: 'auto' }),
    first: range?.startIndex ?? 0,
    last: range?.endIndex ?? 0,
  };
}
