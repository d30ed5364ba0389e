import { err, ok, type Instant, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Refusal, Shipment } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { ShipmentStore } from '../ports.js';
import { readIdentity, type IdentityFields } from './identity-record.js';
import type { ErasureReason } from './erasure-reasons.js';
import type { Asking, IdentityRegister, IdentityStanding, Reach } from './identity-register.port.js';
import { sides, type Side, type Whose } from './identity-vault.port.js';
import {
  askedOtherwise,
  erased,
  noneYet,
  noSuchShipment,
  noSuchSubject,
  notErasable,
  stale,
  standsNoMore,
  type Refusals,
} from './identity-refusals.js';
import { heldBy } from './retention.js';

/** Who asks: an account, and as whom it acts. */
export interface Asker {
  readonly account: string;
  readonly acting: Acting;
}

/** Somebody on the asker's side, recorded or not, without what was recorded. */
export interface SubjectStanding extends Omit<
  IdentityStanding,
  'holder' | 'recordedAt' | 'holderName' | 'erasureAsked' | 'answers'
> {
  readonly side: Side;
  /** Null while nothing is recorded. */
  readonly holder: string | null;
  readonly recordedAt: Instant | null;
  /** Not of a former holder, who reads what it recorded. */
  readonly mayWrite: boolean;
  readonly erasure: {
    /** What stands against it; null: nothing does. */
    readonly heldBy: string | null;
    readonly asked: { readonly person: string; readonly at: Instant; readonly reason: ErasureReason } | null;
    /** What the asker may do about it: erase, ask a second person, confirm what another one asked; null: nothing. */
    readonly may: 'erase' | 'ask' | 'confirm' | null;
  };
}

type Answer<T> = Promise<Result<T, Refusals>>;

/** Roles that have to know who somebody is. */
export const mayKnow: readonly string[] = ['coordinator', 'physician'];

/**
 * What people do with identities. Whoever is not of that side, or not in a role that has to know, is told what they would be told of a shipment that does not exist, by the
 * same steps.
 */
export class Identities {
  constructor(
    private readonly register: IdentityRegister,
    private readonly shipments: Pick<ShipmentStore, 'load'>,
    private readonly now: () => Promise<Instant>,
  ) {}

  /** Everybody on the asker's side; nobody where the asker stands on none, or there is no such shipment. */
  async standing(asker: Asker, id: ShipmentId): Promise<readonly SubjectStanding[]> {
    const now = await this.now();
    const found = await Promise.all(sides.map((side) => this.onSide(asker, id, { side, now })));
    return found.flat();
  }

  /** What is recorded of somebody. */
  read(asker: Asker, whose: Whose): Answer<{ readonly revision: number; readonly fields: IdentityFields }> {
    return this.onOwnSide(asker, whose, async (asking) => {
      const kept = await this.register.read(asking, whose);
      if (kept === null) return err([noneYet]);
      return kept.fields === null ? err([erased]) : ok({ revision: kept.revision, fields: kept.fields });
    });
  }

  /** Records somebody, or the whole record anew on the revision that was read. */
  record(asker: Asker, whose: Whose, said: { body: unknown; revision: number }): Answer<{ revision: number }> {
    return this.onOwnSide(asker, whose, async (asking, _shipment, reach) => {
      if (reach !== 'everybody') return err([standsNoMore]);
      const fields = readIdentity(said.body, await this.now());
      if (!fields.ok) return err(fields.error as Refusals);
      const written = await this.register.write(asking, whose, { fields: fields.value, revision: said.revision });
      return written === null ? err([await this.unwritten(asking, whose, said.revision)]) : ok({ revision: written });
    });
  }

  /** Erases where nothing stands against it. */
  erase(asker: Asker, whose: Whose, revision: number): Answer<{ revision: number }> {
    return this.onOwnSide(asker, whose, async (asking, shipment) => {
      const held = heldBy(shipment, whose.side, await this.now());
      const standing = await this.of(asking, whose);
      const refusal = notErasable(standing, asking) ?? (held === null ? undefined : heldRefusal(held));
      if (refusal !== undefined) return err([refusal]);
      return this.erased(asking, whose, { reason: 'no-duty-holds', revision });
    });
  }

  /** Of two people of the holder, the first asks with a reason, and the second erases with the same. */
  eraseTogether(
    asker: Asker,
    whose: Whose,
    said: { readonly reason: ErasureReason; readonly revision: number },
  ): Answer<{ readonly revision: number; readonly erased: boolean }> {
    return this.onOwnSide(asker, whose, async (asking) => {
      const standing = await this.of(asking, whose);
      const refusal = notErasable(standing, asking);
      if (refusal !== undefined) return err([refusal]);
      const asked = standing?.erasureAsked ?? null;
      if (asked !== null && asked.account !== asking.account)
        return asked.reason === said.reason
          ? mapped(await this.erased(asking, whose, said), true)
          : err([askedOtherwise(asked)]);
      const revision = await this.register.askErasure(asking, whose, said);
      return revision === null ? err([await this.staleFor(asking, whose)]) : ok({ revision, erased: false });
    });
  }

