import type { Zone } from '@cellrelay/kernel';
import { packOf, sentencesIn, shippedRules, type Paper } from '@cellrelay/paperwork';
import { holdsSealed, receiptChecksOf } from '@cellrelay/shipment';
import { MemoryWords } from '@cellrelay/testkit';
import { factsOfShipment, toldTo } from '@cellrelay/use-cases';
import { dryRun } from '../support/dry-world.js';
import { exampleEntered } from '../support/papers/example-entered.js';
import { keptPack, keptPacks, keptText, packText } from '../support/papers/expected-papers.js';
import { factsFrom, logOf, packFrom, shipmentAfter } from '../support/papers/packs-of-scenario.js';
import { scenarioIn } from '../support/scenarios.js';

/** Of the rules that ship, those that were read: by an invented confirmation each may print on an example. */
const mayPrint = new Set(shippedRules.flatMap(({ id, confidence }) => (confidence === 'G' ? [] : [id])));

const kinds = (papers: readonly Paper[]): readonly string[] => [...new Set(papers.map(({ kind }) => kind))];

describe('the packs of the cases', () => {
  it.each(Object.entries(keptPacks))('%s says what it is known to say, in each language', async (name, kept) => {
    const pack = await keptPack(kept);
    for (const language of kept.languages) expect(packText(pack, language)).toBe(keptText(name, language));
  });

  it('have fifteen papers and more once the box is packed, for both plans', async () => {
    for (const [scenario, plan] of [
      ['case-a-day-one-enough.yaml', 1],
      ['case-a-day-two-needed.yaml', 2],
    ] as const) {
      const { papers, notMade } = packFrom(shipmentAfter(await logOf(scenario), 'BoxPacked'), plan);
      expect(notMade).toEqual([]);
      expect(papers.length).toBeGreaterThanOrEqual(15);
      expect(kinds(papers).length).toBeGreaterThanOrEqual(12);
    }
  });

  it.each(Object.entries(keptPacks))(
    '%s traces each sentence to a message or a rule that may print',
    async (_, kept) => {
      const sentences = (await keptPack(kept)).papers.flatMap(sentencesIn);
      expect(sentences.length).toBeGreaterThan(200);
      const own = sentences.filter(({ rule }) => rule === undefined);
      expect(own.filter(({ message }) => !/^[a-z-]+(\.[A-Za-z-]+)+$/.test(message))).toEqual([]);
      const lawful = sentences.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
      expect(lawful.length).toBeGreaterThanOrEqual(5);
      expect(lawful.filter((rule) => !mayPrint.has(rule))).toEqual([]);
    },
  );

  it('have both bags of two days on each paper that tells of bags', async () => {
    const { papers } = packFrom(shipmentAfter(await logOf('case-a-day-two-needed.yaml'), 'BoxPacked'), 2);
    const dins = ['Z999124000412', 'Z999124000413'];
    for (const kind of ['customs-declaration', 'contents-statement', 'packing-record', 'receipt-form']) {
      const text = JSON.stringify(papers.find((paper) => paper.kind === kind));
      for (const din of dins) expect([kind, din, text.includes(din)]).toEqual([kind, din, true]);
    }
    expect(papers.filter(({ kind }) => kind === 'product-document')).toHaveLength(2);
  });
});

describe('what no paper tells', () => {
  it('is the weight of a recipient, or a dose per kg', async () => {
    const log = await logOf('case-a-day-one-enough.yaml');
    const text = JSON.stringify(packFrom(shipmentAfter(log, 'BoxPacked'), 1).papers);
    // The control: the order says both.
    expect(log.some((line) => line.text.includes('"weightKg":62'))).toBe(true);
    // ADR’s paragraph 2.2.62 is no weight.
    expect(text.replaceAll('2.2.62.1', '')).not.toMatch(/\b62\b|per kg|weight/i);
  });

  it('is a GRID to who carries the box, and it is there for the centres', async () => {
    const grid = '9991EXAMPLE00041202';
    const { papers } = packFrom(shipmentAfter(await logOf('case-a-day-one-enough.yaml'), 'BoxPacked'), 1);
    const telling = kinds(papers.filter((paper) => JSON.stringify(paper).includes(grid)));
    expect(telling).toEqual(['product-document', 'packing-record', 'receipt-form']);
  });
});

describe('sentences that people wrote', () => {
  it('are on no paper but the draft of a report, where they are told as they are told anywhere', async () => {
    const words = new MemoryWords();
    const { log } = await dryRun(scenarioIn('accepted-with-deviation.yaml'), undefined, words);
    const facts = factsFrom(shipmentAfter(log, 'SpearSubmitted'), 1);
    const sealedIn = (of: typeof facts) =>
      kinds(packOf(of).papers.filter((paper) => holdsSealed(JSON.stringify(paper))));
    expect(sealedIn(facts)).toEqual(['spear-draft']);
    const told = await toldTo(words, 'EXAMPLE', facts);
    expect(sealedIn(told)).toEqual([]);
    expect(JSON.stringify(packOf(told).papers)).toContain('Product code smeared and read with difficulty');
  });
});

const noRules = { sentences: [], tariffs: [], applications: [] };

