import type { ShipmentId } from '@cellrelay/kernel';
import { waitAfter } from '../bell/waits.js';
import type { ShipmentMark, ShipmentMarks } from './marks.port.js';

/** How marks are worked off. */
export interface Settling {
  readonly marks: Pick<ShipmentMarks, 'putOff'>;
  /** Does what one mark asks for, and takes it away. */
  readonly settle: (mark: ShipmentMark) => Promise<void>;
  /** Told of what failed, for the log. */
  readonly failed: (shipment: ShipmentId, error: unknown) => void;
}

/** One after the other. One that fails waits, longer each time, and holds up no other. */
export async function settleMarks(due: readonly ShipmentMark[], { marks, settle, failed }: Settling): Promise<void> {
  for (const mark of due) {
    try {
      await settle(mark);
    } catch (error) {
      failed(mark.shipment, error);
      await marks.putOff(mark, waitAfter(mark.tries));
    }
  }
}
