import { DigestPanel } from './digest-panel.js';
import { ShipmentList } from './shipment-list.js';
import { TasksBand } from './tasks-band.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';

/** What must I do now, and what is in danger? */
export function BoardPage() {
  useTitle(t('Board'));
  return (
    <>
      <h1 className="unseen">{t('Board')}</h1>
      <DigestPanel />
      <TasksBand />
      <ShipmentList />
    </>
  );
}
