import type pg from 'pg';
import { err, ok, uuidForm, type Instant, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type {
  AsOf,
  Asking,
  Disclosed,
  DisclosedOf,
  DisclosureGrant,
  DisclosureRegister,
  DisclosureWish,
  GrantsFound,
  IdentityField,
  IdentityVault,
  PageOf,
  Reader,
  Whose,
} from '@cellrelay/use-cases';
import { cursorOf, forms, placeOf } from '../board/cursor.js';
import { noteDisclosure } from './disclosure-lines.js';
import * as sql from './disclosure-sql.js';
import { forOneAsking, turnedTo } from './for-one-asking.js';
import { openedIdentity, type Kept } from './kept-identity.js';

type Grants = readonly DisclosureGrant[];
type Paper = Pick<DisclosureGrant, 'side' | 'subject' | 'document'>;

/** Disclosures in their own table, behind the wall that they open. */
export class PostgresDisclosureRegister implements DisclosureRegister {
  constructor(
    private readonly pool: pg.Pool,
    private readonly vault: IdentityVault,
  ) {}

  async operator(): Promise<string | undefined> {
    return (await this.pool.query<{ id: string }>(sql.operator)).rows[0]?.id;
  }

  list(
    asking: Asking,
    whose: Whose,
    { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
  ): Promise<Result<AsOf<PageOf<DisclosureGrant>>, Refusal>> {
    return forOneAsking(this.pool, asking, async (client) => {
      const place = placeOf(cursor, [forms.uuid]);
      if (!place.ok) return place;
      const after = place.value?.[0] ?? null;
      const found = await grantsIn(client, sql.page, [...valuesOf(whose), after, limit + 1]);
      const [{ total } = { total: 0 }] = (await client.query<{ total: number }>(sql.total, valuesOf(whose))).rows;
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      const next = last === undefined ? null : cursorOf([last.id]);
      return ok({ now: await nowIn(client), found: { items, next, total } });
    });
  }

  ask(
    asking: Asking,
    whose: Whose,
    { wish, refusal }: { wish: DisclosureWish; refusal: (found: GrantsFound) => Refusal | undefined },
  ): Promise<Result<string, Refusal> | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const [record] = (await client.query<{ key: string | null }>(sql.record, valuesOf(whose))).rows;
      const recorded = record === undefined ? null : record.key !== null;
      const open = await grantsIn(client, sql.open, valuesOf(whose));
      const refused = refusal({ open, now: await nowIn(client), recorded });
      if (refused !== undefined) return err(refused);
      const values = askedValues(asking, whose, { wish, key: record?.key ?? null });
      const [made] = (await client.query<{ id: string }>(sql.asked, values)).rows;
      if (made === undefined) return null;
      await noteDisclosure(client, asking, { kind: 'disclosure-asked', whose, grant: { ...wish, id: made.id } });
      return ok(made.id);
    });
  }

  step(
    asking: Asking,
    whose: Whose,
    said: {
      grant: string;
      step: 'approved' | 'revoked';
      refusal: (grant: DisclosureGrant, now: Instant) => Refusal | undefined;
    },
  ): Promise<Result<DisclosureGrant, Refusal> | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      if (!uuidForm.test(said.grant)) return null;
      const [grant] = await grantsIn(client, sql.one, [...valuesOf(whose), said.grant]);
      if (grant === undefined) return null;
      const refused = said.refusal(grant, await nowIn(client));
      if (refused !== undefined) return err(refused);
      const by = [grant.id, asking.account, asking.person, asking.organisationName];
      await client.query(sql[said.step], by);
      await noteDisclosure(client, asking, { kind: `disclosure-${said.step}`, whose, grant });
      return ok(grant);
    });
  }

  granted(reader: Reader, shipment: ShipmentId): Promise<AsOf<Grants>> {
    const { organisation } = reader;
    return forOneAsking(this.pool, { side: '', organisation }, async (client) => {
      const found = (await client.query<Paper>(sql.granted, [shipment, organisation])).rows;
      const readable: Grants[] = [];
      // Whether the record is there still, the wall shows for one person's paper at a time.
      for (const { side, subject, document } of found) {
        await turnedTo(client, { side, organisation, document });
        readable.push(await grantsIn(client, sql.readable, [shipment, side, subject, document, organisation]));
      }
      return { now: await nowIn(client), found: readable.flat() };
    });
  }

  read(
    reader: Reader,
    of: DisclosedOf,
    fieldsOf: (grants: Grants, now: Instant) => ReadonlySet<IdentityField>,
  ): Promise<Disclosed | null> {
    const { organisation } = reader;
    const { side, document } = of;
    return forOneAsking(this.pool, { side, organisation, document }, async (client) => {
      const grants = await grantsIn(client, sql.readable, [...valuesOf(of), document, organisation]);
      const granted = fieldsOf(grants, await nowIn(client));
      const [row] = (await client.query<Kept>(sql.disclosed, valuesOf(of))).rows;
      if (granted.size === 0 || row === undefined) return null;
      const whole = await openedIdentity(this.vault, row, of);
      if (whole === null) return null;
      const fields = Object.fromEntries(Object.entries(whole).filter(([name]) => granted.has(name as IdentityField)));
      // One that was ended meanwhile is not noted any more, and then nothing is read.
      const { rowCount } = await client.query(sql.readNow, [grants.map(({ id }) => id)]);
      if (rowCount !== grants.length) return null;
      for (const grant of grants) await noteDisclosure(client, reader, { kind: 'disclosure-read', whose: of, grant });
      return { fields, grants };
    });
  }
}

async function grantsIn(client: pg.ClientBase, text: string, values: readonly unknown[]): Promise<Grants> {
  return (await client.query<DisclosureGrant>(text, [...values])).rows;
}

async function nowIn(client: pg.ClientBase): Promise<Instant> {
  return (await client.query<{ now: Instant }>(sql.now)).rows[0]!.now;
}

function valuesOf({ shipment, side, subject }: Whose): string[] {
  return [shipment, side, subject];
}

function askedValues(
  { account, person, organisation, organisationName }: Asking,
  { shipment, side, subject }: Whose,
  { wish, key }: { readonly wish: DisclosureWish; readonly key: string | null },
): unknown[] {
  const { document, fields, reader, readerPart, basis, citation, rule, days } = wish;
  return [
    ...[shipment, account, person, organisationName, side, subject, key],
    ...[document, fields, organisation, reader, readerPart, basis, citation, rule, days],
  ];
}
