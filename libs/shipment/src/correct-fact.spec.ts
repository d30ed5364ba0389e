import fc from 'fast-check';
import { plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { bagOfDay, opening, recipientOrder, says, utc } from './case-a.examples.js';
import { correcting, saidOfAnotherTime } from './corrections.examples.js';
import { correctionOf } from './corrections.js';
import { decide } from './decide.js';
import { fold } from './fold.js';
import { dayOneEnough, dayTwoNeeded, openedWith, type Line } from './journeys.examples.js';
import { readingOf } from './reading.js';
import type { RecordedEvent, ShipmentCommand, StageCommand } from './shipment.js';
import { Story } from './story.examples.js';

const told = (lines: readonly Line[]): Story => {
  const story = new Story(utc('08-12T14:30'));
  for (const [at, command] of lines) story.says(at, command);
  return story;
};

/** Day 1 was enough; told up to the line before that event. */
const until = (type: string): Story =>
  told(
    dayOneEnough.slice(
      0,
      dayOneEnough.findIndex(([, { name }]) => name === type),
    ),
  );

const whole = told(dayOneEnough);
const endedDayOne = dataOf(says.end(utc('09-04T04:05')), 'EndCollection');
const houston = 'America/Chicago' as Zone;

function dataOf<Name extends StageCommand['name']>(command: ShipmentCommand, name: Name) {
  if (command.name !== name) throw new Error(`${command.name} is no ${name}`);
  return command.data as Extract<StageCommand, { readonly name: Name }>['data'];
}

function lineOf({ log }: Story, type: RecordedEvent['type'] | 'FactCorrected', nth = 1): number {
  const found = log.filter(({ event }) => event.type === type).at(nth - 1);
  if (found === undefined) throw new Error(`no ${type}`);
  return found.seq;
}

const asFact = (command: ShipmentCommand): StageCommand => {
  if (command.name === 'CorrectFact') throw new Error('a correction records no fact');
  return command;
};

/** The story with that fact corrected; throws when it is refused. */
function corrected(story: Story, type: RecordedEvent['type'] | 'FactCorrected', said: ShipmentCommand): Story {
  const copy = story.copy();
  return copy.says(copy.now, correcting(lineOf(copy, type), asFact(said)));
}

/** The refusal, which leaves no trace. */
function refused(story: Story, command: ShipmentCommand): { readonly code: string; readonly at?: string } {
  const decision = decide(
    command,
    story.shipment,
    { now: story.now, statedBy: { person: 'A', organisation: 'B', how: 'mail' } },
    story.log,
  );
  if (decision.ok) throw new Error('it was taken');
  return decision.error;
}

const standing = ({ shipment }: Story): readonly string[] =>
  shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause.key);

