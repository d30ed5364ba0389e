import { correctedCount, exampleShipment, issueOne, issuingGround, operatorsCoordinator } from '@cellrelay/testkit';
import type { Paper } from '@cellrelay/paperwork';
import type { PrintedPaper, Setting, Typesetter } from '../documents/typeset.port.js';
import type { Acting } from '../people/acting.js';
import { nobodyReads } from '../words/tell-words.js';
import { PaperPrinting } from './print-papers.js';

const shipment = exampleShipment();
const outsider: Acting = {
  ...{ person: 'EXAMPLE Other', role: 'coordinator', courier: null },
  organisation: { id: 'a0000000-0000-4000-8000-0000000000aa', name: 'EXAMPLE', kind: 'registry' },
};

async function printingGround() {
  const ground = await issuingGround();
  const set: { readonly printed: readonly PrintedPaper[]; readonly setting: Setting; readonly cover: Paper | null }[] =
    [];
  const pdf = new Uint8Array([1]);
  const typesetter: Typesetter = {
    setPaper: (printed, setting) => {
      set.push({ printed: [printed], setting, cover: null });
      return Promise.resolve(pdf);
    },
    setPack: (printed, cover, setting) => {
      set.push({ printed, setting, cover });
      return Promise.resolve(pdf);
    },
  };
  const { store: shipments, papers: store, making, clock } = ground;
  const now = () => Promise.resolve(clock.at);
  const printing = new PaperPrinting({
    ...{ shipments, store, making, typesetter, words: nobodyReads },
    clock: { now },
  });
  return { ...ground, set, printing };
}

const bag = { plan: 1, kind: 'product-document', of: 'Z999124000412-S1128V00' } as const;

describe('a draft', () => {
  it('is marked, has no code, and leaves nothing behind', async () => {
    const { printing, set, papers } = await printingGround();
    const printed = await printing.draft(shipment, operatorsCoordinator, bag);
    expect(printed).toMatchObject({
      value: { name: 'EX-24-0001-P1-product-document-Z999124000412-S1128V00-draft.pdf' },
    });
    const { paper, code } = set[0]!.printed[0]!;
    expect(code).toBeNull();
    expect(paper.blocks[0]).toMatchObject({ kind: 'banner', said: { message: 'notice.draft' } });
    expect(papers.documents.size).toBe(0);
  });

  it('of what lacks something is told what; of what there is not, that there is none', async () => {
    const { printing } = await printingGround();
    const of = { plan: 1, kind: 'transport-plan', of: null } as const;
    expect(await printing.draft(shipment, operatorsCoordinator, of)).toMatchObject({
      error: { code: 'papers-not-made', sentence: expect.stringContaining('No courier is nominated.') },
    });
    const none = (more: object) => ({ error: { code: 'no-such-paper', ...more } });
    const draft = (more: object) => printing.draft(shipment, operatorsCoordinator, { ...bag, ...more });
    expect(await draft({ of: 'none' })).toMatchObject(none({ at: '/of', allowed: [bag.of] }));
    expect(await draft({ plan: 2 })).toMatchObject(none({ at: '/plan', allowed: ['1'] }));
    expect(await draft({ kind: 'regularisation-letter' })).toMatchObject(none({ at: '/kind' }));
  });
});

