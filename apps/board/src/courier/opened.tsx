import type { Action } from '../api/types.js';
import type { Trip } from '../offline/trip.js';
import { OfficerScreen, PocketSheet, ScanSheet, StepSheet, TroubleSheet } from './lazy-parts.js';

/** What is open over the page. */
export type Open =
  { readonly kind: 'papers' | 'officer' | 'trouble' | 'scan' } | { readonly kind: 'step'; readonly action: Action };

interface OpenedProps {
  readonly trip: Trip;
  readonly open: Open | undefined;
  readonly close: () => void;
  readonly act: (action: Action) => void;
}

/** It, over the page. */
export function Opened({ trip, open, close, act }: OpenedProps) {
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
