import type { Instant } from '@cellrelay/kernel';
import { bagOfDay, houston, says, utc } from './case-a.examples.js';
import { chronologyCauses } from './chronology.js';
import { correcting } from './corrections.examples.js';
import { decide } from './decide.js';
import { fold } from './fold.js';
import { saysOfBags } from './decisions.examples.js';
import { dayOneEnough, dayTwoNeeded, type Line } from './journeys.examples.js';
import type { RecordedEvent, Shipment, ShipmentCommand, StageCommand } from './shipment.js';
import { Story } from './story.examples.js';

/** What corrections of their own, and times stated anew, do to the order of the record. */

const told = (lines: readonly Line[]): Story =>
  lines.reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const whole = () => told(dayOneEnough).passTo(utc('09-05T12:00'));
const bag = bagOfDay(1);
const why = { reason: 'misread', evidence: 'ward sheet' };
const startedAt = (at: Instant): ShipmentCommand => ({
  name: 'CorrectInfusionStart',
  data: { bag, startedAt: { at, zone: houston }, how: 'infusion', volumeInfusedMl: null, ...why },
});
const receivedAt = (at: Instant): ShipmentCommand => ({
  name: 'CorrectReceipt',
  data: { receivedAt: { at, zone: houston }, boxCelsius: 4, sealIntact: true, answers: [], ...why },
});
const conflicts = (shipment: Shipment) => chronologyCauses(shipment).map(({ key }) => key);

/** The story with that fact corrected by its line. */
function corrected(story: Story, type: RecordedEvent['type'], said: ShipmentCommand, nth = 1): Story {
  const line = story.log.filter(({ event }) => event.type === type)[nth - 1];
  return story.says(story.now, correcting(line?.seq ?? 0, said as StageCommand));
}

/** The shipment after a command that was said to stand, whatever else is on record. */
function despiteRecord({ shipment, now, log }: Story, command: ShipmentCommand): Shipment {
  const statedBy = { person: 'A', organisation: 'B', how: 'mail' } as const;
  const decision = decide(command, shipment, { now, statedBy, despiteRecord: true }, log);
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value.shipment;
}

describe('what a correction of its own has corrected', () => {
  it.each<[RecordedEvent['type'], ShipmentCommand, ShipmentCommand, string]>([
    ['InfusionStarted', startedAt(utc('09-05T10:50')), says.infuse(utc('09-05T11:05'), bag), 'CorrectInfusionStart'],
    ['ProductReceived', receivedAt(utc('09-05T06:55')), says.receive(utc('09-05T06:57'), [bag]), 'CorrectReceipt'],
  ])('is corrected so once more, and not by its first line: %s', (type, own, said, command) => {
    const story = whole();
    story.says(story.now, own);
    const line = story.log.find(({ event }) => event.type === type)?.seq ?? 0;
    const statedBy = { person: 'A', organisation: 'B', how: 'mail' } as const;
    const decision = decide(
      correcting(line, said as StageCommand),
      story.shipment,
      { now: story.now, statedBy },
      story.log,
    );
    expect(decision).toMatchObject({ error: { code: 'has-its-own-correction', at: '/fact', allowed: [command] } });
  });

  it('keeps the first line of another bag, and of one that was not corrected, correctable', () => {
    const both = told(dayTwoNeeded).passTo(utc('09-06T12:00'));
    both.says(both.now, startedAt(utc('09-06T10:50')));
    const lines = both.log.filter(({ event }) => event.type === 'InfusionStarted').map(({ seq }) => seq);
    const say = (nth: number, of: string) =>
      both.tries(correcting(lines[nth] ?? 0, says.infuse(utc('09-06T11:30'), of) as StageCommand));
    expect([say(0, bag), say(1, bagOfDay(2))]).toEqual(['has-its-own-correction', undefined]);
  });
});