describe('an issued paper', () => {
  it('is set as it was made; one that is valid no more says so before all else, and so does the name of its file', async () => {
    const { printing, set, give, issued, papers, clock } = await printingGround();
    await give('one');
    clock.pass(90);
    await give('two');
    const all = await issued();
    const [old, valid] = (['superseded', 'valid'] as const).map((standing) => {
      const { document } = all.find((each) => each.standing === standing)!;
      return papers.documents.get(document)!;
    });
    await printing.issued(shipment, operatorsCoordinator, valid!.document);
    const file = await printing.issued(shipment, operatorsCoordinator, old!.document);
    expect(set[0]).toMatchObject({
      printed: [{ paper: valid!.content, code: null }],
      setting: { madeAt: valid!.madeAt },
    });
    const banner = { kind: 'banner', said: { message: 'standing.superseded' } };
    expect(set[1]).toMatchObject({ printed: [{ paper: { blocks: [banner, ...old!.content.blocks] } }] });
    expect(file).toMatchObject({ ok: true, value: { name: expect.stringMatching(/-superseded\.pdf$/) } });
  });

  it('that was never issued, or is another’s, is not there', async () => {
    const { printing, give, issued, papers, state } = await printingGround();
    state.dies = true;
    await give('k').catch(() => undefined);
    const [left] = papers.documents.keys();
    const none = { error: { code: 'no-such-paper' } };
    expect(await printing.issued(shipment, operatorsCoordinator, left!)).toMatchObject(none);
    state.dies = false;
    await give('k');
    const [first] = await issued();
    expect(await printing.issued(shipment, outsider, first!.document)).toMatchObject({
      error: { code: 'no-such-shipment' },
    });
    expect(await printing.issued(shipment, operatorsCoordinator, '0'.repeat(32))).toMatchObject(none);
  });
});

describe('a pack', () => {
  it('is of valid papers alone, in the order of their issue; of none there is no pack', async () => {
    const { printing, set, give, issued, clock } = await printingGround();
    expect(await printing.pack(shipment, operatorsCoordinator, 1)).toMatchObject({ error: { code: 'no-such-paper' } });
    await give('one');
    clock.pass(1);
    await give('two');
    expect(await printing.pack(shipment, operatorsCoordinator, 1)).toMatchObject({
      value: { name: 'EX-24-0001-P1.pdf' },
    });
    const valid = (await issued()).filter(({ standing }) => standing === 'valid');
    expect(set[0]!.printed.map(({ paper }) => [paper.kind, paper.of])).toEqual(valid.map(({ kind, of }) => [kind, of]));
    expect(set[0]!.cover).toMatchObject({ kind: 'cover', reference: 'EX-24-0001-P1' });
  });

  /** What the cover says is left out: the sentence, then the papers below it. */
  const leftOutOn = (cover: Paper | null) =>
    cover!.blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return block.sentences.map(({ message }) => message).slice(0, 1);
      return block.kind === 'table'
        ? block.rows.map(([, reference]) => (reference as { literal: string }).literal)
        : [];
    });
  const name = (kind: string) => `EX-24-0001-P1-${kind}`;
  const bagName = name('product-document-Z999124000412-S1128V00');

  it('says on its cover which papers of the plan were not issued, since they lack something or nobody issued them', async () => {
    const { printing, set, give } = await printingGround();
    await give('one', [bagName]);
    await printing.pack(shipment, operatorsCoordinator, 1);
    const [valid, why, ...left] = leftOutOn(set[0]!.cover);
    expect([valid, why]).toEqual(['pack.valid-at', 'pack.not-issued']);
    expect(left).toContain(name('transport-plan'));
    expect(left).toContain(name('contents-statement-CN-export-PEK'));
    expect(left).not.toContain(bagName);
  });

  it('says which are outdated, until they are issued anew', async () => {
    const ground = await printingGround();
    await ground.give('one');
    ground.clock.pass(5);
    await issueOne(ground.issue, shipment, correctedCount(1750), 'correction');
    await ground.reports.sweep();
    await ground.printing.pack(shipment, operatorsCoordinator, 1);
    expect(leftOutOn(ground.set[0]!.cover).slice(0, 3)).toEqual(['pack.valid-at', 'pack.outdated', bagName]);
    await ground.give('two', [bagName]);
    await ground.printing.pack(shipment, operatorsCoordinator, 1);
    expect(leftOutOn(ground.set[1]!.cover)).not.toContain('pack.outdated');
  });

  it('says nothing of the kind where all papers of the plan are in it', async () => {
    const { printing, set, give, making } = await printingGround();
    await give('one');
    const all = making.all.bind(making);
    making.all = async (of, now) =>
      (await all(of, now)).map((plan) => ({ ...plan, pack: { ...plan.pack, notMade: [] } }));
    await printing.pack(shipment, operatorsCoordinator, 1);
    expect(leftOutOn(set[0]!.cover)).toEqual(['pack.valid-at']);
  });
});
