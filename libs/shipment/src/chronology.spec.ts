import { plusMinutes, type Zone } from '@cellrelay/kernel';
import { bagOfDay, says, utc } from './case-a.examples.js';
import { chronologyCauses } from './chronology.js';
import { saysOfBags } from './decisions.examples.js';
import { dayOneEnough, dayTwoNeeded, type Line } from './journeys.examples.js';
import type { Moment, Shipment } from './shipment.js';
import { Story } from './story.examples.js';

function told(lines: readonly Line[]): Shipment {
  const story = new Story(utc('08-12T14:30'));
  for (const [at, command] of lines) story.says(at, command);
  return story.shipment;
}

const passed = (time: string, stage: Moment['stage']): Moment => ({
  seq: 1,
  stage,
  at: { at: utc(time), zone: 'Asia/Shanghai' as Zone },
});

function withMoments(shipment: Shipment, moments: Shipment['moments']): Shipment {
  return { ...shipment, moments: { ...shipment.moments, ...moments } };
}

/** The journey with the box seen at a checkpoint and a border on its way. */
const whole = withMoments(told(dayOneEnough), {
  'checked/1/0/PEK': passed('09-04T09:00', 'xray-exemption'),
  'relayed/SFO': passed('09-04T23:30', 'courier-handoff'),
  'crossed/CN-export-PEK': passed('09-04T09:30', 'customs-clearance'),
});
const twoDays = told(dayTwoNeeded);
const suspended = told([...dayOneEnough.slice(0, 4), [utc('08-18T02:00'), says.suspend(utc('08-18T02:00'))]]);
const bag = bagOfDay(1);
const refused = told([...dayOneEnough.slice(0, -2), [utc('09-05T07:30'), says.refuse(utc('09-05T07:30'))]]);
const frozen = told([
  ...dayOneEnough.slice(0, 10),
  [utc('09-04T05:20'), saysOfBags.freeze(utc('09-04T05:20'))],
  [utc('09-04T06:00'), saysOfBags.frozen(utc('09-04T06:00'), bag)],
]);

function momentOf({ moments }: Shipment, key: string): Moment {
  const found = moments[key];
  if (found === undefined) throw new Error(`nothing is recorded of ${key}`);
  return found;
}

/** The keys of the conflicts when what comes first is said to have been so many minutes after the other. */
function conflicts(shipment: Shipment, [first, then]: readonly [string, string], minutes: number): readonly string[] {
  const [early, late] = [momentOf(shipment, first), momentOf(shipment, then)];
  const moved = { ...early, at: { ...early.at, at: plusMinutes(late.at.at, minutes) } };
  return chronologyCauses(withMoments(shipment, { [first]: moved })).map(({ key }) => key);
}

describe('the order of recorded facts', () => {
  it.each<[string, string, Shipment]>([
    ['cleared', 'started/1', whole],
    ['started/1', 'ended/1', whole],
    ['ended/1', 'counted/1', whole],
    ['counted/1', 'decided', twoDays],
    ['cleared', 'suspended', suspended],
    ['ended/1', 'started/2', twoDays],
    ['ended/1', 'packed', whole],
    ['ended/2', 'packed', twoDays],
    ['packed', 'handed-over', whole],
    ['handed-over', 'departed/1.0/1', whole],
    ['departed/1.0/1', 'landed/1.0/1', whole],
    ['landed/1.0/1', 'departed/1.1/1', whole],
    ['landed/1.1/1', 'delivered', whole],
    ['handed-over', 'delivered', whole],
    ['handed-over', 'checked/1/0/PEK', whole],
    ['checked/1/0/PEK', 'delivered', whole],
    ['handed-over', 'crossed/CN-export-PEK', whole],
    ['crossed/CN-export-PEK', 'delivered', whole],
    ['delivered', 'received', whole],
    ['received', 'accepted', whole],
    ['received', 'refused', refused],
    ['accepted', `infused/${bag}`, whole],
    ['ended/1', `infused/${bag}`, whole],
    ['ended/1', 'freezing-decided', frozen],
    ['ended/1', `frozen/${bag}`, frozen],
    ['handed-over', 'relayed/SFO', whole],
    ['relayed/SFO', 'delivered', whole],
  ])('%s comes before %s', (first, then, shipment) => {
    expect(conflicts(shipment, [first, then], 1)).toContain(`record-contradicts/${first}/${then}`);
    expect(conflicts(shipment, [first, then], 0)).not.toContain(`record-contradicts/${first}/${then}`);
  });

  it('holds in both variants of case A as they were told', () => {
    expect([...chronologyCauses(whole), ...chronologyCauses(twoDays)]).toEqual([]);
  });

  it('is not asked of a donor who was cleared once more, after the collection had begun', () => {
    const began = momentOf(whole, 'started/1');
    const again = { ...momentOf(whole, 'cleared'), seq: began.seq + 1 };
    expect(conflicts(withMoments(whole, { cleared: again }), ['cleared', 'started/1'], 60)).toEqual([]);
  });

  it('is not asked of a decision that a rule took when it was worked out', () => {
    expect(whole.moments['decided']).toBeUndefined();
  });

  it('is not asked of checkpoints of a plan that is not flown', () => {
    const other = withMoments(whole, { 'checked/2/0/PEK': passed('09-01T09:00', 'xray-exemption') });
    expect(chronologyCauses(other)).toEqual([]);
  });

  it.each([
    ['handed-over', 'departed/1.0/1', 'warning'],
    ['ended/1', 'counted/1', 'critical'],
    ['accepted', `infused/${bag}`, 'critical'],
  ] as const)('between %s and %s is %s', (first, then, severity) => {
    const [early, late] = [momentOf(whole, first), momentOf(whole, then)];
    const moved = { ...early, at: { ...early.at, at: plusMinutes(late.at.at, 1) } };
    const causes = chronologyCauses(withMoments(whole, { [first]: moved }));
    expect(causes.find(({ key }) => key === `record-contradicts/${first}/${then}`)).toMatchObject({
      severity,
      stage: late.stage,
      offers: [{}, {}],
    });
  });

  it('names a corrected end and a corrected count by the corrections that they have', () => {
    const [early, late] = [momentOf(whole, 'ended/1'), momentOf(whole, 'counted/1')];
    const moved = { ...early, at: { ...early.at, at: plusMinutes(late.at.at, 1) } };
    const [cause] = chronologyCauses(withMoments(whole, { 'ended/1': moved }));
    expect(cause?.offers).toEqual([
      { command: 'CorrectCellCount', label: 'Correct when day 1 was counted', prefill: { day: 1 } },
      { command: 'CorrectCollectionEnd', label: 'Correct when collection day 1 ended', prefill: { day: 1 } },
    ]);
  });
});