describe('a fact that was recorded wrongly', () => {
  it('reads as corrected from then on, and both values stay in the log', () => {
    const story = corrected(whole, 'ProductReceived', says.receive(utc('09-05T06:55'), [bagOfDay(1)]));
    expect(story.shipment.stages.receipt.receivedAt?.at).toBe(utc('09-05T06:55'));
    expect(story.log.slice(0, whole.log.length)).toEqual(whole.log);
    const line = story.log[whole.log.length];
    const seq = lineOf(whole, 'ProductReceived');
    expect(line?.event).toMatchObject({
      type: 'FactCorrected',
      stage: 'receipt',
      data: {
        fact: seq,
        replaces: [seq],
        was: { type: 'ProductReceived', occurredAt: { at: utc('09-05T07:00') } },
        by: [{ type: 'ProductReceived', occurredAt: { at: utc('09-05T06:55') } }],
        reason: 'misread',
        evidence: 'the paper it was read from',
      },
    });
    expect(story.shipment.revision).toBe(story.log.length);
    expect(story.shipment.stageRevisions.receipt).toBe(line?.seq);
    expect(story.shipment.corrected).toEqual({ [seq]: line?.seq });
    expect(fold(story.log)).toEqual(story.shipment);
  });

  it('moves every deadline that hangs on it', () => {
    const before = until('AcceptProduct');
    const due = (story: Story) => agendaOf(story.shipment).find(({ key }) => key === 'infusion-due')?.dueAt;
    const after = corrected(before, 'ProductReceived', says.receive(utc('09-05T06:52'), [bagOfDay(1)]));
    expect(due(after)).toBe(plusMinutes(due(before) ?? ('' as Instant), -8));
  });

  it('takes with it what the same decision recorded, and brings it anew', () => {
    const low = until('EndCollection');
    const warned = corrected(low, 'CollectionStarted', says.start(utc('09-04T00:05'), 1, 90));
    expect(warned.shipment.stages.collection.days[0]).toMatchObject({ plateletsE9PerL: 90, plateletsBelowE9PerL: 120 });
    const first = lineOf(warned, 'FactCorrected');
    const high = warned.copy();
    high.says(high.now, correcting(first, asFact(says.start(utc('09-04T00:05'), 1, 182))));
    expect(high.shipment.stages.collection.days[0]).toMatchObject({ plateletsE9PerL: 182, plateletsBelowE9PerL: null });

    const recordedLow = told([
      ...dayOneEnough.slice(0, 7),
      [utc('09-04T00:05'), says.start(utc('09-04T00:05'), 1, 90)],
    ]);
    const mended = corrected(recordedLow, 'CollectionStarted', says.start(utc('09-04T00:05'), 1, 182));
    const start = lineOf(mended, 'CollectionStarted');
    const line = lineOf(mended, 'FactCorrected');
    expect(mended.log[line - 1]?.event.data).toMatchObject({ replaces: [start, start + 1] });
    expect(mended.shipment.stages.collection.days[0]?.plateletsBelowE9PerL).toBeNull();
    expect(mended.shipment.corrected).toEqual({ [start]: line, [start + 1]: line });
  });

  it('can be corrected once more, by its own line or by that of the correction: the newest is read', () => {
    const once = corrected(whole, 'ProductReceived', says.receive(utc('09-05T06:55'), [bagOfDay(1)]));
    const first = lineOf(once, 'FactCorrected');
    const seq = lineOf(whole, 'ProductReceived');
    for (const fact of [first, seq]) {
      const twice = once.copy();
      twice.says(twice.now, correcting(fact, asFact(says.receive(utc('09-05T06:58'), [bagOfDay(1)]))));
      const last = lineOf(twice, 'FactCorrected', 2);
      expect(twice.shipment.stages.receipt.receivedAt?.at).toBe(utc('09-05T06:58'));
      expect(twice.shipment.corrected).toEqual({ [seq]: last, [first]: last });
      expect(twice.log[last - 1]?.event.data).toMatchObject({
        fact: seq,
        was: { occurredAt: { at: utc('09-05T06:55') } },
      });
      expect(fold(twice.log)).toEqual(twice.shipment);
    }
  });

  it('keeps the time of its recording where its command states none', () => {
    const consented = told([
      ...openedWith(dayOneEnough.slice(0, 3), {
        recipients: [recipientOrder(5.2)],
      }),
      [utc('08-14T02:00'), { name: 'RecordRegistryConsent', data: { evidence: 'letter of 14 August' } }],
    ]);
    consented.passTo(utc('08-15T02:00'));
    const story = corrected(consented, 'RegistryConsentRecorded', {
      name: 'RecordRegistryConsent',
      data: { evidence: 'letter of 13 August' },
    });
    const { lines } = readingOf(story.log);
    expect(lines.find(({ event }) => event.type === 'RegistryConsentRecorded')).toMatchObject({
      recordedAt: utc('08-14T02:00'),
      event: { occurredAt: { at: utc('08-14T02:00') }, data: { evidence: 'letter of 13 August' } },
    });
  });

  it('is an order, too: under the policy that was pinned, and judged against its registry anew', () => {
    const policy = { ...opening.data.policy, version: 'of another day', registries: [] };
    const story = corrected(whole, 'ShipmentOpened', {
      ...opening,
      data: { ...opening.data, reference: 'CR-24-0099', policy },
    });
    expect(story.shipment.stages.order.details?.reference).toBe('CR-24-0099');
    expect(story.shipment.stages.order.policy).toEqual(opening.data.policy);
    expect(story.shipment.stages.order.status).toBe('closed');
  });

  it('is a label: whatever was recorded of the bag since is read as of the new one', () => {
    const packed = until('HandOverToCourier');
    const data = { ...endedDayOne, din: 'G123498654399' };
    const end = asFact({ name: 'EndCollection', data });
    const story = corrected(packed, 'CollectionEnded', end);
    const bag = 'G123498654399/S1128V00';
    expect(story.shipment.stages['courier-handoff'].packed?.bags).toEqual([bag]);
    expect(story.shipment.stages['cell-count'].counts[0]?.bags[0]?.bag).toBe(bag);
    expect(agendaOf(story.shipment).map(({ key }) => key)).toContain(`bag-limit/${bag}`);
    expect(JSON.stringify(agendaOf(story.shipment))).not.toContain(bagOfDay(1));
    for (const [at, command] of dayOneEnough.slice(-5)) {
      story.says(at, JSON.parse(JSON.stringify(command).replaceAll(bagOfDay(1), bag)) as ShipmentCommand);
    }
    expect(story.shipment.stages.order.status).toBe('closed');
    expect(fold(story.log)).toEqual(story.shipment);
    const back = corrected(story, 'CollectionEnded', says.end(utc('09-04T04:05')));
    expect(back.shipment.stages.receipt.ended[0]?.bag).toBe(bagOfDay(1));
    expect(fold(back.log)).toEqual(back.shipment);
  });
});

