import { createHash } from 'node:crypto';
import { err, ok, type CommandId, type Result, type ShipmentId } from '@cellrelay/kernel';
import { standingScan, type Refusal, type ScanBytes, type ScanSubject, type Shipment } from '@cellrelay/shipment';
import { ownCommandId, type IssueCommand } from '../command/issue-command.js';
import { noSuchShipment } from '../identity/identity-refusals.js';
import type { Asker } from '../identity/identities.js';
import type { ShipmentStore } from '../ports.js';
import { seenBy } from '../questions/seen.js';
import { onceMoreWithoutKey } from '../words/words.port.js';
import { mediaTypeOf } from './media-type.js';
import { noSuchScan, scanDamaged, scanEmpty, scanOfNoType } from './scan-refusals.js';
import type { ScansView, ScanView } from './scan-views.js';
import type { ScanAsking, ScanStore } from './scans.port.js';
import { scansOfShipment, viewOfScan } from './view-of-scans.js';

/** A scan that is handed in: bytes that are fetched only once it is known that somebody may hand them in. */
export interface HandedScan {
  readonly bytes: () => Promise<Uint8Array>;
  readonly subject: ScanSubject;
  readonly idempotencyKey: string;
}

/** A scan's bytes, with what they are. */
export interface ScanTold {
  readonly scan: ScanView;
  readonly bytes: Uint8Array;
}

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly store: ScanStore;
  readonly issue: Pick<IssueCommand, 'execute'>;
}

type Answer<T> = Promise<Result<T, Refusal>>;

/**
 * Scans of papers: what an office answered, as it answered. They are the operator's, whose people file and fetch the answers: a permit names consignor and consignee, and may name
 * more, so nobody on either side is told even that there is one. That it was withdrawn is a command as any other (`WithdrawScan`).
 */
export class Scans {
  constructor(private readonly parts: Parts) {}

  /** Which scans there are, and which answers are without. */
  async list(asker: Asker, id: ShipmentId): Answer<ScansView> {
    const shipment = await this.theirs(asker, id);
    return shipment === undefined ? err(noSuchShipment) : ok(scansOfShipment(shipment));
  }

  /**
   * Keeps a scan: its bytes and the event that tells of it in one transaction, or neither. The same bytes again for the same subject are the scan that stands; the same key with
   * other bytes is refused.
   */
  async keep(asker: Asker, id: ShipmentId, handed: HandedScan): Answer<ScanView> {
    if ((await this.theirs(asker, id)) === undefined) return err(noSuchShipment);
    const command = ownCommandId(asker.account, handed.idempotencyKey);
    if (!command.ok) return command;
    const bytes = await handed.bytes();
    if (bytes.length === 0) return err(scanEmpty);
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === undefined) return err(scanOfNoType);
    const data = { subject: handed.subject, sha256: sha256Of(bytes), mediaType, sizeBytes: bytes.length };
    const kept = { id: command.value, data, bytes };
    const refusal = await onceMoreWithoutKey(() => this.issued(asker, id, kept));
    return refusal === undefined ? this.asItStands(id, data) : err(refusal);
  }

  /** The bytes of a scan that stands. Who reads them is on the audit record first. */
  async read(asker: Asker, id: ShipmentId, scan: string): Answer<ScanTold> {
    const shipment = await this.theirs(asker, id);
    if (shipment === undefined) return err(noSuchShipment);
    const found = shipment.stages.scans.scans.find((each) => each.id === scan && each.status === 'kept');
    if (found === undefined) return err(noSuchScan);
    const bytes = await this.parts.store.read(askingOf(asker, id), found);
    return bytes === null ? err(scanDamaged) : ok({ scan: viewOfScan(found), bytes });
  }

  /** Undefined for everybody who is not of the operator, as where there is no such shipment. */
  private async theirs({ acting }: Asker, id: ShipmentId): Promise<Shipment | undefined> {
    const shipment = await this.parts.shipments.load(id);
    if (shipment === null || acting.organisation.kind !== 'operator') return undefined;
    return seenBy(acting, shipment)?.state;
  }

  private async issued(asker: Asker, shipment: ShipmentId, kept: Kept): Promise<Refusal | undefined> {
    const { id, data, bytes } = kept;
    const scan = await this.parts.store.seal(askingOf(asker, shipment), { sha256: data.sha256, bytes });
    if (scan === null) return noSuchShipment;
    const { person, organisation } = asker.acting;
    const outcome = await this.parts.issue.execute({
      ...{ shipment, id, scan, ifMatch: null },
      command: { name: 'KeepScan', data },
      statedBy: { person, organisation: organisation.name, how: 'account' },
      recordedBy: asker.account,
    });
    return outcome.kind === 'refused' ? outcome.refusal : undefined;
  }

  /** As it stands by now: of one that was sent again, it may have been withdrawn since. */
  private async asItStands(id: ShipmentId, data: ScanBytes): Answer<ScanView> {
    const state = (await this.parts.shipments.load(id))?.stages.scans;
    const found = state && standingScan(state, data);
    return found === undefined ? err(noSuchScan) : ok(viewOfScan(found));
  }
}

interface Kept {
  readonly id: CommandId;
  readonly data: ScanBytes;
  readonly bytes: Uint8Array;
}

function askingOf({ account, acting }: Asker, shipment: ShipmentId): ScanAsking {
  return { account, organisation: acting.organisation.id, shipment };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
