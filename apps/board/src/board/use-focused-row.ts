import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { useKey } from '../keys/keyboard.js';
import type { ListStore } from './list-store.js';
import type { useLines } from './use-lines.js';

interface FocusedRow {
  readonly store: ListStore;
  readonly lines: ReturnType<typeof useLines>;
  readonly total: number;
  readonly group: HTMLElement | null;
  readonly focused: string | undefined;
  readonly setFocused: (id: string | undefined) => void;
}

/**
 * Moves the focus from row to row by keys, to rows that are not loaded yet too: it is there when they are. A row that moves takes the focus with it.
 * What is answered goes onto the list's element.
 */
export function useFocusedRow({ store, lines, total, group, focused, setFocused }: FocusedRow) {
  const { columns } = lines;
  const wish = useRef<number>(undefined);
  const go = (place: number) => {
    const meant = Math.min(total - 1, Math.max(0, place));
    lines.scrollTo(Math.floor(meant / columns));
    wish.current = meant;
    meet();
  };
  const meet = () => {
    if (wish.current === undefined) return;
    const link = linkOf(group, store.idAt(wish.current));
    if (link === null) return;
    wish.current = undefined;
    link.focus({ preventScroll: true });
  };
  const step = (by: number) => {
    const from = wish.current ?? (focused === undefined ? undefined : store.placeOf(focused));
    go(from === undefined ? lines.first * columns : from + by);
  };
  useLayoutEffect(() => {
    meet();
    if (document.activeElement === document.body) linkOf(group, focused)?.focus({ preventScroll: true });
  });
  useKey('j', 'Next shipment', () => step(1));
  useKey('k', 'Shipment before', () => step(-1));
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const move = moveOf(event, columns);
      if (move === undefined) return;
      event.preventDefault();
      if (typeof move === 'number') step(move);
      else go(move === 'first' ? 0 : total - 1);
    },
    onFocus: (event: FocusEvent) => setFocused(event.target.closest<HTMLElement>('[data-row]')?.dataset['row']),
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setFocused(undefined);
    },
  };
}

/** How far a key goes; sideways only where shipments stand beside each other. */
function moveOf(event: KeyboardEvent, columns: number): number | 'first' | 'last' | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const aside = columns > 1 ? 1 : undefined;
  const moves: Readonly<Record<string, number | 'first' | 'last' | undefined>> = {
    ...{ ArrowDown: columns, ArrowUp: -columns, Home: 'first', End: 'last' },
    ...{ ArrowRight: aside, ArrowLeft: aside && -aside },
  };
  return moves[event.key];
}

function linkOf(group: HTMLElement | null, id: string | undefined): HTMLElement | null {
  return id === undefined ? null : (group?.querySelector<HTMLElement>(`[data-row="${id}"] a.open`) ?? null);
}
