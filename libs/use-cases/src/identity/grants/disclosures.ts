import { err, ok, type Instant, type Result, type ShipmentId } from '@cellrelay/kernel';
import { holdersIn, standingsAmong, type Refusal, type Shipment } from '@cellrelay/shipment';
import type { ShipmentStore } from '../../ports.js';
import { mayKnow, type Asker, type Identities } from '../identities.js';
import { erased, noneYet, noSuchShipment, type Refusals } from '../identity-refusals.js';
import type { Asking } from '../identity-register.port.js';
import type { Whose } from '../identity-vault.port.js';
import { grantedFields, grantsFor, type DisclosureGrant, type Reading } from './disclosure-grant.js';
import * as refusals from './disclosure-refusals.js';
import type {
  DisclosedOf,
  DisclosureRegister,
  DisclosureWish,
  GrantsFound,
  Reader,
} from './disclosure-register.port.js';
import { disclosedViewOf, disclosureViewOf, grantViewOf, wishesOn } from './disclosure-told.js';
import {
  identityFieldNames,
  type DisclosedView,
  type DisclosureBody,
  type DisclosureView,
  type GrantsView,
} from './disclosure-views.js';
import { readerParts, readsAnyway, type ReaderPart } from './document-kinds.js';

type Answer<T> = Promise<Result<T, Refusals>>;
type Step = 'approved' | 'revoked';

/**
 * The one door in the wall: two people of an organisation on a side let somebody else in the shipment read some fields of one person, for one kind of paper and for a time. Whoever
 * has no leave is told what they would be told of a shipment that does not exist.
 */
export class Disclosures {
  constructor(
    private readonly register: DisclosureRegister,
    private readonly identities: Pick<Identities, 'onOwnSide'>,
    private readonly shipments: Pick<ShipmentStore, 'load'>,
  ) {}

  /** What is disclosed of somebody, and what can be, for people of their own side. */
  list(
    asker: Asker,
    whose: Whose,
    paging: { readonly cursor: string | null; readonly limit: number },
  ): Answer<GrantsView> {
    return this.identities.onOwnSide(asker, whose, async (asking, shipment) => {
      const told = await this.register.list(asking, whose, paging);
      if (!told.ok) return err([told.error]);
      const { now, found } = told.value;
      const items = found.items.map((grant) => grantViewOf(grant, asking, now));
      return ok({ ...found, items, readers: readersFor(shipment, asking), ...wishesOn(whose.side) });
    });
  }

  /** The first of two people asks. Answers the grant's id. */
  ask(asker: Asker, whose: Whose, body: DisclosureBody): Answer<{ readonly id: string }> {
    return this.identities.onOwnSide(asker, whose, async (asking, shipment) => {
      const wish = await this.wishOf(shipment, asking, body);
      if (!wish.ok) return wish;
      const refusal = (found: GrantsFound) => unrecorded(found) ?? refusals.notAddable(found, wish.value);
      const id = await this.register.ask(asking, whose, { wish: wish.value, refusal });
      if (id === null) return err([refusals.notOnThisSide]);
      return id.ok ? ok({ id: id.value }) : err([id.error]);
    });
  }

  /** The second person approves: from now on it can be read. */
  approve(asker: Asker, whose: Whose, grant: string): Answer<{ readonly id: string }> {
    return this.step(asker, whose, { grant, step: 'approved' });
  }

  /** Anybody of that side ends it, at once and for good. */
  revoke(asker: Asker, whose: Whose, grant: string): Answer<{ readonly id: string }> {
    return this.step(asker, whose, { grant, step: 'revoked' });
  }

  /** What is disclosed to the asker's organisation in a shipment, without what it says; nothing where there is no such shipment. */
  async granted(asker: Asker, shipment: ShipmentId): Promise<readonly DisclosedView[]> {
    if (!(await this.mayRead(asker, shipment))) return [];
    const { found, now } = await this.register.granted(readerOf(asker), shipment);
    const reader = asker.acting.organisation.id;
    const inForce = found.filter((grant) => grantsFor([grant], { ...grant, reader }, now).length > 0);
    return inForce.map(disclosedViewOf);
  }

