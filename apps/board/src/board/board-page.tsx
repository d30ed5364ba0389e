import { useEffect } from 'react';
import { ShipmentList } from './shipment-list.js';
import { TasksBand } from './tasks-band.js';

/** What must I do now, and what is in danger? */
export function BoardPage() {
  useEffect(() => {
    document.title = 'Board · CellRelay';
  }, []);
  return (
    <>
      <h1 className="unseen">Board</h1>
      <TasksBand />
      <ShipmentList />
    </>
  );
}
