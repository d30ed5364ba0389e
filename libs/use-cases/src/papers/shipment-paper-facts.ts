import { err, ok, type LocalDate, type ShipmentId } from '@cellrelay/kernel';
import { mayAsk, orderOf, type Shipment, type Standing } from '@cellrelay/shipment';
import type { Asker } from '../identity/identities.js';
import { donorOf, isOf } from './entered-for.js';
import { enterPaperFact, type PaperFactEntered, type SaidPaperFact } from './enter-paper-fact.js';
import { donorUnknown, noPartyToEnter, ofAnother } from './paper-fact-refusals.js';
import {
  paperFactIn,
  type KeptPaperFact,
  type PaperFactKey,
  type PaperFactKind,
  type PaperFactStore,
} from './paper-fact-store.port.js';
import type { MarkersView, PartyView, ShipmentPaperFactsView, ValueView } from './paper-fact-views.js';
import type { PaperFactAnswer } from './paper-facts-ground.js';
import { partyKey, placesOf, type Place } from './paper-places.js';
import { readPaperFact } from './read-paper-fact.js';
import { standingOf } from './standing-of-entry.js';

/** By whom a shipment's facts are opened. */
export interface ShipmentPaperFactsOpened {
  readonly store: PaperFactStore;
  readonly asker: Asker;
  readonly id: ShipmentId;
  readonly shipment: Shipment;
  readonly held: readonly Standing[];
  readonly today: LocalDate;
}

/** What is entered for the papers of one shipment, for one who may read some of it: the donor's side its results, the operator's coordinators all. */
export class ShipmentPaperFacts {
  private readonly markersKey: PaperFactKey<'markers'>;
  private readonly valueKey: PaperFactKey<'value'>;

  constructor(private readonly opened: ShipmentPaperFactsOpened) {
    this.markersKey = { kind: 'markers', about: opened.id };
    this.valueKey = { kind: 'value', about: opened.id };
  }

  async read(): Promise<ShipmentPaperFactsView> {
    const places = unregistered(this.opened);
    const keys = [this.markersKey, this.valueKey, ...places.map(({ part }) => partyKey(this.opened.id, part))];
    const kept = await this.opened.store.newest(keys);
    const all = mayAsk(this.opened.held, 'putCustomsValue');
    return {
      markers: this.markersOf(kept),
      value: all ? this.valueOf(kept) : null,
      parties: all ? places.map((place) => this.partyOf(place, kept)) : null,
    };
  }

  /** Of the donor whom the order names now: should it come to name another, they are nobody's. */
  async enterMarkers({ body, revision }: SaidPaperFact): PaperFactAnswer<MarkersView> {
    const donor = donorOf(this.opened.shipment);
    if (donor === null) return err([donorUnknown]);
    const read = readPaperFact('markers', body, this.opened.today);
    if (!read.ok) return read;
    const { of, markers } = read.value;
    if (of !== donor) return err([ofAnother(donor)]);
    const kept = await this.entered({ ...this.markersKey, body: { markers, donor }, revision });
    return kept.ok ? ok(this.markersOf([kept.value])) : kept;
  }

  /** Of the product that is ordered now. */
  async enterValue({ body, revision }: SaidPaperFact): PaperFactAnswer<ValueView> {
    const read = readPaperFact('value', body, this.opened.today);
    if (!read.ok) return read;
    const { product } = orderOf(this.opened.shipment).details;
    const { of, value } = read.value;
    if (of !== product) return err([ofAnother(product)]);
    const kept = await this.entered({ ...this.valueKey, body: { value, product }, revision });
    return kept.ok ? ok(this.valueOf([kept.value])) : kept;
  }

  /** Of the party that is called so in the order now. */
  async enterParty(part: string, { body, revision }: SaidPaperFact): PaperFactAnswer<PartyView> {
    const places = unregistered(this.opened);
    const place = places.find((each) => each.part === part);
    if (place === undefined) return err([noPartyToEnter(places.map((each) => each.part))]);
    const read = readPaperFact('party', body, this.opened.today);
    if (!read.ok) return read;
    const { of, address } = read.value;
    if (of !== calledNow(place)) return err([ofAnother(calledNow(place))]);
    const { name, city } = place;
    const key = partyKey(this.opened.id, place.part);
    const kept = await this.entered({ ...key, body: { address, name, city }, revision });
    return kept.ok ? ok(this.partyOf(place, [kept.value])) : kept;
  }

  private entered<Kind extends PaperFactKind>(
    entry: Omit<PaperFactEntered<Kind>, 'goesWith' | 'auditedAs'>,
  ): PaperFactAnswer<KeptPaperFact<Kind>> {
    const { store, asker, id } = this.opened;
    return enterPaperFact(store, asker, { ...entry, goesWith: { shipment: id }, auditedAs: id });
  }

  private markersOf(kept: readonly KeptPaperFact[]): MarkersView {
    const entry = paperFactIn(kept, this.markersKey);
    const of = donorOf(this.opened.shipment);
    const counts = entry !== undefined && entry.body.donor === of;
    const found = counts ? entry.body.markers : null;
    return { ...standingOf(entry, 'markers'), of, markers: found && { ...found, results: [...found.results] }, counts };
  }

  private valueOf(kept: readonly KeptPaperFact[]): ValueView {
    const entry = paperFactIn(kept, this.valueKey);
    const { product: of } = orderOf(this.opened.shipment).details;
    const counts = entry !== undefined && entry.body.product === of;
    return { ...standingOf(entry, 'value'), of, value: counts ? entry.body.value : null, counts };
  }

  private partyOf(place: Place, kept: readonly KeptPaperFact[]): PartyView {
    const entry = paperFactIn(kept, partyKey(this.opened.id, place.part));
    const counts = entry !== undefined && isOf(entry.body, place);
    const found = counts ? entry.body.address : null;
    const { part, name, city } = place;
    const address = found && { ...found, lines: [...found.lines] };
    return { ...standingOf(entry, 'party'), of: calledNow(place), part, name, city, address, counts };
  }
}

/** Whose addresses are entered with the shipment, since no register has them. */
function unregistered({ id, shipment }: Pick<ShipmentPaperFactsOpened, 'id' | 'shipment'>): readonly Place[] {
  return placesOf(id, shipment).filter(({ key }) => key.kind === 'party');
}

function calledNow({ name, city }: Place): string {
  return `${name}, ${city}`;
}
