import { useState } from 'react';
import { Link } from 'wouter';
import { OfferSheet } from '../act/offer-sheet.js';
import type { PaperOfPlan, Shipment } from '../api/types.js';
import { TripFactsSheet } from './trip-facts-sheet.js';
import { wayToEnter } from './ways-to-facts.js';

interface WayProps {
  readonly shipment: Shipment;
  readonly missing: PaperOfPlan['missing'][number];
  /** In place of where it is entered. */
  readonly words?: string;
}

/** The way to where a missing fact is entered: a link to its page, or a button that opens its form here. */
export function WayToFact({ shipment, missing: { fact, whereToEnter }, words }: WayProps) {
  const [open, setOpen] = useState(false);
  const way = wayToEnter(fact);
  const close = () => setOpen(false);
  if (way === undefined) return <span className="ink2">{words ?? whereToEnter}</span>;
  if (way.kind === 'page') return <Link href={way.href}>{words ?? way.words}</Link>;
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {words ?? way.words}
      </button>
      {open && way.kind === 'form' && (
        <OfferSheet
          shipment={shipment.id}
          offer={{ command: way.command, label: way.words, prefill: {} }}
          close={close}
        />
      )}
      {open && way.kind === 'sheet' && <TripFactsSheet shipment={shipment} part={way.part} close={close} />}
    </>
  );
}
