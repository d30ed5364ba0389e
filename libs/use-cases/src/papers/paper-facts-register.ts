import { err, localDateAt, ok, type Instant, type LocalDate, type Result, type ShipmentId, type Zone } from '@cellrelay/kernel';
import { holdersIn, mayAsk, seeing, standingsAmong, type Shipment } from '@cellrelay/shipment';
import type { CourierPool, KeptCourier } from '../couriers.port.js';
import type { Asker } from '../identity/identities.js';
import { noSuchShipment, type Refusals } from '../identity/identity-refusals.js';
import type { Acting, Organisation, OrganisationDirectory } from '../people/acting.js';
import type { ShipmentStore } from '../ports.js';
import type { EnteredFacts } from './entered-facts.js';
import type { EnteredFactsSource } from './entered-facts.port.js';
import { enteredFor, keysFor, siteKey } from './entered-for.js';
import { enterPaperFact, type SaidPaperFact } from './enter-paper-fact.js';
import { noSuchCourier, noSuchOrganisation, notYoursToAsk, ofAnother } from './paper-fact-refusals.js';
import { entryOf, type PaperFactKey, type PaperFactStore } from './paper-fact-store.port.js';
import type { PassportView, PostalView, SiteFactsView } from './paper-fact-views.js';
import { sameName } from './paper-places.js';
import { readPaperFact } from './read-paper-fact.js';
import { ShipmentPaperFacts } from './shipment-paper-facts.js';
import { standingOf } from './standing-of-entry.js';

/** Where the register reads what an entry is tied to. */
export interface PaperFactsGround {
  readonly store: PaperFactStore;
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly couriers: Pick<CourierPool, 'find'>;
  readonly organisations: OrganisationDirectory;
  readonly now: () => Promise<Instant>;
}

type Answer<T> = Promise<Result<T, Refusals>>;

/**
 * What papers say that no log of a shipment tells, as it is entered and read. Each entry is tied to whom it is about: an organisation of the register by its id, a courier by their record in the pool
 * and the name it had then, a donor by their GRID. It is read for papers only while the shipment names that one.
 */
export class PaperFactsRegister implements EnteredFactsSource {
  constructor(private readonly ground: PaperFactsGround) {}

  async of(id: ShipmentId, shipment: Shipment): Promise<EnteredFacts> {
    return enteredFor(id, shipment, await this.ground.store.newest(keysFor(id, shipment)));
  }

  /** What is entered once for all papers. */
  async site(): Promise<SiteFactsView> {
    const entry = entryOf(await this.ground.store.newest([siteKey]), siteKey);
    return { ...standingOf(entry, 'site'), facts: (entry?.body ?? null) as SiteFactsView['facts'] };
  }

  async enterSite(asker: Asker, { body, revision }: SaidPaperFact): Answer<SiteFactsView> {
    const read = readPaperFact('site', body, await this.today());
    if (!read.ok) return read;
    const entry = { ...siteKey, body: read.value, goesWith: {}, revision, auditedAs: 'papers' };
    const kept = await enterPaperFact(this.ground.store, asker, entry);
    return kept.ok ? ok(await this.site()) : kept;
  }

  /** The address of an organisation: to the operator's people of any, to others of their own. */
  async postal(asker: Asker, id: string): Answer<PostalView> {
    const organisation = await this.organisationFor(asker, id);
    return organisation === null ? err([noSuchOrganisation]) : ok(await this.postalOf(organisation));
  }

  async enterPostal(asker: Asker, id: string, { body, revision }: SaidPaperFact): Answer<PostalView> {
    const organisation = await this.organisationFor(asker, id);
    if (organisation === null) return err([noSuchOrganisation]);
    const read = readPaperFact('postal', body, await this.today());
    if (!read.ok) return read;
    const goesWith = { organisation: organisation.id };
    const entry = { ...postalKey(organisation), body: read.value, goesWith, revision, auditedAs: organisation.id };
    const kept = await enterPaperFact(this.ground.store, asker, entry);
    return kept.ok ? ok(await this.postalOf(organisation)) : kept;
  }

