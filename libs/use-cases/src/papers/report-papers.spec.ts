import {
  correctedCount,
  enteredForPapers as entered,
  exampleShipment,
  issueOne,
  issuingGround,
} from '@cellrelay/testkit';
import { outdatedOf } from '@cellrelay/shipment';

const shipment = exampleShipment();

type Ground = Awaited<ReturnType<typeof issuingGround>>;

async function issued(): Promise<Ground> {
  const ground = await issuingGround();
  await ground.give('k');
  await ground.reports.sweep();
  expect(await ground.papers.mark(shipment)).toBeNull();
  ground.clock.pass(5);
  return ground;
}

const correct = (ground: Ground, cd34PerUl = 1750) =>
  issueOne(ground.issue, shipment, correctedCount(cd34PerUl), `correction-${cd34PerUl}`);
/** Each kind once: there is a statement for either border. */
const standing = async (ground: Ground) => {
  const all = await ground.issued();
  return [...new Set(all.map(({ kind, standing: stands, changed }) => [kind, stands, ...changed].join(' ')))].sort();
};
const fresh = ['contents-statement valid', 'product-document valid'];

describe('papers in force', () => {
  it('stay as they are while nothing that they say changes', async () => {
    const ground = await issued();
    expect(await standing(ground)).toEqual(fresh);
    expect(await ground.events()).toEqual(['PapersIssued']);
  });

  it('are superseded by what they say, with the names of the facts, and no other paper is', async () => {
    const ground = await issued();
    await correct(ground);
    await ground.reports.sweep();
    expect(await standing(ground)).toEqual(['contents-statement valid', 'product-document superseded bags']);
  });

  it('are superseded once, however often that is looked at, and by whatever comes after', async () => {
    const ground = await issued();
    await correct(ground);
    await ground.reports.sweep();
    ground.papers.owe(shipment);
    await ground.reports.sweep();
    expect(await ground.events()).toEqual(['PapersIssued', 'PapersSuperseded']);
    ground.state.entered = { ...entered, consignor: { name: 'EXAMPLE Other', city: 'Beijing', lines: ['2'] } };
    ground.papers.owe(shipment);
    await ground.reports.sweep();
    expect(await standing(ground)).toEqual(['contents-statement valid', 'product-document superseded bags consignor']);
  });

  it('are superseded also where they can be made no more, by what is missing now', async () => {
    const ground = await issued();
    ground.state.entered = { ...entered, markers: undefined };
    ground.papers.owe(shipment);
    await ground.reports.sweep();
    expect(await standing(ground)).toEqual(['contents-statement superseded markers', 'product-document valid']);
  });

  it('are true still where our own words are others and no fact is', async () => {
    const ground = await issued();
    for (const [id, each] of ground.papers.documents)
      ground.papers.documents.set(id, { ...each, content: { ...each.content, blocks: [] } });
    ground.papers.owe(shipment);
    await ground.reports.sweep();
    expect(await standing(ground)).toEqual(fresh);
  });

  it('are done with, and not to be issued anew, where nothing like them is made any more', async () => {
    const ground = await issued();
    const all = ground.making.all.bind(ground.making);
    ground.making.all = async (of, now) =>
      (await all(of, now)).map((plan) => ({ ...plan, pack: { papers: [], notMade: [] } }));
    ground.papers.owe(shipment);
    await ground.reports.sweep();
    expect(await standing(ground)).toEqual(['contents-statement superseded', 'product-document superseded']);
    const told = await ground.questions.papers(shipment, ground.author('k').acting);
    const ended = { made: false, missing: [], issued: { standing: 'superseded', changed: [] } };
    expect(told?.plans[0]?.papers).toMatchObject([ended, ended, ended]);
    const { stages } = (await ground.store.load(shipment))!;
    expect(outdatedOf(stages.papers, 1)).toEqual([]);
  });
});

describe('between a change and the look at its papers', () => {
  it('whoever dies leaves the mark: the next look finds it', async () => {
    const ground = await issued();
    await correct(ground);
    expect(await standing(ground)).toEqual(fresh);
    expect(await ground.papers.mark(shipment)).not.toBeNull();
    await ground.reports.sweep();
    expect(await ground.events()).toEqual(['PapersIssued', 'PapersSuperseded']);
    expect(await ground.papers.mark(shipment)).toBeNull();
  });

  it('without the mark nobody finds out', async () => {
    const ground = await issued();
    await correct(ground);
    await ground.papers.clear((await ground.papers.mark(shipment))!);
    await ground.reports.sweep();
    expect(await standing(ground)).toEqual(fresh);
  });

  it('what is entered is found through its own mark, and not without', async () => {
    const ground = await issued();
    ground.state.entered = { ...entered, hotline: '+1 555 010 0199' };
    await ground.reports.sweep();
    expect(await standing(ground)).toEqual(fresh);
    ground.papers.entered();
    await ground.reports.sweep();
    expect(await standing(ground)).toContain('contents-statement superseded hotline');
  });

  it('one that fails waits, is told of, and holds up no other', async () => {
    const ground = await issued();
    await correct(ground);
    const load = ground.store.load.bind(ground.store);
    ground.store.load = () => Promise.reject(new Error('away'));
    await ground.reports.sweep();
    expect(ground.state.failed).toHaveLength(1);
    expect(await ground.papers.mark(shipment)).toMatchObject({ tries: 1 });
    ground.store.load = load;
    await ground.reports.work(shipment);
    expect(await ground.events()).toEqual(['PapersIssued', 'PapersSuperseded']);
  });
});
