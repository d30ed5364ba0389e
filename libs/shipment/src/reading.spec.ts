import { beijing, bagOfDay, dins, says, utc } from './case-a.examples.js';
import { correcting } from './corrections.examples.js';
import { decide } from './decide.js';
import { saysOfBags } from './decisions.examples.js';
import { fold } from './fold.js';
import { dayOneEnough } from './journeys.examples.js';
import { clockedBags } from './overview.js';
import type { StageCommand } from './shipment.js';
import { Story } from './story.examples.js';

const whole = bagOfDay(1);
const part = (din: string, code: string) => `${din}/${code}`;

/** Counted, split in two, and one of the parts split again. */
function split(): Story {
  const story = dayOneEnough
    .slice(0, 10)
    .reduce((told, [at, command]) => told.says(at, command), new Story(utc('08-12T14:30')));
  const [at, later] = [utc('09-04T05:30'), utc('09-04T05:40')];
  const halves = [
    ['S1128VA0', 110, 'R1'],
    ['S1128VB0', 100, 'R1'],
  ] as const;
  const quarters = [
    ['S1128VAa', 60, 'R1'],
    ['S1128VAb', 50, 'R1'],
  ] as const;
  return story
    .says(at, saysOfBags.split(at, whole, halves))
    .says(later, saysOfBags.split(later, part(dins[1], 'S1128VA0'), quarters));
}

/** The story with that label on the collection of day 1. */
function labelled(story: Story, din: string, productCode: string): Story {
  const line = story.log.find(({ event }) => event.type === 'CollectionEnded');
  const said = says.end(utc('09-04T04:05'));
  if (said.name !== 'EndCollection') throw new Error('not the end of a collection');
  const data = { ...said.data, din, bags: said.data.bags.map((bag) => ({ ...bag, productCode })) };
  return story.says(story.now, correcting(line?.seq ?? 0, { name: 'EndCollection', data } satisfies StageCommand));
}

const bags = ({ shipment }: Story) =>
  clockedBags(shipment).map(({ id, din, productCode, partOf }) => ({ id, din, productCode, partOf }));

describe('a label that is corrected after its bag was split', () => {
  it.each([
    ['a DIN', 'G123498654399', 'S1128V00'],
    ['a product code', dins[1], 'S1129V00'],
  ])('is that of the parts as well, each with its own division: %s', (_what, din, code) => {
    const story = labelled(split(), din, code);
    const product = code.slice(0, 6);
    const ofA = [part(din, code), part(din, `${product}A0`)];
    expect(bags(story)).toEqual([
      { id: part(din, `${product}Aa`), din, productCode: `${product}Aa`, partOf: ofA },
      { id: part(din, `${product}Ab`), din, productCode: `${product}Ab`, partOf: ofA },
      { id: part(din, `${product}B0`), din, productCode: `${product}B0`, partOf: [part(din, code)] },
    ]);
    expect(story.shipment.stages.collection.days[0]?.split.map(({ id }) => id)).toEqual(ofA);
    expect(fold(story.log)).toEqual(story.shipment);
  });

  it.each([
    ['the whole would have the label of a part', 'S1128VA0'],
    ['the whole would have the label of a part of a part', 'S1128VAb'],
  ])('is refused where it is a division itself and %s', (_what, code) => {
    const story = split();
    const line = story.log.find(({ event }) => event.type === 'CollectionEnded');
    const said = says.end(utc('09-04T04:05'));
    if (said.name !== 'EndCollection') throw new Error('not the end of a collection');
    const data = { ...said.data, bags: said.data.bags.map((bag) => ({ ...bag, productCode: code })) };
    const command = correcting(line?.seq ?? 0, { name: 'EndCollection', data });
    const statedBy = { person: 'A', organisation: 'B', how: 'mail' } as const;
    expect(decide(command, story.shipment, { now: story.now, statedBy }, story.log)).toMatchObject({
      error: {
        ...{ code: 'label-in-use', at: '/body/bags' },
        sentence: expect.stringContaining(`${dins[1]}/${code} would be the label of two bags`) as unknown,
      },
    });
  });

  it('may be a division that no part has', () => {
    const story = labelled(split(), dins[1], 'S1128VC0');
    expect(bags(story).map(({ productCode }) => productCode)).toEqual(['S1128VAa', 'S1128VAb', 'S1128VB0']);
    expect(story.shipment.stages.collection.days[0]?.split.map(({ productCode }) => productCode)).toEqual([
      'S1128VC0',
      'S1128VA0',
    ]);
  });

  it('is that of the parts by the newest of its corrections', () => {
    const story = labelled(labelled(split(), 'G123498654399', 'S1128V00'), 'G123498654377', 'S1128V00');
    expect(new Set(bags(story).map(({ din }) => din))).toEqual(new Set(['G123498654377']));
  });

  it('is that by which the parts are known in what follows', () => {
    const ids = ['Aa', 'Ab', 'B0'].map((division) => part(dins[1], `S1128V${division}`));
    const packed = split().says(utc('09-04T06:10'), says.pack(utc('09-04T06:10'), ids));
    const story = labelled(packed, 'G123498654399', 'S1128V00');
    expect(story.shipment.stages['courier-handoff'].packed?.bags).toEqual(bags(story).map(({ id }) => id));
  });
});

it('two bags that were given each other’s label change it in everything that follows', () => {
  const [first, second] = ['S1128VA0', 'S1128VB0'];
  const bagsAs = (codes: readonly string[]) =>
    codes.map((productCode, index) => ({ productCode, volumeMl: 100 + index, recipient: 'R1' }));
  const endAs = (codes: readonly string[]): StageCommand => {
    const said = says.end(utc('09-04T04:05'));
    if (said.name !== 'EndCollection') throw new Error('not the end of a collection');
    return { ...said, data: { ...said.data, bags: bagsAs(codes) } };
  };
  const countOf = (code: string, cd34PerUl: number, volumeMl: number) => ({
    ...{ bag: part(dins[1], code), volumeMl, cd34PerUl, wbcE9PerL: null, cd3PerUl: null },
  });
  const begun = dayOneEnough
    .slice(0, 8)
    .reduce((told, [at, command]) => told.says(at, command), new Story(utc('08-12T14:30')));
  const counted = begun.says(utc('09-04T04:05'), endAs([first, second])).says(utc('09-04T05:15'), {
    name: 'RecordCellCount',
    data: {
      day: 1,
      countedAt: { at: utc('09-04T05:15'), zone: beijing },
      bags: [countOf(first, 2000, 100), countOf(second, 3000, 101)],
    },
  });
  const line = counted.log.find(({ event }) => event.type === 'CollectionEnded');
  const story = counted.says(counted.now, correcting(line?.seq ?? 0, endAs([second, first])));
  expect(story.shipment.stages['cell-count'].counts[0]?.bags.map(({ bag, cd34PerUl }) => [bag, cd34PerUl])).toEqual([
    [part(dins[1], second), 2000],
    [part(dins[1], first), 3000],
  ]);
});
