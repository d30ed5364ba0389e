import { ScanBarcode } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../api/questions.js';
import type { Shipment } from '../api/types.js';
import { Asked, Loading } from '../shell/states.js';
import { t } from '../words/words.js';
import { usePocket } from './use-pocket.js';

const ScanSheet = lazy(() => import('./scan-sheet.js').then((made) => ({ default: made.ScanSheet })));

/** Checks bags and box against what is on record. The scanner is fetched when it is opened. */
export function CheckLabels({ shipment }: { readonly shipment: Shipment }) {
  const [open, set] = useState(false);
  if (!useMay('getPocket')) return null;
  const close = () => set(false);
  return (
    <>
      <p className="scan-open">
        <button type="button" className="button" onClick={() => set(true)}>
          <ScanBarcode size={16} aria-hidden="true" /> {t('Check the labels')}
        </button>
      </p>
      {open && <Opened {...{ shipment, close }} />}
    </>
  );
}

function Opened({ shipment, close }: { readonly shipment: Shipment; readonly close: () => void }) {
  const pocket = usePocket(shipment.id, shipment.revision);
  return (
    <Asked what={t('the codes')} query={pocket}>
      {({ codes }) => (
        <Suspense fallback={<Loading what={t('the scanner')} />}>
          <ScanSheet expected={codes} close={close} done={close} />
        </Suspense>
      )}
    </Asked>
  );
}
