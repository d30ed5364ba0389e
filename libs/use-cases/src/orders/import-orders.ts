import { createHash } from 'node:crypto';
import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { decide, orderOf, type Policy, type Refusal } from '@cellrelay/shipment';
import type { TakeCommand } from '../command/take-command.js';
import type { Asker } from '../identity/identities.js';
import type { Airports, Clock, ShipmentStore } from '../ports.js';
import type { PolicySource } from '../policies/policy-source.js';
import type { ReferenceStore } from '../questions.port.js';
import { fileChanged } from '../reading-files/file-refusals.js';
import { parseCommandBody } from '../wire/parse-command-body.js';
import { importedShipment, referenceKey } from './imported-shipment.js';
import { orderBody, orderFault, type OrderFault } from './order-body.js';
import { orderLines, type OrderLine } from './order-lines.js';
import type { OrderLineView, OrdersImported, OrdersPreview } from './order-views.js';

interface Parts {
  readonly take: Pick<TakeCommand, 'take'>;
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly references: ReferenceStore;
  readonly policies: Pick<PolicySource, 'current'>;
  readonly airports: Airports;
  readonly clock: Clock;
  /** Which shipment an order of a reference becomes. */
  readonly idOf?: (reference: string) => ShipmentId;
}

type Standing = Pick<OrderLineView, 'becomes' | 'shipment' | 'faults'>;

/** A line that has been looked at, with what it would be opened by. */
interface Judged {
  readonly line: OrderLine;
  readonly body: unknown;
  readonly standing: Standing;
}

/** Orders by file: looked at first, line by line, and those that are right opened by one press. Nothing of a file is kept but the shipments it opens. */
export class ImportOrders {
  private readonly idOf: (reference: string) => ShipmentId;

  constructor(private readonly parts: Parts) {
    this.idOf = parts.idOf ?? importedShipment;
  }

  /** What each line would come to, as opening it would judge. Nothing is opened. */
  async preview(asker: Asker, bytes: Uint8Array): Promise<Result<OrdersPreview, Refusal>> {
    const read = orderLines(bytes);
    if (!read.ok) return read;
    const { encoding, separator, lines } = read.value;
    const items = (await this.judged(asker, lines)).map(viewOf);
    return ok({ sha256: sha256(bytes), encoding, separator, items });
  }

  /**
   * Opens the orders of a file that was looked at, one after the other, each by a command of its own. Whatever stops it between two, the same file sent again opens the rest: what is
   * open is found by its id, and no order is opened twice, whoever sends it how often.
   */
  async import(asker: Asker, bytes: Uint8Array, confirmed: string): Promise<Result<OrdersImported, Refusal>> {
    if (sha256(bytes) !== confirmed) return err(fileChanged);
    const read = orderLines(bytes);
    if (!read.ok) return read;
    const items: OrderLineView[] = [];
    for (const judged of await this.judged(asker, read.value.lines))
      items.push(viewOf({ ...judged, standing: await this.opened(asker, judged) }));
    return ok({ sha256: confirmed, items });
  }

  private async judged(asker: Asker, lines: readonly OrderLine[]): Promise<readonly Judged[]> {
    const policy = await this.parts.policies.current();
    const holders = await this.holdersOf(lines);
    const judged: Judged[] = [];
    for (const [at, line] of lines.entries()) {
      const earlier = lines.slice(0, at).find((other) => sameReference(other, line));
      const body = orderBody(line);
      judged.push({ line, body, standing: await this.standingOf(asker, { line, body, earlier, policy, holders }) });
    }
    return judged;
  }

  private async standingOf(
    asker: Asker,
    { earlier, holders, ...asked }: Asked & { earlier: OrderLine | undefined; holders: Holders },
  ): Promise<Standing> {
    const reference = asked.line.cells['reference'];
    if (reference === undefined) return faulty(await this.faultsOf(asker, asked));
    if (earlier !== undefined) return faulty([standsAbove(earlier.line)]);
    const shipment = this.idOf(reference);
    const opened = await this.parts.shipments.load(shipment);
    const called = opened === null ? undefined : orderOf(opened).details.reference;
    if (called !== undefined && referenceKey(called) === referenceKey(reference))
      return { becomes: 'there-already', shipment, faults: [] };
    const faults = await this.faultsOf(asker, asked);
    if (faults.length > 0) return faulty(faults);
    const other = holders.get(referenceKey(reference));
    if (other !== undefined) return { becomes: 'reference-in-use', shipment: other, faults: [] };
    if (called !== undefined) return { ...faulty([calledOtherwise(called)]), shipment };
    return { becomes: 'opens', shipment: null, faults: [] };
  }

