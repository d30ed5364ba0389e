import { DigestPanel } from './digest-panel.js';
import { ShipmentList } from './shipment-list.js';
import { TasksBand } from './tasks-band.js';
import { useTitle } from '../shell/use-title.js';

/** What must I do now, and what is in danger? */
export function BoardPage() {
  useTitle('Board');
  return (
    <>
      <h1 className="unseen">Board</h1>
      <DigestPanel />
      <TasksBand />
      <ShipmentList />
    </>
  );
}
