import type { Instant } from '@cellrelay/kernel';
import { bagOfDay, houston, says, utc } from './case-a.examples.js';
import { correcting } from './corrections.examples.js';
import { correctionsOfLines, factToCorrect } from './corrections-of-lines.js';
import { dayOneEnough, dayTwoNeeded, type Line } from './journeys.examples.js';
import type { RecordedEvent, ShipmentCommand, StageCommand } from './shipment.js';
import { Story } from './story.examples.js';

const told = (lines: readonly Line[]): Story =>
  lines.reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const whole = () => told(dayOneEnough).passTo(utc('09-05T12:00'));
const bag = bagOfDay(1);
const why = { reason: 'misread', evidence: 'ward sheet' };
const receipt = (at: Instant): ShipmentCommand => ({
  name: 'CorrectReceipt',
  data: { receivedAt: { at, zone: houston }, boxCelsius: 4, sealIntact: true, answers: [], ...why },
});
const start = (at: Instant): ShipmentCommand => ({
  name: 'CorrectInfusionStart',
  data: { bag, startedAt: { at, zone: houston }, how: 'infusion', volumeInfusedMl: null, ...why },
});

type Type = RecordedEvent['type'] | 'FactCorrected';
const lineOf = ({ log }: Story, type: Type) => log.find(({ event }) => event.type === type)?.seq ?? 0;
const offered = (story: Story, type: Type) => correctionsOfLines(story.log).get(lineOf(story, type));
const byLine = (story: Story, type: Type) => ({ command: 'CorrectFact', prefill: { fact: lineOf(story, type) } });
const corrected = (story: Story, type: Type, said: ShipmentCommand) =>
  story.says(story.now, correcting(lineOf(story, type), said as StageCommand));

describe('how the fact of a line is corrected', () => {
  it('is by its line, by a correction of its own, or by both', () => {
    const story = whole();
    expect(offered(story, 'ProductReceived')).toEqual([byLine(story, 'ProductReceived')]);
    expect(offered(story, 'ProductAccepted')).toEqual([byLine(story, 'ProductAccepted')]);
    expect(offered(story, 'CellsCounted')).toEqual([{ command: 'CorrectCellCount', prefill: { day: 1 } }]);
    expect(offered(story, 'CollectionEnded')).toEqual([
      { command: 'CorrectCollectionEnd', prefill: { day: 1 } },
      byLine(story, 'CollectionEnded'),
    ]);
  });

  it.each<Type>(['PlanConfirmed', 'AlertRaised', 'PlanProposed', 'PolicyPinned'])(
    'is not, where it follows by rule, tells of bells, or is done anew: %s',
    (type) => {
      expect(offered(whole(), type)).toEqual([]);
    },
  );

  it('is by the newest line that corrects it, and not by an older one', () => {
    const story = whole();
    corrected(story, 'ProductReceived', says.receive(utc('09-05T06:55'), [bag]));
    expect(offered(story, 'ProductReceived')).toBeUndefined();
    expect(offered(story, 'FactCorrected')).toEqual([byLine(story, 'FactCorrected')]);
  });

  it.each<[Type, Type, ShipmentCommand, object]>([
    ['ProductReceived', 'ReceiptCorrected', receipt(utc('09-05T06:55')), {}],
    ['InfusionStarted', 'InfusionStartCorrected', start(utc('09-05T10:50')), { bag }],
  ])('is by its own correction once there was one: %s', (type, by, own, prefill) => {
    const story = whole();
    story.says(story.now, own);
    const offer = [{ command: own.name, prefill }];
    expect([offered(story, type), offered(story, by)]).toEqual([offer, offer]);
  });
});

describe('what the form of a correction begins with', () => {
  it('is what was said, as it reads by now, with the fields that must stay', () => {
    const story = corrected(whole(), 'ProductReceived', says.receive(utc('09-05T06:55'), [bag]));
    const line = lineOf(story, 'FactCorrected');
    expect(factToCorrect(line, story.log)).toMatchObject({
      value: {
        fact: lineOf(story, 'ProductReceived'),
        stage: 'receipt',
        said: { name: 'RecordReceipt', data: { receivedAt: { at: utc('09-05T06:55') }, bags: [bag] } },
        kept: [],
      },
    });
    expect(factToCorrect(lineOf(story, 'CollectionEnded'), story.log)).toMatchObject({
      value: { kept: ['day', 'endedAt'] },
    });
  });

  it('is refused where the fact is not corrected so', () => {
    const story = whole();
    const code = (line: number) => {
      const found = factToCorrect(line, story.log);
      return found.ok ? undefined : found.error.code;
    };
    expect([code(0), code(lineOf(story, 'PlanConfirmed')), code(lineOf(story, 'CellsCounted'))]).toEqual([
      'no-such-fact',
      'not-correctable',
      'not-correctable',
    ]);
  });
});

describe('a correction that says what is recorded already', () => {
  const again = (story: Story, type: Type): ShipmentCommand => {
    const found = factToCorrect(lineOf(story, type), story.log);
    if (!found.ok) throw new Error(found.error.code);
    return correcting(found.value.fact, found.value.said);
  };

  it.each<Type>(['ShipmentOpened', 'CollectionStarted', 'ProductReceived'])('corrects nothing: %s', (type) => {
    const story = whole();
    expect(story.tries(again(story, type))).toBe('nothing-corrected');
  });

  it.each([
    ['CorrectReceipt', receipt(utc('09-05T06:50'))],
    ['CorrectInfusionStart', start(utc('09-05T11:00'))],
  ])('corrects nothing: %s', (_name, own) => {
    const story = whole();
    const as =
      own.name === 'CorrectReceipt'
        ? story.shipment.stages.receipt.receivedAt
        : story.shipment.stages.receipt.ended[0]?.at;
    const field = own.name === 'CorrectReceipt' ? 'receivedAt' : 'startedAt';
    const same = { ...own, data: { ...own.data, [field]: as } } as ShipmentCommand;
    expect(story.tries(same)).toBe('nothing-corrected');
  });

  it('corrects no decision that could not be taken any more today', () => {
    const story = told(dayTwoNeeded).passTo(utc('09-06T12:00'));
    const decide = again(story, 'CountDecided');
    expect(story.tries(decide)).toBe('nothing-corrected');
  });
});
