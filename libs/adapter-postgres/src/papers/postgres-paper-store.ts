import type pg from 'pg';
import type { CommandId, ShipmentId } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';
import { canonicalText, type DocumentInList, type PaperDocument, type PaperStore } from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';
import * as sql from './paper-sql.js';

interface DocumentRead extends Omit<PaperDocument, 'content' | 'madeAt'> {
  readonly content: string;
  readonly made_at: Date;
}

/** Contents of papers, in a table that is only added to. */
export class PostgresPaperStore implements PaperStore {
  constructor(private readonly pool: pg.Pool) {}

  async keep(documents: readonly PaperDocument[]): Promise<void> {
    const column = <T>(of: (document: PaperDocument) => T): readonly T[] => documents.map(of);
    await this.pool.query(sql.keepDocuments, [
      ...[column((each) => each.document), column((each) => each.shipment), column((each) => each.plan)],
      ...[column((each) => each.kind), column((each) => each.of), column((each) => each.reference)],
      ...[column((each) => canonicalText(each.content)), column((each) => each.sha256)],
      ...[column((each) => JSON.stringify(each.facts)), column((each) => each.madeAt)],
      ...[column((each) => each.code), column((each) => each.command), column((each) => each.by)],
    ]);
  }

  async ofCommand(command: CommandId): Promise<readonly PaperDocument[]> {
    return (await this.pool.query<DocumentRead>(sql.documentsOfCommand, [command])).rows.map(documentOf);
  }

  async some(shipment: ShipmentId, documents: readonly string[]): Promise<readonly PaperDocument[]> {
    if (documents.length === 0) return [];
    return (await this.pool.query<DocumentRead>(sql.someDocuments, [shipment, documents])).rows.map(documentOf);
  }

  async listed(shipment: ShipmentId, documents: readonly string[]): Promise<readonly DocumentInList[]> {
    if (documents.length === 0) return [];
    return (await this.pool.query<DocumentInList>(sql.listedDocuments, [shipment, documents])).rows;
  }

  async shipmentOf(document: string): Promise<ShipmentId | null> {
    const { rows } = await this.pool.query<{ shipment: ShipmentId }>(sql.shipmentOfDocument, [document]);
    return rows[0]?.shipment ?? null;
  }

  async count(shipment: ShipmentId): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(sql.countDocuments, [shipment]);
    return rows[0]?.count ?? 0;
  }
}

function documentOf({ content, made_at: madeAt, ...rest }: DocumentRead): PaperDocument {
  return { ...rest, content: JSON.parse(content) as Paper, madeAt: instantOfRow(madeAt) };
}