describe('the word that a bag is not used', () => {
  it('came after the box was opened, and is corrected by its line', () => {
    const story = told(dayTwoNeeded.slice(0, -1)).passTo(utc('09-06T12:00'));
    const [other, wrong] = [bagOfDay(2), utc('09-06T06:30')];
    expect(story.tries(says.leave(wrong, other))).toBe('not-used-before-receipt');
    expect(conflicts(despiteRecord(story, says.leave(wrong, other)))).toEqual([
      `record-contradicts/received/not-used/${other}`,
    ]);
    story.says(story.now, says.leave(utc('09-06T11:00'), other));
    corrected(story, 'BagNotUsed', says.leave(utc('09-06T11:30'), other));
    expect(story.shipment.stages.receipt.ended.at(-1)).toMatchObject({
      how: 'not-used',
      at: { at: utc('09-06T11:30') },
    });
  });

  it('at the collection centre came after the collection’s end', () => {
    const story = told(dayOneEnough.slice(0, 9)).passTo(utc('09-04T06:00'));
    story.says(utc('09-04T06:00'), says.cancel(utc('09-04T06:00'), 'cryopreserve-at-origin', true));
    story.says(utc('09-04T06:10'), saysOfBags.leftAtOrigin(utc('09-04T05:00'), bag));
    story.says(utc('09-04T06:20'), says.correctEnd(utc('09-04T05:30')));
    expect(conflicts(story.shipment)).toEqual([`record-contradicts/ended/1/left/${bag}`]);
  });
});

describe('the decision to freeze the cells where they were collected', () => {
  const counted = () => told(dayOneEnough.slice(0, 10)).passTo(utc('09-04T05:20'));

  it('needs no count, and contradicts none', () => {
    const story = counted().says(utc('09-04T05:20'), saysOfBags.freeze(utc('09-04T05:00')));
    expect(conflicts(story.shipment)).toEqual([]);
  });

  it('is corrected by what it should have said', () => {
    const story = counted().says(utc('09-04T05:20'), saysOfBags.freeze(utc('09-04T05:00')));
    corrected(story, 'CountDecided', saysOfBags.freeze(utc('09-04T05:10')), 2);
    expect(story.shipment.moments['freezing-decided']?.at.at).toBe(utc('09-04T05:10'));
    expect(story.shipment.stages['cell-count'].status).toBe('cryopreserving');
  });

  it('is asked back when it is said to be older than the cells, and contradicts them if it stands', () => {
    const early = saysOfBags.freeze(utc('09-04T04:00'));
    expect(counted().tries(early)).toBe('decision-before-collection');
    expect(conflicts(despiteRecord(counted(), early))).toEqual(['record-contradicts/ended/1/freezing-decided']);
  });
});

describe('the order of the record', () => {
  it('is at peace again when the start of infusion is corrected', () => {
    const story = corrected(whole(), 'ProductAccepted', says.accept(utc('09-05T11:00')));
    expect(conflicts(story.shipment)).toEqual([`record-contradicts/accepted/infused/${bag}`]);
    story.says(story.now, startedAt(utc('09-05T11:10')));
    expect(conflicts(story.shipment)).toEqual([]);
    expect(fold(story.log)).toEqual(story.shipment);
  });

  it('is contradicted by a start that is corrected to before the acceptance', () => {
    const shipment = despiteRecord(whole(), startedAt(utc('09-05T07:10')));
    expect(conflicts(shipment)).toEqual([`record-contradicts/accepted/infused/${bag}`]);
    expect(chronologyCauses(shipment)[0]?.offers).toMatchObject([
      { command: 'CorrectInfusionStart', prefill: { bag } },
      { command: 'CorrectFact' },
    ]);
  });

  it('goes by the corrected receipt', () => {
    const shipment = despiteRecord(whole(), receivedAt(utc('09-05T07:40')));
    expect(conflicts(shipment)).toEqual(['record-contradicts/received/accepted']);
    expect(chronologyCauses(shipment)[0]?.offers).toMatchObject([{}, { command: 'CorrectReceipt' }]);
  });

  it('holds between the clearance and the conditioning that was begun on it', () => {
    const begun = (despite: string | null) =>
      told([...dayOneEnough.slice(0, 6), [utc('08-29T12:00'), says.conditioned(utc('08-29T12:00'), despite)]]).passTo(
        utc('08-30T12:00'),
      );
    const clearedLate = (story: Story) => corrected(story, 'DonorCleared', says.clear(utc('08-30T02:00')));
    expect(conflicts(begun(null).shipment)).toEqual([]);
    const [cause] = chronologyCauses(clearedLate(begun(null)).shipment);
    expect(cause).toMatchObject({
      key: 'record-contradicts/cleared/conditioned/R1',
      offers: [{ command: 'RecordConditioningStarted', prefill: { recipient: 'R1' } }, { command: 'CorrectFact' }],
    });
    expect(conflicts(clearedLate(begun('the ward was not to wait')).shipment)).toEqual([]);
  });
});
