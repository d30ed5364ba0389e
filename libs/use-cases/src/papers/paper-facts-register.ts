import { err, ok, type ShipmentId } from '@cellrelay/kernel';
import { holdersIn, mayAsk, seeing, standingsAmong, type Shipment } from '@cellrelay/shipment';
import type { Asker } from '../identity/identities.js';
import { noSuchShipment } from '../identity/identity-refusals.js';
import { CourierPassports } from './courier-passports.js';
import type { EnteredFacts } from './entered-facts.js';
import type { EnteredFactsSource } from './entered-facts.port.js';
import { enteredFor, keysFor } from './entered-for.js';
import { notYoursToAsk } from './paper-fact-refusals.js';
import { todayOn, type PaperFactAnswer, type PaperFactsGround } from './paper-facts-ground.js';
import { PostalAddresses } from './postal-addresses.js';
import { ShipmentPaperFacts } from './shipment-paper-facts.js';
import { SitePaperFacts } from './site-paper-facts.js';

/**
 * What papers say that no log of a shipment tells, as it is entered and read. Each entry is tied to whom it is about: an organisation of the register by its id, a courier by their record in the pool
 * and the name it had then, a donor by their GRID. It is read for papers only while the shipment names that one.
 */
export class PaperFactsRegister implements EnteredFactsSource {
  readonly site: Pick<SitePaperFacts, keyof SitePaperFacts>;
  readonly postal: Pick<PostalAddresses, keyof PostalAddresses>;
  readonly passports: Pick<CourierPassports, keyof CourierPassports>;

  constructor(private readonly ground: PaperFactsGround) {
    this.site = new SitePaperFacts(ground);
    this.postal = new PostalAddresses(ground);
    this.passports = new CourierPassports(ground);
  }

  async of(id: ShipmentId, shipment: Shipment): Promise<EnteredFacts> {
    return enteredFor(id, shipment, await this.ground.store.newest(keysFor(id, shipment)));
  }

  /** What is entered for one shipment, opened for whoever may read some of it. Where they stand nowhere it is not there. */
  async ofShipment(asker: Asker, id: ShipmentId): PaperFactAnswer<ShipmentPaperFacts> {
    const { store, shipments } = this.ground;
    const shipment = await shipments.load(id);
    const held = shipment === null ? [] : seeing(standingsAmong(asker.acting, holdersIn(shipment)));
    if (shipment === null || held.length === 0) return err([noSuchShipment]);
    if (!mayAsk(held, 'getPaperFacts')) return err([notYoursToAsk(asker.acting)]);
    return ok(new ShipmentPaperFacts({ store, asker, id, shipment, held, today: await todayOn(this.ground) }));
  }
}
