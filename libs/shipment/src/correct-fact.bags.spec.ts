import { bagOfDay, dins, says, utc } from './case-a.examples.js';
import { correcting } from './corrections.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { fold } from './fold.js';
import { dayOneEnough, oneTwinShort, twinBags, type Line } from './journeys.examples.js';
import { clockedBags } from './overview.js';
import { owedCommands } from './process.js';
import type { RecordedEvent, StageCommand } from './shipment.js';
import { Story } from './story.examples.js';

type Part = readonly [code: string, volumeMl: number, recipient: string];

const told = (lines: readonly Line[]): Story =>
  lines.reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const [ofR1, ofR2] = twinBags;
const part = (division: string) => `${dins[1]}/S1128V${division}`;
const at = utc('09-04T05:30');
const kept: Part = ['S1128VAa', 105, 'R1'];
const given: Part = ['S1128VAb', 15, 'R2'];
const split = (...parts: readonly Part[]) => saysOfBags.split(at, ofR1, parts);
const shared = () => told(oneTwinShort).says(at, split(kept, given));
const lineOf = ({ log }: Story, type: RecordedEvent['type'], nth = 1) =>
  log.filter(({ event }) => event.type === type)[nth - 1]?.seq ?? 0;

const tries = (story: Story, type: RecordedEvent['type'], said: unknown) =>
  story.tries(correcting(lineOf(story, type), said as StageCommand));
const splitAnew = (story: Story, ...parts: readonly Part[]) => tries(story, 'BagSplit', split(...parts));
const bags = ({ shipment }: Story) =>
  clockedBags(shipment).map(({ id, volumeMl, recipient }) => [id, volumeMl, recipient]);
const doses = ({ shipment }: Story) => shipment.stages['cell-count'].verdicts.map((each) => each.doses[0]?.dose);
const sound = (story: Story) => {
  expect(fold(story.log)).toEqual(story.shipment);
  expect(owedCommands(story.shipment)).toEqual([]);
};

describe('a split that was recorded wrongly', () => {
  it('has its volumes corrected, and every recipient is judged anew', () => {
    const story = shared();
    expect(doses(story)).toEqual([5.74, 5.74]);
    expect(splitAnew(story, ['S1128VAa', 90, 'R1'], ['S1128VAb', 30, 'R2'])).toBeUndefined();
    expect(doses(story)).toEqual([4.92, 6.56]);
    expect(bags(story).slice(0, 2)).toEqual([
      [part('Aa'), 90, 'R1'],
      [part('Ab'), 30, 'R2'],
    ]);
    sound(story);
  });

  it('has its codes corrected, and what was recorded of the parts since is read of the right ones', () => {
    const story = shared();
    story.says(utc('09-04T06:10'), says.pack(utc('09-04T06:10'), [part('Aa'), part('Ab'), ofR2]));
    expect(splitAnew(story, ['S1128VAb', 105, 'R1'], ['S1128VAc', 15, 'R2'])).toBeUndefined();
    expect(story.shipment.stages['courier-handoff'].packed?.bags).toEqual([part('Ab'), part('Ac'), ofR2]);
    sound(story);
  });

  it('may have had two codes exchanged', () => {
    const story = shared();
    story.says(utc('09-04T06:10'), says.pack(utc('09-04T06:10'), [part('Aa'), part('Ab'), ofR2]));
    expect(splitAnew(story, ['S1128VAb', 105, 'R1'], ['S1128VAa', 15, 'R2'])).toBeUndefined();
    expect(bags(story).slice(0, 2)).toEqual([
      [part('Ab'), 105, 'R1'],
      [part('Aa'), 15, 'R2'],
    ]);
    expect(story.shipment.stages['courier-handoff'].packed?.bags).toEqual([part('Ab'), part('Aa'), ofR2]);
    sound(story);
  });

  it('has its recipients corrected while nothing was done on them, and is split into as many as it was', () => {
    const story = shared();
    expect(splitAnew(story, kept, ['S1128VAb', 15, 'R1'])).toBeUndefined();
    expect(doses(story)).toEqual([6.56, 4.92]);
    sound(story);
    expect(splitAnew(shared(), ['S1128VAa', 60, 'R1'], ['S1128VAb', 45, 'R1'], ['S1128VAc', 15, 'R2'])).toBeUndefined();
  });

  it('keeps what later facts hang on', () => {
    const packed = shared();
    packed.says(utc('09-04T06:10'), says.pack(utc('09-04T06:10'), [part('Aa'), part('Ab'), ofR2]));
    const three: readonly Part[] = [
      ['S1128VAa', 60, 'R1'],
      ['S1128VAb', 45, 'R1'],
      ['S1128VAc', 15, 'R2'],
    ];
    expect(splitAnew(packed, ...three)).toBe('bags-named-later');
    const allotted = shared().says(at, saysOfBags.allot(at, part('Ab'), 'R1'));
    expect(splitAnew(allotted, ['S1128VAa', 105, 'R2'], given)).toBe('bag-handled-since');
    expect(splitAnew(allotted, ['S1128VAa', 100, 'R1'], ['S1128VAb', 20, 'R2'])).toBeUndefined();
    const decided = told(oneTwinShort).says(at, split(kept, ['S1128VAb', 15, 'R1']));
    decided.says(at, says.decide(at, 'accept-less', ['R2']));
    expect(splitAnew(decided, kept, given)).toBe('bag-handled-since');
  });

  it('keeps the code of a part that was split since', () => {
    const story = told(dayOneEnough.slice(0, 10));
    const halves = (code: string) =>
      saysOfBags.split(at, bagOfDay(1), [
        [code, 110, 'R1'],
        ['S1128VB0', 100, 'R1'],
      ]);
    const quarters = saysOfBags.split(at, part('A0'), [
      ['S1128VAa', 60, 'R1'],
      ['S1128VAb', 50, 'R1'],
    ]);
    story.says(at, halves('S1128VA0')).says(at, quarters);
    expect(tries(story, 'BagSplit', halves('S1128VC0'))).toBe('part-split-since');
    expect(splitAnew(shared(), ['S1128VAa', 105, 'R1'], ['S1128VB0', 15, 'R2'])).toBe('not-a-division');
  });

  it('is still the same split, of the same bag', () => {
    expect(splitAnew(shared(), kept, given)).toBe('nothing-corrected');
    expect(tries(shared(), 'BagSplit', saysOfBags.split(at, ofR2, [kept, given]))).toBe('another-fact');
  });
});

describe('an allotment that was recorded wrongly', () => {
  const allotted = () => shared().says(at, saysOfBags.allot(at, part('Ab'), 'R1'));
  const reworded = (recipient: string, change: object = {}) => {
    const said = saysOfBags.allot(at, part('Ab'), recipient);
    return { ...said, data: { ...said.data, ...change } };
  };

  it('has its reason and its time corrected', () => {
    const story = allotted();
    expect(tries(story, 'BagAllotted', reworded('R1', { reason: 'agreed by both centres' }))).toBeUndefined();
    expect(story.log.at(-1)?.event.type).toBe('FactCorrected');
    sound(story);
    expect(tries(allotted(), 'BagAllotted', reworded('R2'))).toBe('allotted-already');
    expect(tries(allotted(), 'BagAllotted', reworded('R9'))).toBe('recipient-not-ordered');
  });

  it('is of the same bag', () => {
    expect(tries(allotted(), 'BagAllotted', saysOfBags.allot(at, ofR2, 'R1'))).toBe('another-fact');
  });
});
