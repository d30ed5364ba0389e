import type pg from 'pg';
import type {
  DeliveryFilter,
  DeliveryLine,
  DeliveryPage,
  DeliveryPaging,
  DeliveryRecord,
  DeliveryView,
  NewDelivery,
} from '@cellrelay/use-cases';
import { instantOfRow, instantOrNull } from '../instants.js';
import * as sql from './record-sql.js';

interface LineRow extends Pick<DeliveryLine, 'id' | 'channel' | 'status' | 'shipment' | 'attempts' | 'person'> {
  readonly body: NewDelivery;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly next_at: Date;
  /** A program's address, and whether it is told still. */
  readonly url: string | null;
  readonly told: boolean;
}

interface TryRow extends Pick<DeliveryView['tries'][number], 'number' | 'outcome' | 'says' | 'code'> {
  readonly at: Date;
  readonly ended_at: Date | null;
}

/** Deliveries of one organisation, to be read. */
export class PostgresDeliveryRecord implements DeliveryRecord {
  constructor(private readonly pool: pg.Pool) {}

  async list(organisation: string, filter: DeliveryFilter, { before, limit }: DeliveryPaging): Promise<DeliveryPage> {
    const { status, channel, shipment } = filter;
    const values = [organisation, status, channel, shipment, before, limit + 1];
    const { rows } = await this.pool.query<LineRow>(sql.page, values);
    const shown = rows.slice(0, limit);
    return { items: shown.map(lineOf), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  async one(organisation: string, id: string): Promise<DeliveryView | null> {
    const row = await this.row(organisation, id);
    if (row === undefined) return null;
    const tries = (await this.pool.query<TryRow>(sql.tries, [id])).rows;
    const { body } = row;
    const told =
      body.channel === 'webhook' ? { lines: [], links: [] } : { lines: body.message.lines, links: body.message.links };
    return {
      ...lineOf(row),
      ...{ lines: [...told.lines], links: [...told.links] },
      event: body.channel === 'webhook' ? { ...body.notice } : null,
      tries: tries.map(({ at, ended_at, ...rest }) => ({
        ...rest,
        at: instantOfRow(at),
        endedAt: instantOrNull(ended_at),
      })),
    };
  }

  async whole(organisation: string, id: string) {
    const row = await this.row(organisation, id);
    return row === undefined ? null : { delivery: row.body, createdAt: instantOfRow(row.created_at) };
  }

  async replay(organisation: string, id: string): Promise<boolean> {
    return (await this.pool.query(sql.replay, [organisation, id])).rowCount === 1;
  }

  private async row(organisation: string, id: string): Promise<LineRow | undefined> {
    return (await this.pool.query<LineRow>(sql.one, [organisation, id])).rows[0];
  }
}

function lineOf(row: LineRow): DeliveryLine {
  const { id, channel, status, shipment, attempts, person } = row;
  return {
    ...{ id, channel, status, shipment, attempts, person },
    ...wordsOf(row),
    ...{ createdAt: instantOfRow(row.created_at), endedAt: instantOrNull(row.ended_at) },
    nextAt: status === 'waiting' ? instantOfRow(row.next_at) : null,
    replays: channel === 'webhook' && status !== 'waiting' && row.told,
  };
}

function wordsOf({ body, url }: LineRow): Pick<DeliveryLine, 'subject' | 'about' | 'to'> {
  if (body.channel !== 'webhook') return { subject: body.message.subject, about: null, to: body.to };
  const { reference, what, wrong } = body.notice.data;
  const about = [reference, what ?? wrong].filter((each) => typeof each === 'string').join(': ');
  return { subject: body.notice.type, about, to: url };
}