  private async erased(
    asking: Asking,
    whose: Whose,
    said: { reason: string; revision: number },
  ): Answer<{ revision: number }> {
    const revision = await this.register.erase(asking, whose, said);
    return revision === null ? err([await this.staleFor(asking, whose)]) : ok({ revision });
  }

  /** Does that for people of somebody's own side. Each step is taken for whoever asks, so that none is told of by its time. */
  async onOwnSide<T>(
    asker: Asker,
    whose: Whose,
    work: (asking: Asking, shipment: Shipment, reach: Reach) => Answer<T>,
  ): Answer<T> {
    const asking = askingOf(asker, whose.side);
    const [reach, shipment] = await Promise.all([
      this.register.reach(asking, whose.shipment),
      this.shipments.load(whose.shipment),
    ]);
    if (shipment === null || !mayKnow.includes(asker.acting.role)) return err([noSuchShipment]);
    const subjects = subjectsOn(shipment, whose.side);
    if (subjects.includes(whose.subject) && within(reach, whose.subject)) return work(asking, shipment, reach);
    return err([reach === 'everybody' ? noSuchSubject(subjects) : noSuchShipment]);
  }

  private async onSide(
    asker: Asker,
    id: ShipmentId,
    { side, now }: { readonly side: Side; readonly now: Instant },
  ): Promise<readonly SubjectStanding[]> {
    const asking = askingOf(asker, side);
    const [reach, shipment] = await Promise.all([this.register.reach(asking, id), this.shipments.load(id)]);
    if (shipment === null || !mayKnow.includes(asker.acting.role)) return [];
    const recorded = await this.register.standing(asking, id);
    const held = heldBy(shipment, side, now);
    const theirs = subjectsOn(shipment, side).filter((subject) => within(reach, subject));
    return theirs.map((subject) => {
      const found = recorded.find((each) => each.subject === subject);
      return standingOf(subject, found, { asking, held, reach });
    });
  }

  private async of(asking: Asking, { shipment, subject }: Whose): Promise<IdentityStanding | undefined> {
    return (await this.register.standing(asking, shipment)).find((each) => each.subject === subject);
  }

  /** What was not written although it is at that revision is not theirs to write any more: another organisation was named meanwhile. */
  private async unwritten(asking: Asking, whose: Whose, revision: number): Promise<Refusal> {
    const stands = (await this.of(asking, whose))?.revision ?? 0;
    if (stands !== revision) return stale(stands);
    return revision === 0 ? noSuchShipment : standsNoMore;
  }

  private async staleFor(asking: Asking, whose: Whose): Promise<Refusal> {
    return stale((await this.of(asking, whose))?.revision ?? 0);
  }
}

function mapped(
  done: Result<{ revision: number }, Refusals>,
  isErased: boolean,
): Result<{ revision: number; erased: boolean }, Refusals> {
  return done.ok ? ok({ ...done.value, erased: isErased }) : done;
}

const nothing = {
  ...{ revision: 0, holderName: null, recordedAt: null },
  ...{ erasedAt: null, erasureAsked: null, lastLook: null, lastChange: null },
} as const;

function standingOf(
  subject: string,
  found: IdentityStanding | undefined,
  { asking, held, reach }: { readonly asking: Asking; readonly held: string | null; readonly reach: Reach },
): SubjectStanding {
  const { holderName: holder, erasureAsked, revision, recordedAt, erasedAt, lastLook, lastChange } = found ?? nothing;
  const asked = erasureAsked && { person: erasureAsked.person, at: erasureAsked.at, reason: erasureAsked.reason };
  const erasure = { heldBy: held, asked, may: mayOf(found, asking, held) };
  const mayWrite = reach === 'everybody';
  const deeds = { recordedAt, erasedAt, lastLook, lastChange };
  return { subject, side: asking.side, revision, holder, mayWrite, ...deeds, erasure };
}

function mayOf(
  found: IdentityStanding | undefined,
  asking: Asking,
  held: string | null,
): SubjectStanding['erasure']['may'] {
  if (notErasable(found, asking) !== undefined) return null;
  if (held === null) return 'erase';
  const asked = found?.erasureAsked ?? null;
  return asked === null || asked.account === asking.account ? 'ask' : 'confirm';
}

function askingOf({ account, acting }: Asker, side: Side): Asking {
  const { id: organisation, name: organisationName } = acting.organisation;
  return { account, person: acting.person, organisation, organisationName, side };
}

function within(reach: Reach, subject: string): boolean {
  return reach === 'everybody' || reach.includes(subject);
}

/** Who is known on a side of a shipment, by the names under which records of them are kept: the donor, or the recipients by their labels. */
export function subjectsOn({ stages }: Shipment, side: Side): readonly string[] {
  return side === 'donor' ? ['donor'] : (stages.order.details?.recipients.map(({ ref }) => ref) ?? []);
}

function heldRefusal(held: string): Refusal {
  const allowed = ['POST …/erasure with a reason, and the same by a second person of your organisation'];
  return { code: 'retention-holds', sentence: `${held} A second person of your organisation has to agree.`, allowed };
}
