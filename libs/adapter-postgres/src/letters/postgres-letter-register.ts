import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import {
  identityRecord,
  sides,
  type Asking,
  type FoundLetter,
  type LetterMoved,
  type LetterRegister,
  type LetterText,
  type ReceivedLetter,
  type ReturnReason,
  type Side,
  type WrittenLetter,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { forOneAsking } from '../identities/for-one-asking.js';
import { asAdministrator, LeftUnchanged } from '../people/changing-people.js';
import {
  foundReceived,
  foundWritten,
  placeOf,
  textRows,
  wordsOf,
  type ReceivedRow,
  type WrittenRow,
} from './letter-rows.js';
import * as sql from './letter-sql.js';
import { keepWords, moveLetter, type Sealing, type Told } from './moving-letters.js';

type Whoever = Omit<Asking, 'side'>;

/** As many letters as a side may have in a shipment, so that they can be told all at once. */
const mostLetters = 50;

/** Letters in their tables behind row-level security; words as ciphertext. */
export class PostgresLetterRegister implements LetterRegister {
  constructor(
    private readonly pool: pg.Pool,
    private readonly sealing: Sealing,
  ) {}

  async rulesOf(organisations: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const { rows } = await this.pool.query<{ id: string; rule: string | null }>(sql.rulesOf, [organisations]);
    return new Map(rows.map(({ id, rule }) => [id, rule]));
  }

  async sidesOf({ organisation }: Whoever, shipment: ShipmentId): Promise<readonly Side[]> {
    return (await this.pool.query<{ side: Side }>(sql.sidesOf, [shipment, organisation])).rows.map(({ side }) => side);
  }

  written(asking: Asking, shipment: ShipmentId): Promise<readonly WrittenLetter[]> {
    return forOneAsking(this.pool, asking, async (client) => {
      const values = [asking.organisation, shipment, asking.side];
      return (await client.query<WrittenRow>(sql.writtenOf, values)).rows.map(
        (row) => foundWritten(row).letter as WrittenLetter,
      );
    });
  }

  received(asking: Asking, shipment: ShipmentId): Promise<readonly ReceivedLetter[]> {
    return forOneAsking(this.pool, asking, async (client) => {
      const values = [asking.organisation, shipment, asking.side];
      return (await client.query<ReceivedRow>(sql.receivedOf, values)).rows.map(
        (row) => foundReceived(row).letter as ReceivedLetter,
      );
    });
  }

  /** As the operator, for whom no side is said. */
  waiting(asking: Whoever, shipment: ShipmentId): Promise<readonly WrittenLetter[]> {
    return forOneAsking(this.pool, { ...asking, side: '' }, async (client) => {
      const { rows } = await client.query<WrittenRow>(sql.waitingOf, [asking.organisation, shipment]);
      return rows.map((row) => foundWritten(row).letter as WrittenLetter);
    });
  }

  async toScreen(
    asking: Whoever,
    limit: number,
  ): Promise<{ readonly items: readonly FoundLetter[]; readonly total: number }> {
    const onSides = await Promise.all(sides.map((side) => this.toScreenOn({ ...asking, side }, limit)));
    const items = onSides.flatMap((each) => each.items).sort((one, other) => (one.since < other.since ? -1 : 1));
    const total = onSides.reduce((sum, each) => sum + each.total, 0);
    return { items: items.slice(0, limit).map(({ found }) => found), total };
  }

  private toScreenOn(asking: Asking, limit: number) {
    return forOneAsking(this.pool, asking, async (client) => {
      const values = [asking.organisation, asking.side, limit];
      const written = (await client.query<WrittenRow>(sql.toScreenWritten, values)).rows;
      const received = (await client.query<ReceivedRow>(sql.toScreenReceived, values)).rows;
      const [count] = (await client.query<{ total: number }>(sql.toScreenCount, values.slice(0, 2))).rows;
      return {
        items: [
          ...written.map((row) => ({ since: String(row.movedAt), found: foundWritten(row) })),
          ...received.map((row) => ({ since: row.at, found: foundReceived(row) })),
        ],
        total: count?.total ?? 0,
      };
    });
  }

  async find(asking: Whoever, id: string): Promise<FoundLetter | null> {
    const found = await Promise.all(sides.map((side) => this.findOn({ ...asking, side }, id)));
    return found.find((each) => each !== null) ?? null;
  }

  private findOn(asking: Asking, id: string): Promise<FoundLetter | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const values = [asking.organisation, id, asking.side];
      const [written] = (await client.query<WrittenRow>(sql.writtenById, values)).rows;
      const [received] = (await client.query<ReceivedRow>(sql.receivedById, values)).rows;
      if (written !== undefined) return foundWritten(written);
      return received === undefined ? null : foundReceived(received);
    });
  }

  open(asking: Asking, found: FoundLetter): Promise<readonly LetterText[]> {
    return forOneAsking(this.pool, asking, async (client) => {
      const rows = await textRows(client, found);
      const opened = await Promise.all(
        rows.map(async (row): Promise<LetterText> => {
          const { version, kind, by, at } = row;
          return { version, kind, by, at, text: await wordsOf(this.sealing.vault, row, placeOf(found)) };
        }),
      );
      await this.noted(client, asking, {
        kind: 'letter-read',
        letter: found.letter,
        data: { as: found.as, versions: rows.length },
      });
      return opened;
    });
  }

  namesOf(asking: Asking, shipment: ShipmentId): Promise<readonly string[]> {
    return forOneAsking(this.pool, asking, async (client) => {
      const { rows } = await client.query<IdentityNames>(sql.identitiesOf, [shipment, asking.side]);
      const names = await Promise.all(rows.map((row) => this.namesIn(row, { shipment, side: asking.side })));
      if (rows.length > 0) {
        const data = {
          side: asking.side,
          subjects: rows.map(({ subject }) => subject).join(', '),
          fields: 'name, otherNames',
        };
        await appendAudit(client, { kind: 'identity-compared', by: byOf(asking), about: shipment, data });
      }
      return names.flat();
    });
  }

  private async namesIn(
    { subject, revision, sealed, key: id, wrappedBy, wrapped }: IdentityNames,
    on: { readonly shipment: ShipmentId; readonly side: Side },
  ): Promise<readonly string[]> {
    const text = await this.sealing.vault.open({ id, wrappedBy, wrapped }, { ...on, subject }, { revision, sealed });
    const { name, otherNames } = identityRecord.parse(JSON.parse(text));
    return otherNames === null ? [name] : [name, otherNames];
  }

  write(
    asking: Asking,
    { shipment, subject, text }: { readonly shipment: ShipmentId; readonly subject: string; readonly text: string },
  ): Promise<{ readonly id: string; readonly revision: number } | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const { side, organisation, person } = asking;
      await client.query(sql.oneAtATime, [`${shipment}/${side}`]);
      const [count] = (await client.query<{ many: number }>(sql.howMany, [shipment, side])).rows;
      if ((count?.many ?? 0) >= mostLetters) return null;
      await client.query(sql.keysInUse);
      const made = await client.query<{ id: string }>(sql.insertLetter, [shipment, side, subject, organisation]);
      const { id } = made.rows[0]!;
      const data = await keepWords(
        client,
        this.sealing,
        { id, shipment, side },
        { kind: 'text', text, person, before: [] },
      );
      await this.noted(client, asking, {
        kind: 'letter-written',
        letter: { id, shipment },
        data: { ...data, revision: 1 },
      });
      return { id, revision: 1 };
    });
  }

  move(asking: Asking, { id, shipment, revision }: WrittenLetter, moved: LetterMoved): Promise<number | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      await client.query(sql.keysInUse);
      await client.query(sql.heldLetter, [id, asking.side]);
      const [row] = (await client.query<WrittenRow>(sql.writtenById, [asking.organisation, id, asking.side])).rows;
      if (row?.revision !== revision) return null;
      const told = await moveLetter(client, this.sealing, { asking, row, moved });
      if (told === null) return null;
      const data = { ...told, revision: revision + 1 };
      await this.noted(client, asking, { kind: kindOfMove(moved), letter: { id, shipment }, data });
      return revision + 1;
    });
  }

  settle(
    asking: Asking,
    letter: ReceivedLetter,
    { to, returnedFor }: { readonly to: 'released' | 'sent-back'; readonly returnedFor: ReturnReason | null },
  ): Promise<number | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const values = [letter.id, letter.side, letter.revision, to, returnedFor];
      if ((await client.query(sql.settled, values)).rowCount !== 1) return null;
      const data = { reason: returnedFor, revision: letter.revision + 1 };
      await this.noted(client, asking, { kind: `letter-${to}`, letter, data });
      return letter.revision + 1;
    });
  }

  async noteRead(asking: Asking, { id, side }: ReceivedLetter): Promise<void> {
    await forOneAsking(this.pool, asking, (client) => client.query(sql.noted, [id, side]));
  }

  async chooseRule(asking: Whoever, organisation: string, rule: string | null): Promise<boolean> {
    const changed = await asAdministrator(this.pool, byOf(asking), async ({ client, kind }) => {
      if (kind !== 'operator' && organisation !== asking.organisation) throw new LeftUnchanged('not-administrator');
      if ((await client.query(sql.chooseRule, [organisation, rule])).rowCount !== 1)
        throw new LeftUnchanged('not-found');
      return { value: true, event: { kind: 'letter-rule-chosen', about: organisation, data: { rule } } };
    });
    return changed.kind === 'done';
  }

  /** Last within its transaction, as every line of the audit record. */
  private noted(
    client: pg.PoolClient,
    asking: Asking,
    {
      kind,
      letter,
      data,
    }: { readonly kind: string; readonly letter: Pick<WrittenLetter, 'id' | 'shipment'>; readonly data: Told },
  ): Promise<void> {
    const said = { letter: letter.id, side: asking.side, ...data };
    return appendAudit(client, { kind, by: byOf(asking), about: letter.shipment, data: said });
  }
}

interface IdentityNames {
  readonly subject: string;
  readonly revision: number;
  readonly sealed: Buffer;
  readonly key: string;
  readonly wrappedBy: string;
  readonly wrapped: Buffer;
}

function byOf({ account, organisation }: Whoever) {
  return { account, organisation };
}

function kindOfMove({ to, says, goesOver }: LetterMoved): string {
  if (goesOver) return 'letter-passed-on';
  if (to === 'screening') return says === null ? 'letter-handed-in' : 'letter-edited';
  return `letter-${to}`;
}
