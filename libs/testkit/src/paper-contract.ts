import type { CommandId, Instant, ShipmentId } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';
import type { PaperDocument, PaperMarks, PaperStore } from '@cellrelay/use-cases';

/** Stores of papers to be held to their promises. */
export interface PapersUnderTest {
  readonly papers: PaperStore;
  readonly marks: PaperMarks;
  /** Three live shipments, by id. */
  readonly shipments: readonly [ShipmentId, ShipmentId, ShipmentId];
  /** Marks a shipment as a commit does. */
  owe(shipment: ShipmentId): Promise<void>;
  /** Enters something that papers may say. */
  enter(): Promise<void>;
}

/** A paper of nobody, with what texts may hold. */
function contentOf(text: string): Paper {
  return {
    ...{ kind: 'security-letter', of: 'PEK', reader: 'security', reference: 'EX-1', languages: ['zh-Hans', 'en'] },
    title: { message: 'test.title', texts: { en: text, 'zh-Hans': '示例' } },
    example: true,
    letterhead: { organisation: 'EXAMPLE', lines: [] },
    blocks: [],
  };
}

function documentOf(shipment: ShipmentId, document: string, more: Partial<PaperDocument> = {}): PaperDocument {
  return {
    ...{ document, shipment, plan: 1, kind: 'security-letter', of: 'PEK', reference: 'EX-1-P1-security-letter-PEK' },
    content: contentOf('EXAMPLE \u0000 "𠮷" \u202e \\'),
    ...{ sha256: 'a'.repeat(64), facts: { legs: 'b'.repeat(64) }, madeAt: '2026-11-27T08:00:00.123Z' as Instant },
    ...{ code: null, command: `EXAMPLE/${document}` as CommandId, by: 'EXAMPLE Officer' },
    ...more,
  };
}

/** What PaperStore and PaperMarks promise, whoever keeps them. `open` is called once. */
export function paperContract(name: string, open: () => Promise<PapersUnderTest>): void {
  describe(`${name} keeps what is promised of papers`, () => {
    let under: PapersUnderTest;
    beforeAll(async () => {
      under = await open();
    }, 120_000);
    const ids = (documents: readonly { readonly document: string }[]) =>
      documents.map(({ document }) => document).sort();

    it('what they say comes back as it was, and the first content of an id stays', async () => {
      const { papers, shipments } = under;
      const [shipment] = shipments;
      const [one, other] = [
        documentOf(shipment, 'A1', { of: null }),
        documentOf(shipment, 'A2', { code: 'https://x' }),
      ];
      await papers.keep([one, other]);
      await papers.keep([{ ...one, content: contentOf('another') }, documentOf(shipment, 'A3')]);
      const found = await papers.some(shipment, ['A1', 'A2', 'A3', 'A9']);
      expect(ids(found)).toEqual(['A1', 'A2', 'A3']);
      expect(found.find(({ document }) => document === 'A1')).toEqual(one);
      expect(found.find(({ document }) => document === 'A2')).toEqual(other);
      expect(await papers.count(shipment)).toBe(3);
    });

    it('are found by their command and their id, and in no other shipment', async () => {
      const { papers, shipments } = under;
      const [first, second] = shipments;
      const command = 'EXAMPLE/one' as CommandId;
      await papers.keep([documentOf(second, 'B1', { command }), documentOf(second, 'B2', { command })]);
      expect(ids(await papers.ofCommand(command))).toEqual(['B1', 'B2']);
      expect(await papers.ofCommand('EXAMPLE/none' as CommandId)).toEqual([]);
      expect(await papers.shipmentOf('B1')).toBe(second);
      expect(await papers.shipmentOf('B9')).toBeNull();
      expect(await papers.some(first, ['B1'])).toEqual([]);
      expect(await papers.listed(second, ['B1'])).toEqual([
        { document: 'B1', reference: 'EX-1-P1-security-letter-PEK', by: 'EXAMPLE Officer' },
      ]);
    });

    it('a mark that was set again since it was read is not taken away', async () => {
      const { marks, shipments } = under;
      const [shipment] = shipments;
      await under.owe(shipment);
      const read = (await marks.mark(shipment))!;
      await under.owe(shipment);
      await marks.clear(read);
      expect(await marks.mark(shipment)).not.toBeNull();
      await marks.clear((await marks.mark(shipment))!);
      expect(await marks.mark(shipment)).toBeNull();
      expect(await marks.marked(10)).toEqual([]);
    });

    it('one that is put off waits, and what comes meanwhile ends the wait', async () => {
      const { marks, shipments } = under;
      const [shipment] = shipments;
      await under.owe(shipment);
      await marks.putOff((await marks.mark(shipment))!, 3_600_000);
      expect(await marks.marked(10)).toEqual([]);
      expect(await marks.mark(shipment)).toMatchObject({ tries: 1 });
      await under.owe(shipment);
      expect(await marks.marked(10)).toMatchObject([{ shipment, tries: 0 }]);
      await marks.clear((await marks.mark(shipment))!);
    });

    it('those that wait are counted, those that failed before among them', async () => {
      const { marks, shipments } = under;
      const [first, second] = shipments;
      expect(await marks.depth()).toEqual({ waiting: 0, failing: 0, oldestMs: 0 });
      await under.owe(first);
      await under.owe(second);
      await marks.putOff((await marks.mark(first))!, 3_600_000);
      expect(await marks.depth()).toMatchObject({ waiting: 2, failing: 1 });
      for (const shipment of [first, second]) await marks.clear((await marks.mark(shipment))!);
    });

    it('what is entered marks every live shipment that has papers, in batches, each once', async () => {
      const { papers, marks, shipments } = under;
      await papers.keep(shipments.map((shipment, nth) => documentOf(shipment, `C${nth}`)));
      while (await marks.spread(10));
      for (const mark of await marks.marked(10)) await marks.clear(mark);
      expect(await marks.spread(2)).toBe(false);
      expect(await marks.marked(10)).toEqual([]);
      await under.enter();
      expect(await marks.spread(2)).toBe(true);
      expect((await marks.marked(10)).length).toBe(2);
      expect(await marks.spread(2)).toBe(false);
      expect((await marks.marked(10)).map(({ shipment }) => shipment).sort()).toEqual([...shipments].sort());
      for (const mark of await marks.marked(10)) await marks.clear(mark);
      expect(await marks.spread(2)).toBe(false);
      expect(await marks.marked(10)).toEqual([]);
    });
  });
}