  /** Every fault of the body, or the rule that the order breaks: what opening it would be refused with. */
  private async faultsOf({ acting }: Asker, { line, body, policy }: Asked): Promise<readonly OrderFault[]> {
    if (line.surplus) return [surplus];
    const { airports, clock } = this.parts;
    const shipment = this.idOf(line.cells['reference'] ?? '');
    const read = parseCommandBody('OpenShipment', body, { shipment, airports, policy });
    if (!read.ok) return read.error.map(orderFault);
    const statedBy = { person: acting.person, organisation: acting.organisation.name, how: 'account' } as const;
    const decided = decide(read.value, null, { now: await clock.now(), statedBy });
    return decided.ok ? [] : [orderFault(decided.error)];
  }

  /** Shipments that have a reference of the file, asked for at once: from a file it is more likely the same order than a second one. */
  private async holdersOf(lines: readonly OrderLine[]): Promise<Holders> {
    const wanted = lines.flatMap(({ cells: { reference } }) => (reference === undefined ? [] : [reference.trim()]));
    const found = wanted.length === 0 ? [] : await this.parts.references.referred(wanted);
    return new Map(found.map(({ reference, shipment }) => [referenceKey(reference), shipment]));
  }

  private async opened({ account: name, acting }: Asker, { line, body, standing }: Judged): Promise<Standing> {
    if (standing.becomes !== 'opens') return standing;
    const shipment = this.idOf(line.cells['reference'] ?? '');
    const idempotencyKey = `order-from-file-${shipment}`;
    const sent = { shipment, name: 'OpenShipment', body, ifMatch: 0, idempotencyKey };
    const taken = await this.parts.take.take({ ...sent, account: { name, acting } });
    if (taken.kind === 'accepted')
      return { becomes: taken.repeated ? 'there-already' : 'opened', shipment, faults: [] };
    // Somebody else has opened it since it was looked at.
    if (taken.refusals.some(({ code }) => openMeanwhile.has(code)))
      return { becomes: 'there-already', shipment, faults: [] };
    return faulty(taken.refusals.map(orderFault));
  }
}

/** By the key of its reference. */
type Holders = ReadonlyMap<string, ShipmentId>;

interface Asked {
  readonly line: OrderLine;
  readonly body: unknown;
  readonly policy: Policy;
}

const openMeanwhile: ReadonlySet<string> = new Set(['shipment-exists', 'idempotency-key-reused']);

const surplus: OrderFault = {
  column: null,
  code: 'orders-line-too-long',
  sentence:
    'The line has more cells than the first line names columns: a separator is one too many, or a cell with one in it is not in quotes.',
  allowed: [],
};

const standsAbove = (line: number): OrderFault => ({
  column: 'reference',
  code: 'orders-reference-twice',
  sentence: `This reference stands on line ${line} already. Each order has one of its own.`,
  allowed: [],
});

/** It has the id that this order would get: one of its own has to be given by hand. */
const calledOtherwise = (reference: string): OrderFault => ({
  column: 'reference',
  code: 'orders-reference-corrected',
  sentence: `An order was opened by this reference before, and its reference has been corrected to ${reference} since. If this is another order, open it by hand.`,
  allowed: [],
});

const faulty = (faults: readonly OrderFault[]): Standing => ({
  becomes: 'faulty',
  shipment: null,
  faults: faults.map((fault) => ({ ...fault, allowed: [...fault.allowed] })),
});

function sameReference(a: OrderLine, b: OrderLine): boolean {
  const [one, other] = [a.cells['reference'], b.cells['reference']];
  return one !== undefined && other !== undefined && referenceKey(one) === referenceKey(other);
}

function viewOf({ line: { line, cells }, standing }: Judged): OrderLineView {
  const cell = (name: string): string => cells[name] ?? '';
  return {
    line,
    reference: cell('reference'),
    product: cell('product'),
    from: cell('collection_centre_city'),
    to: cell('transplant_centre_city'),
    days: [cell('collection_day_1'), cell('collection_day_2')].filter((day) => day !== ''),
    ...standing,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
