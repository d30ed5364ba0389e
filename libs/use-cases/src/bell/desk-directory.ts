import type { ShipmentId } from '@cellrelay/kernel';
import type { CallKind } from '@cellrelay/shipment';
import type { Desk, ShipmentStore } from '../ports.js';

/** Which desk is asked for a shipment. Examples have desks of their own, which reach nobody; a real shipment never gets one of those. */
export class DeskDirectory {
  constructor(
    private readonly store: Pick<ShipmentStore, 'load'>,
    private readonly desks: { readonly real: readonly Desk[]; readonly rehearsal: readonly Desk[] },
  ) {}

  /**
   * The desk that serves this kind of call for this shipment. Throws when the site has none, which start-up has ruled out, and when the shipment is
   * gone: only examples are ever removed, and one that is removed while its bell rings must not be taken for real.
   */
  async deskFor(shipment: ShipmentId, kind: CallKind): Promise<Desk> {
    const details = (await this.store.load(shipment))?.stages.order.details;
    if (details === undefined || details === null)
      throw new Error(`no shipment ${shipment} any more: nobody is called`);
    const { example } = details;
    const desk = (example ? this.desks.rehearsal : this.desks.real).find((each) => each.serves.includes(kind));
    if (desk === undefined) throw new Error(`no ${example ? 'rehearsal' : 'real'} desk serves ${kind}`);
    return desk;
  }

  /** Kinds of call that no desk, or more than one, serves; empty when the site is whole. */
  faults(kinds: readonly CallKind[]): readonly string[] {
    return (['real', 'rehearsal'] as const).flatMap((side) =>
      kinds.flatMap((kind) => {
        const count = this.desks[side].filter((desk) => desk.serves.includes(kind)).length;
        return count === 1 ? [] : [`${count} ${side} desks serve ${kind}`];
      }),
    );
  }
}