describe('facts of a plan', () => {
  const madeAt = { at: '2024-09-04T07:00:00.000Z', zone: 'UTC' as Zone } as Parameters<
    typeof factsOfShipment
  >[0]['madeAt'];
  const ground = { madeAt, entered: exampleEntered, readings: null, rules: noRules };

  it('are not there once it is stood down, nor before it is proposed: nothing is printed for it', async () => {
    const log = await logOf('case-a-day-one-enough.yaml');
    expect(factsOfShipment({ ...ground, shipment: shipmentAfter(log, 'BoxPacked'), plan: 2 })).toBeUndefined();
    expect(factsOfShipment({ ...ground, shipment: shipmentAfter(log, 'CourierInPosition'), plan: 2 })).toBeDefined();
    expect(factsOfShipment({ ...ground, shipment: shipmentAfter(log, 'ShipmentOpened'), plan: 1 })).toBeUndefined();
  });

  it('are not there for case C, which is a record before any trip', async () => {
    const { shipment: id } = scenarioIn('case-c-record.yaml');
    expect(id).toBeDefined();
    const shipment = shipmentAfter(await logOf('case-c-record.yaml'), null);
    expect(factsOfShipment({ ...ground, shipment, plan: 1 })).toBeUndefined();
  });

  it('say of no bag before it is settled which travel: a declaration is of all of them', async () => {
    const log = await logOf('case-a-day-two-needed.yaml');
    expect(factsFrom(shipmentAfter(log, 'CellsCounted'), 2).bags).toHaveLength(2);
    const beforeTheSecondDay = log.findIndex(({ text }) => text.includes('"CountDecided"'));
    expect(beforeTheSecondDay).toBeGreaterThan(0);
    expect(factsFrom(shipmentAfter(log.slice(0, beforeTheSecondDay), null), 1).bags).toBeUndefined();
  });

  it('have of the receipt’s checks those of the site: what a policy says a country asks for is on paper by a rule alone', async () => {
    const shipment = shipmentAfter(await logOf('case-a-day-one-enough.yaml'), 'BoxPacked');
    const checks = factsFrom(shipment, 1).receiptChecks?.map(({ id }) => id);
    expect(checks).toContain('bag-count');
    expect(checks?.filter((id) => id.startsWith('us-'))).toEqual([]);
    // The control: the stage asks for them.
    expect(receiptChecksOf(shipment).map(({ id }) => id)).toContain('us-receipt-time');
  });

  it('have a check that the site chose itself for a country', async () => {
    const shipment = shipmentAfter(await logOf('case-a-day-one-enough.yaml'), 'BoxPacked');
    const own = { id: 'own', text: 'EXAMPLE own check', source: 'EXAMPLE', mark: 'site' } as const;
    const policy = shipment.stages.order.policy;
    if (policy === null) throw new Error('there is no policy');
    const value = policy.receiptChecklists.value.map((list) =>
      list.country === 'US' ? { ...list, items: [...list.items, own] } : list,
    );
    const order = {
      ...shipment.stages.order,
      policy: { ...policy, receiptChecklists: { ...policy.receiptChecklists, value } },
    };
    const facts = factsFrom({ ...shipment, stages: { ...shipment.stages, order } }, 1);
    expect(facts.receiptChecks?.filter(({ id }) => id === 'own' || id.startsWith('us-'))).toEqual([
      { id: 'own', text: 'EXAMPLE own check' },
    ]);
  });

  it('have until when a courier is fit to travel, as checked last', async () => {
    const log = await logOf('case-a-day-one-enough.yaml');
    const fitUntil = (type: string) => factsFrom(shipmentAfter(log, type), 1).courier?.fitUntil;
    expect([fitUntil('CourierNominated'), fitUntil('CourierFit')]).toEqual([undefined, '2025-06-30']);
  });

  it('follow a flight that is flown instead: the plan says the new one, and offers no fallback that is taken', async () => {
    const log = await logOf('cancelled-flight.yaml');
    const rebooked = factsFrom(shipmentAfter(log, 'LegRebooked'), 1);
    const before = factsFrom(shipmentAfter(log, 'FlightCancelled'), 1);
    expect(rebooked.legs).not.toEqual(before.legs);
    const [was, is] = [before, rebooked].map((facts) =>
      packOf(facts).papers.find(({ kind }) => kind === 'transport-plan'),
    );
    expect(is).not.toEqual(was);
    for (const { flight, fallback } of rebooked.legs) expect(fallback?.designator).not.toBe(flight.designator);
  });

  it('have letters for visas until the box is under way', async () => {
    const log = await logOf('visa-called-in-by-express.yaml');
    expect(factsFrom(shipmentAfter(log, 'CourierFit'), 1).visas).not.toEqual([]);
    expect(factsFrom(shipmentAfter(log, 'HandedOverToCourier'), 1).visas).toEqual([]);
  });

  it('have a letter that regularises as long as papers are owed', async () => {
    const log = await logOf('released-first.yaml');
    const letters = (type: string) =>
      packFrom(shipmentAfter(log, type), 1).papers.filter(({ kind }) => kind === 'regularisation-letter').length;
    expect([letters('BoxPacked'), letters('CustomsReleasedFirst'), letters('CustomsRegularised')]).toEqual([0, 1, 0]);
  });
});
