import { useState } from 'react';
import { dotWords, possible, stockWords, type Dots, type Printing, type Stock, type Which } from './label-words.js';

const usual: Readonly<Record<Which, Printing>> = {
  'tie-tags': { stock: 'roll-100x50', dpi: '300', language: 'en' },
  box: { stock: 'roll-100x150', dpi: '300', language: 'en' },
};

const key = (which: Which): string => `cellrelay.labels.${which}`;

/** How labels of a kind are printed from this browser: the printer beside it stays the same. The language goes with the trip, and is not kept. */
export function usePrinting(which: Which): readonly [Printing, (printing: Printing) => void] {
  const [printing, set] = useState(() => possible(which, kept(which)));
  const choose = (next: Printing) => {
    const chosen = possible(which, next);
    localStorage.setItem(key(which), `${chosen.stock} ${chosen.dpi}`);
    set(chosen);
  };
  return [printing, choose];
}

function kept(which: Which): Printing {
  const [stock = '', dpi = ''] = (localStorage.getItem(key(which)) ?? '').split(' ');
  const known = Object.hasOwn(stockWords, stock) && Object.hasOwn(dotWords, dpi);
  return known ? { ...usual[which], stock: stock as Stock, dpi: dpi as Dots } : usual[which];
}
