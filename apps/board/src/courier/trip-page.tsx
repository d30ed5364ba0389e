import { FileText, Languages, ScanLine, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Action } from '../api/types.js';
import { OutboxList } from '../offline/outbox-list.js';
import { ReadyTick } from '../offline/ready-tick.js';
import { useOutbox } from '../offline/use-outbox.js';
import type { Trip } from '../offline/trip.js';
import { useTrip } from '../offline/use-trip.js';
import { Part } from '../part.js';
import { useClockPlaces } from '../shell/clock-places.js';
import { Failing, Loading } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';
import { OfficerScreen, PocketSheet, ScanSheet, StepSheet, TroubleSheet } from './lazy-parts.js';
import { nextStep } from './next-step.js';
import { Rest } from './rest.js';
import { TripNext } from './trip-next.js';
import { TripNow, WorstAlert } from './trip-now.js';

/** A trip on its courier's phone: where it is now, what comes next and the one button for it; the papers, the officer's sentence and troubles under the thumb. */
export function TripPage({ id }: { readonly id: string }) {
  const { trip, error } = useTrip(id);
  useClockPlaces(trip?.shipment.from, trip?.shipment.to);
  useTitle(trip?.shipment.reference ?? t('Your trip'));
  if (trip !== undefined) return <OpenTrip trip={trip} />;
  if (error === null || error === undefined) return <Loading what={t('your trip')} lines={6} />;
  return <Failing what={t('Your trip')} error={error} again={() => window.location.reload()} />;
}

/** What is open over the page. */
type Open =
  { readonly kind: 'papers' | 'officer' | 'trouble' | 'scan' } | { readonly kind: 'step'; readonly action: Action };

function OpenTrip({ trip }: { readonly trip: Trip }) {
  const { shipment, actions } = trip;
  const [open, setOpen] = useState<Open>();
  const waiting = useOutbox(shipment.id);
  const step = nextStep(trip, waiting);
  const act = (action: Action) => setOpen({ kind: 'step', action });
  return (
    <article className="courier">
      <header className="trip-head">
        <h1>
          {shipment.from.city} → {shipment.to.city}
        </h1>
        <p className="small ink2">
          {shipment.reference}
          {shipment.example && <span className="example">{t('EXAMPLE')}</span>}
        </p>
        <ReadyTick shipment={shipment.id} />
      </header>
      <TripNow shipment={shipment} />
      <TripNext step={step} waits={waiting.length > 0} act={act} />
      <WorstAlert shipment={shipment} />
      {asksForScan(step?.action) && (trip.pocket?.codes.length ?? 0) > 0 && (
        <button type="button" className="button wide" onClick={() => setOpen({ kind: 'scan' })}>
          <ScanLine size={20} aria-hidden="true" /> {t('Scan bag and box')}
        </button>
      )}
      <OutboxList shipment={shipment.id} />
      <Rest actions={actions} without={step?.action} act={act} />
      <p>
        <Link href={`/shipments/${shipment.id}`} className="button wide quiet">
          {t('The whole shipment')}
        </Link>
      </p>
      <Bar open={setOpen} />
      <Part waiting={null}>
        <Opened trip={trip} open={open} close={() => setOpen(undefined)} act={act} />
      </Part>
    </article>
  );
}

/** Where bags or boxes pass from hand to hand, their labels are read. */
const withLabels: readonly string[] = ['PackBox', 'HandOverToCourier', 'RecordRelayHandover', 'DeliverToCentre'];
const asksForScan = (action: Action | null | undefined) => action != null && withLabels.includes(action.command);

/** Always under the thumb. */
function Bar({ open }: { readonly open: (what: Open) => void }) {
  return (
    <nav className="trip-bar" aria-label={t('At any moment')}>
      <button type="button" onClick={() => open({ kind: 'papers' })}>
        <FileText size={22} aria-hidden="true" /> {t('Papers')}
      </button>
      <button type="button" onClick={() => open({ kind: 'officer' })}>
        <Languages size={22} aria-hidden="true" /> {t('For the officer')}
      </button>
      <button type="button" className="danger" onClick={() => open({ kind: 'trouble' })}>
        <TriangleAlert size={22} aria-hidden="true" /> {t('Trouble')}
      </button>
    </nav>
  );
}

interface OpenedProps {
  readonly trip: Trip;
  readonly open: Open | undefined;
  readonly close: () => void;
  readonly act: (action: Action) => void;
}

function Opened({ trip, open, close, act }: OpenedProps) {
  switch (open?.kind) {
    case 'papers':
      return <PocketSheet trip={trip} close={close} />;
    case 'officer':
      return <OfficerScreen trip={trip} close={close} />;
    case 'trouble':
      return <TroubleSheet trip={trip} close={close} act={act} />;
    case 'scan':
      return <ScanSheet expected={trip.pocket?.codes ?? []} close={close} done={close} />;
    case 'step':
      return <StepSheet trip={trip} action={open.action} close={close} />;
    default:
      return null;
  }
}