  /** What was disclosed says, for that paper. */
  async read(asker: Asker, of: DisclosedOf): Answer<DisclosureView> {
    if (!(await this.mayRead(asker, of.shipment))) return err([noSuchShipment]);
    const asked: Reading = { ...of, reader: asker.acting.organisation.id };
    const fields = (grants: readonly DisclosureGrant[], now: Instant) => grantedFields(grants, asked, now);
    const told = await this.register.read(readerOf(asker), of, fields);
    return told === null ? err([noSuchShipment]) : ok(disclosureViewOf(of, told));
  }

  private step(
    asker: Asker,
    whose: Whose,
    { grant, step }: { readonly grant: string; readonly step: Step },
  ): Answer<{ readonly id: string }> {
    return this.identities.onOwnSide(asker, whose, async (asking) => {
      const refusal = (found: DisclosureGrant, now: Instant) => unlike(step, found, { asking, now });
      const done = await this.register.step(asking, whose, { grant, step, refusal });
      if (done === null) return err([refusals.noSuchGrant]);
      return done.ok ? ok({ id: done.value.id }) : err([done.error]);
    });
  }

  /** Who is not in a role that has to know, or stands nowhere in the shipment, is not asked for in the register: nothing is theirs. */
  private async mayRead({ acting }: Asker, id: ShipmentId): Promise<boolean> {
    const shipment = await this.shipments.load(id);
    const stands = shipment !== null && standingsAmong(acting, holdersIn(shipment)).length > 0;
    return stands && mayKnow.includes(acting.role);
  }

  private async wishOf(
    shipment: Shipment,
    asking: Asking,
    { reader: readerPart, ...said }: DisclosureBody,
  ): Promise<Result<DisclosureWish, Refusals>> {
    const wanted = { ...said, readerPart, fields: identityFieldNames.filter((name) => said.fields.includes(name)) };
    if (!standsOn(shipment, asking)) return err([refusals.notOnThisSide]);
    const refusal = refusals.notAskable(asking, wanted);
    if (refusal !== undefined) return err([refusal]);
    const reader = readerPart === 'operator' ? await this.register.operator() : namedIn(shipment, readerPart);
    if (reader === undefined) return err([refusals.nobodyThere(readerPart, readersFor(shipment, asking))]);
    return ok({ ...wanted, reader });
  }
}

function unlike(
  step: Step,
  grant: DisclosureGrant,
  { asking, now }: { readonly asking: Asking; readonly now: Instant },
): Refusal | undefined {
  return step === 'approved' ? refusals.notApprovable(grant, asking, now) : refusals.notRevocable(grant);
}

function unrecorded({ recorded }: GrantsFound): Refusal | undefined {
  if (recorded === null) return noneYet;
  return recorded ? undefined : erased;
}

function namedIn({ stages }: Shipment, part: Exclude<ReaderPart, 'operator'>): string | undefined {
  return stages.order.organisations[part]?.id;
}

/** Whoever was named before, and keeps what it recorded, discloses nothing. */
function standsOn(shipment: Shipment, { organisation, side }: Asking): boolean {
  return readerParts.some(
    (part) => part !== 'operator' && readsAnyway(part, side) && namedIn(shipment, part) === organisation,
  );
}

/** The operator always; of the other side's and of nobody's parts those for which an organisation on record is named. No organisation is named on both sides. */
function readersFor(shipment: Shipment, asking: Asking): ReaderPart[] {
  if (!standsOn(shipment, asking)) return [];
  const { side } = asking;
  return readerParts.filter(
    (part) => part === 'operator' || (!readsAnyway(part, side) && namedIn(shipment, part) !== undefined),
  );
}

function readerOf({ account, acting }: Asker): Reader {
  const { id: organisation, name: organisationName } = acting.organisation;
  return { account, person: acting.person, organisation, organisationName };
}