  /** A courier's passport: to the operator's coordinators, to their company's, and to themselves. To anybody else that courier is not there. */
  async passport(asker: Asker, id: string): Answer<PassportView> {
    const courier = await this.courierFor(asker, id);
    return courier === null ? err([noSuchCourier]) : ok(await this.passportOf(courier));
  }

  async enterPassport(asker: Asker, id: string, { body, revision }: SaidPaperFact): Answer<PassportView> {
    const courier = await this.courierFor(asker, id);
    if (courier === null) return err([noSuchCourier]);
    const read = readPaperFact('passport', body, await this.today());
    if (!read.ok) return read;
    if (read.value.of !== courier.name) return err([ofAnother(courier.name)]);
    const held = { passport: read.value.passport, holder: courier.name };
    const entry = { ...passportKey(courier), body: held, goesWith: {}, revision, auditedAs: courier.id };
    const kept = await enterPaperFact(this.ground.store, asker, entry);
    return kept.ok ? ok(await this.passportOf(courier)) : kept;
  }

  /** What is entered for one shipment, opened for whoever may read some of it. Where they stand nowhere it is not there. */
  async ofShipment(asker: Asker, id: ShipmentId): Answer<ShipmentPaperFacts> {
    const { store, shipments } = this.ground;
    const shipment = await shipments.load(id);
    const held = shipment === null ? [] : seeing(standingsAmong(asker.acting, holdersIn(shipment)));
    if (shipment === null || held.length === 0) return err([noSuchShipment]);
    if (!mayAsk(held, 'getPaperFacts')) return err([notYoursToAsk(asker.acting)]);
    return ok(new ShipmentPaperFacts({ store, asker, id, shipment, held, today: await this.today() }));
  }

  private async postalOf({ id, name }: Organisation): Promise<PostalView> {
    const entry = entryOf(await this.ground.store.newest([postalKey({ id })]), postalKey({ id }));
    const address = entry === undefined ? null : { ...entry.body, lines: [...entry.body.lines] };
    return { ...standingOf(entry, 'postal'), organisation: name, address };
  }

  private async passportOf(courier: KeptCourier): Promise<PassportView> {
    const key = passportKey(courier);
    const entry = entryOf(await this.ground.store.newest([key]), key);
    // Of whoever had this record before nobody is told anything.
    const counts = entry !== undefined && sameName(entry.body.holder, courier.name);
    const passport = counts ? entry.body.passport : null;
    return { ...standingOf(entry, 'passport'), of: courier.name, passport, counts };
  }

  private async organisationFor({ acting }: Asker, id: string): Promise<Organisation | null> {
    const own = acting.organisation.kind === 'operator' || acting.organisation.id === id;
    return own ? this.ground.organisations.find(id) : null;
  }

  private async courierFor({ acting }: Asker, id: string): Promise<KeptCourier | null> {
    const courier = await this.ground.couriers.find(id);
    return courier !== null && knowsPassport(acting, courier) ? courier : null;
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.ground.now(), 'UTC' as Zone);
  }
}

/** A courier is a company's by its name in the pool's record, as where they get an account. */
function knowsPassport({ role, organisation, courier }: Acting, { id, company }: KeptCourier): boolean {
  if (organisation.kind === 'operator') return role === 'coordinator';
  if (role === 'courier') return courier === id;
  return organisation.kind === 'courier-company' && role === 'coordinator' && company === organisation.name;
}

function postalKey({ id }: Pick<Organisation, 'id'>): PaperFactKey<'postal'> {
  return { kind: 'postal', about: id };
}

function passportKey({ id }: Pick<KeptCourier, 'id'>): PaperFactKey<'passport'> {
  return { kind: 'passport', about: id };
}