describe('a correction is refused', () => {
  const fact = (type: RecordedEvent['type']) => lineOf(whole, type);
  const receive = asFact(says.receive(utc('09-05T06:55'), [bagOfDay(1)]));
  const otherBags = {
    name: 'EndCollection',
    data: {
      ...endedDayOne,
      bags: ['A', 'B'].map((each) => ({ productCode: `S1128V${each}0`, volumeMl: 100, recipient: 'R1' })),
    },
  } as const satisfies StageCommand;
  const wordless = (words: object) => {
    const command = correcting(fact('ProductReceived'), receive);
    return { ...command, data: { ...command.data, ...words } };
  };

  it.each<[string, string, ShipmentCommand]>([
    ['no-such-fact', '/fact', correcting(9999, receive)],
    ['not-correctable', '/fact', correcting(fact('PlanConfirmed'), receive)],
    ['not-correctable', '/fact', correcting(fact('AlertRaised'), receive)],
    ['not-correctable', '/fact', correcting(fact('CountDecided'), receive)],
    ['not-correctable', '/fact', correcting(fact('CellsCounted'), asFact(says.count(utc('09-04T05:10'), 1640)))],
    ['another-command', '/command', correcting(fact('ProductReceived'), asFact(says.accept(utc('09-05T07:10'))))],
    ['another-fact', '/body/day', correcting(fact('CollectionStarted'), asFact(says.start(utc('09-05T00:05'), 2)))],
    ['another-fact', '/body/bag', correcting(fact('InfusionStarted'), asFact(says.infuse(utc('09-05T10:40'), 'X/Y')))],
    [
      'has-its-own-correction',
      '/body/endedAt',
      correcting(fact('CollectionEnded'), asFact(says.end(utc('09-04T04:00')))),
    ],
    ['bags-named-later', '/body/bags', correcting(fact('CollectionEnded'), otherBags)],
    [
      'in-the-future',
      '/body/receivedAt',
      correcting(fact('ProductReceived'), asFact(says.receive(utc('12-05T06:55'), [bagOfDay(1)]))),
    ],
    ['bags-differ', '/body/bags', correcting(fact('ProductReceived'), asFact(says.receive(utc('09-05T06:55'), [])))],
    [
      'nothing-corrected',
      '/body',
      correcting(fact('ProductReceived'), asFact(says.receive(utc('09-05T07:00'), [bagOfDay(1)]))),
    ],
    ['text-missing', '/reason', wordless({ reason: ' ' })],
    ['text-missing', '/evidence', wordless({ evidence: '' })],
  ])('%s at %s', (code, at, command) => {
    expect(refused(whole, command)).toMatchObject({ code, at });
  });

  it('nothing-corrected also where what stands is finer than a second, which no form shows and no correction of another field cuts off; with another second it is taken', () => {
    const desk = until('RecordReceipt').says(
      utc('09-05T07:30'),
      says.receive('2024-09-05T07:00:41.250Z' as Instant, [bagOfDay(1)]),
    );
    const again = (at: string) =>
      correcting(lineOf(desk, 'ProductReceived'), asFact(says.receive(at as Instant, [bagOfDay(1)])));
    const colder = asFact(says.receive('2024-09-05T07:00:41.000Z' as Instant, [bagOfDay(1)])) as Extract<
      StageCommand,
      { name: 'RecordReceipt' }
    >;
    const said = { ...colder, data: { ...colder.data, boxCelsius: 3 } };
    const read = desk.copy();
    read.says(read.now, correcting(lineOf(read, 'ProductReceived'), said));
    expect(read.shipment.stages.receipt.receivedAt?.at).toBe('2024-09-05T07:00:41.250Z');
    expect(refused(desk, again('2024-09-05T07:00:41.000Z'))).toMatchObject({ code: 'nothing-corrected' });
    expect(desk.copy().tries(again('2024-09-05T07:00:40.000Z'))).toBeUndefined();
  });

  it('of a label that another bag has', () => {
    const both = told(dayTwoNeeded);
    const data = { ...endedDayOne, din: 'G123498654322' };
    const command = correcting(lineOf(both, 'CollectionEnded'), { name: 'EndCollection', data });
    expect(refused(both, command)).toMatchObject({ code: 'label-in-use', at: '/body/din' });
  });

  it('says by which command a fact is corrected that has one of its own', () => {
    const command = correcting(fact('CellsCounted'), asFact(says.count(utc('09-04T05:10'), 1640)));
    expect(refused(whole, command)).toMatchObject({ allowed: ['CorrectCellCount'] });
  });

  it('cannot be decided without the log, which is a defect', () => {
    const statedBy = { person: 'A', organisation: 'B', how: 'mail' } as const;
    const command = correcting(fact('ProductReceived'), receive);
    expect(() => decide(command, whole.shipment, { now: whole.now, statedBy })).toThrow('with the log in hand');
  });
});

