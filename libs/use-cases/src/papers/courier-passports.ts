import { err, ok } from '@cellrelay/kernel';
import type { KeptCourier } from '../couriers.port.js';
import type { Asker } from '../identity/identities.js';
import type { Acting } from '../people/acting.js';
import { enterPaperFact, type SaidPaperFact } from './enter-paper-fact.js';
import { noSuchCourier, ofAnother } from './paper-fact-refusals.js';
import { paperFactIn, type PaperFactKey } from './paper-fact-store.port.js';
import type { PassportView } from './paper-fact-views.js';
import { todayOn, type PaperFactAnswer, type PaperFactsGround } from './paper-facts-ground.js';
import { sameName } from './paper-places.js';
import { readPaperFact } from './read-paper-fact.js';
import { standingOf } from './standing-of-entry.js';

/** Couriers' passports: to the operator's coordinators, to their company's, and to themselves. To anybody else that courier is not there. */
export class CourierPassports {
  constructor(private readonly ground: PaperFactsGround) {}

  async read(asker: Asker, id: string): PaperFactAnswer<PassportView> {
    const courier = await this.courierFor(asker, id);
    return courier === null ? err([noSuchCourier]) : ok(await this.viewOf(courier));
  }

  /** Of whoever is called so in the pool now. */
  async enter(asker: Asker, id: string, { body, revision }: SaidPaperFact): PaperFactAnswer<PassportView> {
    const courier = await this.courierFor(asker, id);
    if (courier === null) return err([noSuchCourier]);
    const read = readPaperFact('passport', body, await todayOn(this.ground));
    if (!read.ok) return read;
    const { of, passport } = read.value;
    if (of !== courier.name) return err([ofAnother(courier.name)]);
    const held = { passport, holder: courier.name };
    const entry = { ...keyOf(courier), body: held, goesWith: {}, revision, auditedAs: courier.id };
    const kept = await enterPaperFact(this.ground.store, asker, entry);
    return kept.ok ? ok(await this.viewOf(courier)) : kept;
  }

  private async viewOf(courier: KeptCourier): Promise<PassportView> {
    const key = keyOf(courier);
    const entry = paperFactIn(await this.ground.store.newest([key]), key);
    // Of whoever had this record before nobody is told anything.
    const counts = entry !== undefined && sameName(entry.body.holder, courier.name);
    const passport = counts ? entry.body.passport : null;
    return { ...standingOf(entry, 'passport'), of: courier.name, passport, counts };
  }

  private async courierFor({ acting }: Asker, id: string): Promise<KeptCourier | null> {
    const courier = await this.ground.couriers.find(id);
    return courier !== null && mayKnow(acting, courier) ? courier : null;
  }
}

/** A courier is a company's by its name in the pool's record, as where they get an account. */
function mayKnow({ role, organisation, courier }: Acting, { id, company }: KeptCourier): boolean {
  if (organisation.kind === 'operator') return role === 'coordinator';
  if (role === 'courier') return courier === id;
  return organisation.kind === 'courier-company' && role === 'coordinator' && company === organisation.name;
}

function keyOf({ id }: KeptCourier): PaperFactKey<'passport'> {
  return { kind: 'passport', about: id };
}
