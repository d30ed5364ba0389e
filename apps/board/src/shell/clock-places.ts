import { useEffect, useSyncExternalStore } from 'react';
import type { Place } from '../api/types.js';
import { cityOf } from '../time/zone.js';
import { ownZone } from '../time/now.js';

/** A clock of the header. The reader's own says so. */
export interface ClockPlace extends Place {
  readonly own: boolean;
}

const own: ClockPlace = { city: cityOf(ownZone), zone: ownZone, own: true };

let places: readonly ClockPlace[] = [own];
const listeners = new Set<() => void>();

/** The clocks of collection centre, transplant centre and reader; one that shows the same zone twice is shown once. */
export function clocksOf(from: Place, to: Place): readonly ClockPlace[] {
  const both = from.zone === to.zone ? [from] : [from, to];
  const marked = both.map((place) => ({ city: place.city, zone: place.zone, own: place.zone === ownZone }));
  return marked.some((place) => place.own) ? marked : [...marked, own];
}

/** The header shows the clocks of this shipment while the caller is mounted. */
export function useClockPlaces(from: Place | undefined, to: Place | undefined): void {
  const key = from === undefined || to === undefined ? '' : JSON.stringify(clocksOf(from, to));
  useEffect(() => {
    if (key === '') return;
    places = JSON.parse(key) as readonly ClockPlace[];
    listeners.forEach((listen) => listen());
  }, [key]);
}

/** What the header's clocks show now. */
export function useShownPlaces(): readonly ClockPlace[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => places,
  );
}