describe('a record that contradicts itself', () => {
  const late = () => corrected(until('RecordReceipt'), 'HandedOverToCourier', says.handOver(utc('09-04T12:30')));

  it('is an alert that names both facts in their own clocks, and offers to correct either', () => {
    const story = late();
    expect(standing(story)).toContain('record-contradicts/handed-over/departed/1.0/1');
    const alert = story.shipment.stages.alert.alerts.find(({ cause }) => cause.key.endsWith('departed/1.0/1'));
    expect(alert?.cause.wrong).toContain('before the courier took the box at 4 Sept 2024 20:30 (Asia/Shanghai)');
    expect(alert?.cause).toMatchObject({
      stage: 'flight-booking',
      severity: 'warning',
      offers: [
        { command: 'CorrectFact', prefill: { fact: lineOf(story, 'FlightDeparted') } },
        { command: 'CorrectFact', prefill: { fact: lineOf(story, 'HandedOverToCourier') } },
      ],
    });
  });

  it('ends when either is corrected', () => {
    const story = corrected(late(), 'HandedOverToCourier', says.handOver(utc('09-04T07:20')));
    expect(standing(story).filter((key) => key.startsWith('record-contradicts'))).toEqual([]);
  });

  it('is critical where a clock hangs on it, and stands after the end', () => {
    const story = corrected(whole, 'InfusionStarted', says.infuse(utc('09-04T04:00'), bagOfDay(1)));
    expect(story.shipment.stages.order.status).toBe('closed');
    expect(standing(story)).toEqual([
      `record-contradicts/ended/1/infused/${bagOfDay(1)}`,
      `record-contradicts/accepted/infused/${bagOfDay(1)}`,
    ]);
    const [alert] = story.shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved');
    expect(alert?.cause).toMatchObject({
      severity: 'critical',
      offers: [
        { command: 'CorrectInfusionStart', prefill: { bag: bagOfDay(1) } },
        { command: 'CorrectCollectionEnd', prefill: { day: 1 } },
      ],
    });
    story.says(story.now, says.correctEnd(utc('09-04T03:50')));
    expect(standing(story)).toEqual([`record-contradicts/accepted/infused/${bagOfDay(1)}`]);
  });

  it('is asked back once, and taken when it is said to stand all the same', () => {
    const story = until('AcceptProduct');
    const circumstances = { now: story.now, statedBy: { person: 'A', organisation: 'B', how: 'mail' } } as const;
    const early: ShipmentCommand = {
      name: 'AcceptProduct',
      data: { acceptedAt: { at: utc('09-05T06:30'), zone: houston }, deviation: null },
    };
    expect(refused(story, early)).toMatchObject({ code: 'inspected-before-receipt', standsIfConfirmed: true });
    const taken = decide(early, story.shipment, { ...circumstances, despiteRecord: true });
    expect(taken.ok && taken.value.events.map(({ type }) => type)).toEqual(['ProductAccepted', 'AlertRaised']);
  });

  it('does not say so of a refusal that nothing can confirm', () => {
    expect(refused(until('AcceptProduct'), says.accept(utc('12-05T06:30')))).not.toHaveProperty('standsIfConfirmed');
  });
});

