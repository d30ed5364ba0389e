import { useMay } from '../api/questions.js';
import type { Shipment } from '../api/types.js';
import { OnPhone } from '../offline/on-phone.js';
import { PapersPanel } from '../papers/papers-panel.js';
import { AtAGlance } from './at-a-glance.js';
import { BehindTheWall } from './behind-the-wall.js';
import { Cells } from './cells.js';
import { Deviations } from './deviations.js';
import { LogList } from './log-list.js';
import { Receipt } from './receipt.js';
import { ShipmentHead } from './shipment-head.js';
import { StageBand } from './stage-band.js';
import { Tasks } from './tasks.js';
import { Times } from './times.js';
import { Way } from './way.js';

/** The parts of a shipment's page, in the order in which they are asked for: what is owed and can be done, then where it all stands. */
export function Sections({ shipment }: { readonly shipment: Shipment }) {
  const readsLog = useMay('getLog');
  return (
    <article className="shipment">
      <ShipmentHead shipment={shipment} />
      <OnPhone shipment={shipment.id} />
      <StageBand strip={shipment.strip} />
      <AtAGlance shipment={shipment} />
      <div className="columns">
        <div className="beside">
          <Tasks shipment={shipment} />
          <Way shipment={shipment} />
        </div>
        <div>
          <Times shipment={shipment} />
          <BehindTheWall shipment={shipment.id} />
          <Cells shipment={shipment} />
          <PapersPanel shipment={shipment} />
          <Receipt shipment={shipment} />
          <Deviations shipment={shipment} />
        </div>
      </div>
      {readsLog && <LogList shipment={shipment} />}
    </article>
  );
}
