import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useKey } from './keyboard.js';
import { PALETTE } from './palette-choice.js';
import { t } from '../words/words.js';

/** Fetched when it is first opened. */
const Palette = lazy(() => import('./palette.js').then((module) => ({ default: module.Palette })));

/** Opens the palette by its key. What was chosen is done once the palette has closed and given the focus back. */
export function PaletteOpener() {
  const [open, setOpen] = useState(false);
  const chosen = useRef<() => unknown>(undefined);
  useKey(PALETTE, t('Search shipments and commands'), () => setOpen(true));
  useEffect(() => {
    if (open) return;
    const run = chosen.current;
    chosen.current = undefined;
    if (run !== undefined) window.requestAnimationFrame(() => run());
  }, [open]);
  if (!open) return null;
  const close = (run?: () => unknown) => {
    chosen.current = run;
    setOpen(false);
  };
  return (
    <Suspense fallback={null}>
      <Palette close={close} />
    </Suspense>
  );
}
