import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type {
  AuditEvent,
  Keeping,
  NewDeskDelivery,
  RequestMail,
  RequestMailStore,
  TakenMail,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow, instantOrNull } from '../instants.js';
import { transaction } from '../pool.js';
import { enqueueDeliveries } from './enqueue-deliveries.js';
import * as sql from './request-mail-sql.js';

interface MailRow extends Pick<RequestMail, 'id' | 'status' | 'says'> {
  readonly body: NewDeskDelivery;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly under_way: boolean;
}

/** Requests by mail, among the deliveries. */
export class PostgresRequestMails implements RequestMailStore {
  constructor(private readonly pool: pg.Pool) {}

  keep(delivery: NewDeskDelivery): Promise<Keeping> {
    return transaction(this.pool, async (client) => {
      const value = await keepAlone(client, delivery);
      return { keep: value === 'kept', value };
    });
  }

  async byKey(key: string): Promise<RequestMail | null> {
    const [row] = (await this.pool.query<MailRow>(sql.byKey, [key])).rows;
    return row === undefined ? null : mailOf(row);
  }

  async ofShipment(shipment: ShipmentId): Promise<readonly RequestMail[]> {
    return (await this.pool.query<MailRow>(sql.ofShipment, [shipment])).rows.map(mailOf);
  }

  async taken(limit: number): Promise<readonly TakenMail[]> {
    const { rows } = await this.pool.query<Pick<MailRow, 'id' | 'body'> & { ended_at: Date }>(sql.taken, [limit]);
    return rows.map(({ id, body: delivery, ended_at }) => ({ id, delivery, takenAt: instantOfRow(ended_at) }));
  }

  async settle(id: string): Promise<void> {
    await this.pool.query(sql.settle, [id]);
  }

  async putOff(id: string, afterMs: number): Promise<void> {
    await this.pool.query(sql.putOff, [id, afterMs]);
  }
}

async function keepAlone(client: pg.ClientBase, delivery: NewDeskDelivery): Promise<Keeping> {
  const { key, shipment, mailed } = delivery;
  await client.query(sql.shipmentLocked, [shipment]);
  if ((await client.query(sql.keyKnown, [key])).rowCount !== 0) return 'known';
  if ((await client.query(sql.underWay, [shipment, mailed.request])).rowCount !== 0) return 'under-way';
  await enqueueDeliveries(client, [delivery]);
  await appendAudit(client, lineOf(delivery));
  return 'kept';
}

/** That papers leave the house, and to which host; the address itself may name somebody. */
function lineOf({ to, organisation, shipment, mailed }: NewDeskDelivery): AuditEvent {
  const { request, papers, by } = mailed;
  return {
    ...{ kind: 'request-mail-asked', by: { account: by.account, organisation }, about: shipment },
    data: { request, papers: papers.length, host: to.slice(to.lastIndexOf('@') + 1) },
  };
}

function mailOf({ id, body: delivery, status, says, under_way: underWay, ...row }: MailRow): RequestMail {
  const [askedAt, endedAt] = [instantOfRow(row.created_at), instantOrNull(row.ended_at)];
  return { id, delivery, status, says, underWay, askedAt, endedAt };
}
