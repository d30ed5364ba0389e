import type { CommandId, ShipmentId } from '@cellrelay/kernel';
import type {
  DocumentInList,
  MarkDepth,
  PaperDocument,
  PaperMarks,
  PaperStore,
  ShipmentMark,
} from '@cellrelay/use-cases';

/** Papers in memory, as the ports promise them. */
export class MemoryPapers implements PaperStore, PaperMarks {
  readonly documents = new Map<string, PaperDocument>();
  private readonly marks = new Map<ShipmentId, ShipmentMark>();
  private readonly waiting = new Set<ShipmentId>();
  private revisions = 0;
  private after: ShipmentId | null | undefined;

  keep(documents: readonly PaperDocument[]): Promise<void> {
    for (const each of documents) if (!this.documents.has(each.document)) this.documents.set(each.document, each);
    return Promise.resolve();
  }

  ofCommand(command: CommandId): Promise<readonly PaperDocument[]> {
    return Promise.resolve([...this.documents.values()].filter((each) => each.command === command));
  }

  some(shipment: ShipmentId, documents: readonly string[]): Promise<readonly PaperDocument[]> {
    const found = documents.flatMap((document) => this.documents.get(document) ?? []);
    return Promise.resolve(found.filter((each) => each.shipment === shipment));
  }

  async listed(shipment: ShipmentId, documents: readonly string[]): Promise<readonly DocumentInList[]> {
    return (await this.some(shipment, documents)).map(({ document, reference, by }) => ({ document, reference, by }));
  }

  shipmentOf(document: string): Promise<ShipmentId | null> {
    return Promise.resolve(this.documents.get(document)?.shipment ?? null);
  }

  count(shipment: ShipmentId): Promise<number> {
    return Promise.resolve([...this.documents.values()].filter((each) => each.shipment === shipment).length);
  }

  /** What a commit does that owes a look. */
  owe(shipment: ShipmentId): void {
    this.revisions += 1;
    this.waiting.delete(shipment);
    this.marks.set(shipment, { shipment, revision: String(this.revisions), tries: 0 });
  }

  /** What whoever enters something does. */
  entered(): void {
    this.after = null;
  }

  spread(limit: number): Promise<boolean> {
    const { after } = this;
    if (after === undefined) return Promise.resolve(false);
    const all = [...new Set([...this.documents.values()].map(({ shipment }) => shipment))].toSorted();
    const batch = all.filter((shipment) => after === null || shipment > after).slice(0, limit);
    batch.forEach((shipment) => this.owe(shipment));
    const more = batch.length === limit;
    this.after = more ? batch.at(-1) : undefined;
    return Promise.resolve(more);
  }

  mark(shipment: ShipmentId): Promise<ShipmentMark | null> {
    return Promise.resolve(this.marks.get(shipment) ?? null);
  }

  marked(limit: number): Promise<readonly ShipmentMark[]> {
    return Promise.resolve(
      [...this.marks.values()].filter(({ shipment }) => !this.waiting.has(shipment)).slice(0, limit),
    );
  }

  /** Nothing waits for long here: there is no clock. */
  depth(): Promise<MarkDepth> {
    const marks = [...this.marks.values()];
    const failing = marks.filter(({ tries }) => tries > 0).length;
    return Promise.resolve({ waiting: marks.length, failing, oldestMs: 0 });
  }

  clear({ shipment, revision }: ShipmentMark): Promise<void> {
    if (this.marks.get(shipment)?.revision === revision) this.marks.delete(shipment);
    return Promise.resolve();
  }

  putOff(mark: ShipmentMark): Promise<void> {
    if (this.marks.get(mark.shipment)?.revision !== mark.revision) return Promise.resolve();
    this.marks.set(mark.shipment, { ...mark, tries: mark.tries + 1 });
    this.waiting.add(mark.shipment);
    return Promise.resolve();
  }
}
