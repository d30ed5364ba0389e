import { ScanLine } from 'lucide-react';
import type { Action } from '../api/types.js';
import type { Trip } from '../offline/trip.js';
import { t } from '../words/words.js';

/** Where bags or boxes pass from hand to hand, their labels are read. */
const withLabels: readonly string[] = ['PackBox', 'HandOverToCourier', 'RecordRelayHandover', 'DeliverToCentre'];

interface ScanProps {
  readonly trip: Trip;
  /** What comes next. */
  readonly action: Action | null | undefined;
  readonly open: () => void;
}

/** Opens the scanner where what comes next wants labels read, and there is something to compare them with. */
export function ScanButton({ trip: { pocket }, action, open }: ScanProps) {
  if (action == null || !withLabels.includes(action.command) || (pocket?.codes.length ?? 0) === 0) return null;
  return (
    <button type="button" className="button wide" onClick={open}>
      <ScanLine size={20} aria-hidden="true" /> {t('Scan bag and box')}
    </button>
  );
}
