import { useEffect, useMemo, useState, type FocusEvent, type PointerEvent } from 'react';

/** How long a list is left alone after the focus has moved in it. */
const REST = 3000;

/** Whether a hand is on the list: the pointer over it, or the focus in it and moved just now. `on` goes onto the list's element. */
export function useHand() {
  const [pointer, setPointer] = useState(false);
  const [moves, setMoves] = useState(0);
  const [focus, setFocus] = useState(false);
  useEffect(() => {
    if (moves === 0) return;
    const timer = window.setTimeout(() => setFocus(false), REST);
    return () => window.clearTimeout(timer);
  }, [moves]);
  const on = useMemo(
    () => ({
      onPointerEnter: (event: PointerEvent) => setPointer(event.pointerType !== 'touch'),
      onPointerLeave: () => setPointer(false),
      onFocus: () => {
        setFocus(true);
        setMoves((count) => count + 1);
      },
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
      },
    }),
    [],
  );
  return { held: pointer || focus, on };
}