describe('what was said wrongly and corrected at once', () => {
  it('comes to the same stages and the same agenda as what was said rightly', () => {
    const place = fc.record({ journey: fc.nat(1), line: fc.nat(40), minutes: fc.integer({ min: -50, max: -1 }) });
    let compared = 0;
    fc.assert(
      fc.property(place, ({ journey, line, minutes }) => {
        const lines = [dayOneEnough, dayTwoNeeded][journey] ?? [];
        const index = line % lines.length;
        const wrong = saidWrongly(lines.slice(0, index + 1), minutes);
        if (wrong === undefined) return;
        const right = told(lines.slice(0, index + 1));
        compared += 1;
        expect(stagesOf(wrong)).toEqual(stagesOf(right));
        expect(owedIn(wrong)).toEqual(owedIn(right));
        expect(fold(wrong.log)).toEqual(wrong.shipment);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(5);
  });
});

/** The story with its last line said of another time, and then corrected; undefined where that is refused, or there is nothing to correct. */
function saidWrongly(lines: readonly Line[], minutes: number): Story | undefined {
  const [at, command] = lines.at(-1) ?? [utc('08-12T14:30'), opening];
  const story = told(lines.slice(0, -1)).passTo(at);
  const before = story.log.length;
  if (command.name === 'OpenShipment' || story.tries(saidOfAnotherTime(asFact(command), minutes)) !== undefined)
    return undefined;
  const fact = readingOf(story.log.slice(before)).lines.find(({ event }) => {
    const correction = correctionOf(event);
    return !('not' in correction) && correction.command === command.name;
  });
  return fact === undefined || story.tries(correcting(fact.seq, asFact(command))) !== undefined ? undefined : story;
}

function stagesOf({ shipment }: Story): unknown {
  return { ...shipment.stages, alert: null };
}

/** What is owed but for the alerts' own: their history differs, since the wrong value had its own. */
function owedIn({ shipment }: Story): readonly unknown[] {
  return agendaOf(shipment).filter(({ kind }) => kind !== 'tell');
}
