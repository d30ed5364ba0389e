import type { Instant } from '@cellrelay/kernel';
import type { Scan, ScansEvent, ScansState } from './scans.js';

export const initialScans: ScansState = { scans: [] };

/** The scans after one more event. */
export function evolveScans({ scans }: ScansState, event: ScansEvent, _recordedAt: Instant): ScansState {
  switch (event.type) {
    case 'ScanKept': {
      const { scan: id, ...bytes } = event.data;
      const kept: Scan = { id, ...bytes, status: 'kept', keptAt: event.occurredAt, withdrawn: null };
      return { scans: [...scans, kept] };
    }
    case 'ScanWithdrawn': {
      const { scan: id, reason } = event.data;
      const withdrawn = { at: event.occurredAt, reason };
      return { scans: scans.map((each) => (each.id === id ? { ...each, status: 'withdrawn', withdrawn } : each)) };
    }
  }
}
