import type { Instant } from '@cellrelay/kernel';
import { causesOf } from './agenda.js';
import { bagOfDay, houston, says, utc } from './case-a.examples.js';
import { correcting } from './corrections.examples.js';
import { fold } from './fold.js';
import { dayOneEnough, type Line } from './journeys.examples.js';
import { defaultPolicy, type CheckItem } from './policy.js';
import { owedCommands } from './process.js';
import type { RecordedEvent, ShipmentCommand, StageCommand } from './shipment.js';
import { Story } from './story.examples.js';

const told = (lines: readonly Line[]): Story =>
  lines.reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const before = (name: string): Story =>
  told(
    dayOneEnough.slice(
      0,
      dayOneEnough.findIndex(([, command]) => command.name === name),
    ),
  );
const receivedAt = utc('09-05T06:50');
const warm = (): Story => {
  const received = says.receive(receivedAt, [bagOfDay(1)]) as Extract<StageCommand, { name: 'RecordReceipt' }>;
  const data = { ...received.data, boxCelsius: 9.4 };
  return before('RecordReceipt').says(utc('09-05T07:00'), { name: 'RecordReceipt', data });
};
const receipt = (boxCelsius: number, at: Instant = receivedAt): ShipmentCommand => ({
  name: 'CorrectReceipt',
  data: {
    ...{ receivedAt: { at, zone: houston }, boxCelsius, sealIntact: true, answers: [] },
    ...{ reason: 'misread', evidence: 'logger' },
  },
});
/** A policy whose checklists ask these points. */
const adopting = (story: Story, asked: (items: readonly CheckItem[]) => readonly CheckItem[]): Story => {
  const { receiptChecklists } = defaultPolicy;
  const value = receiptChecklists.value.map((list) => ({ ...list, items: asked(list.items) }));
  const policy = {
    ...defaultPolicy,
    version: `after-${story.log.length}`,
    receiptChecklists: { ...receiptChecklists, value },
  };
  return story.says(story.now, {
    name: 'AdoptPolicy',
    data: { policy, reason: 'The yearly review.', wordOf: 'Medical director' },
  });
};
const lineOf = ({ log }: Story, type: RecordedEvent['type']) => log.find(({ event }) => event.type === type)?.seq ?? 0;
const deviationsOf = ({ shipment }: Story) =>
  shipment.stages.deviation.deviations.map(({ words, ground }) => [words, ground?.reads]);

describe('a deviation that a rule opened', () => {
  it('follows the temperature that is corrected, until it is none any more', () => {
    const story = warm();
    const words = (celsius: number) => `The box was at ${celsius} °C on opening, not at 2 to 8 °C as ordered.`;
    expect(deviationsOf(story)).toEqual([[words(9.4), 'as-opened']]);
    story.says(story.now, receipt(8.4));
    expect(deviationsOf(story)).toEqual([[words(8.4), 'corrected']]);
    story.says(story.now, receipt(5));
    expect(deviationsOf(story)).toEqual([[words(8.4), 'gone']]);
    story.says(story.now, receipt(9));
    expect(deviationsOf(story)).toEqual([[words(9), 'corrected']]);
    expect(story.log.filter(({ event }) => event.type === 'DeviationOpened')).toHaveLength(1);
    expect(fold(story.log)).toEqual(story.shipment);
    expect(owedCommands(story.shipment)).toEqual([]);
  });

  it('follows its fact where CorrectFact corrects it', () => {
    const story = warm();
    const said = says.receive(receivedAt, [bagOfDay(1)]) as StageCommand;
    story.says(story.now, correcting(lineOf(story, 'ProductReceived'), said));
    expect(deviationsOf(story).map(([, reads]) => reads)).toEqual(['gone']);
  });

  it('is as it was while other facts are corrected', () => {
    const story = warm();
    story.says(story.now, correcting(lineOf(story, 'DonorCleared'), says.clear(utc('08-16T03:00')) as StageCommand));
    expect(deviationsOf(story).map(([, reads]) => reads)).toEqual(['as-opened']);
  });

  it('says what was asked on receipt, though a policy words the point otherwise or drops it since', () => {
    const answers = [{ item: 'integrity', found: 'differs', words: 'a drop' }] as const;
    const received = says.receive(receivedAt, [bagOfDay(1)]) as Extract<StageCommand, { name: 'RecordReceipt' }>;
    const story = before('RecordReceipt').says(utc('09-05T07:00'), {
      name: 'RecordReceipt',
      data: { ...received.data, answers },
    });
    const opened = deviationsOf(story);
    const causes = causesOf(story.shipment);
    adopting(story, (items) => items.map((item) => (item.id === 'integrity' ? { ...item, text: 'Whole' } : item)));
    expect([deviationsOf(story), causesOf(story.shipment)]).toEqual([opened, causes]);
    adopting(story, (items) => items.filter(({ id }) => id !== 'integrity'));
    expect(deviationsOf(story)).toEqual(opened);
    expect(opened.map(([, reads]) => reads)).toEqual(['as-opened']);
    const again = { ...received.data, boxCelsius: 4.4, reason: 'misread', evidence: 'logger' };
    const { bags: _bags, ...data } = { ...again, answers };
    story.says(story.now, { name: 'CorrectReceipt', data });
    expect(deviationsOf(story)).toEqual(opened);
  });

  it('is taken back, and not corrected, by the use of cells that were not to be used', () => {
    const conditioned = says.conditioned(utc('08-29T14:00'));
    const at = dayOneEnough.findIndex(([, { name }]) => name === 'StartInfusion');
    const story = told([...dayOneEnough.slice(0, 6), [utc('08-29T14:00'), conditioned], ...dayOneEnough.slice(6, at)]);
    story.says(utc('09-05T08:00'), says.leave(utc('09-05T08:00'), bagOfDay(1)));
    const words = 'None of the cells are used: past its limit';
    expect(deviationsOf(story)).toEqual([[words, 'as-opened']]);
    story.says(utc('09-05T09:00'), says.infuse(utc('09-05T09:00'), bagOfDay(1)));
    expect(deviationsOf(story)).toEqual([[words, 'taken-back']]);
    expect(fold(story.log)).toEqual(story.shipment);
  });

  it('tells a seal that differs since the other was corrected, without a reason that nobody gave', () => {
    const story = before('DeliverToCentre');
    const packed = story.log.find(({ event }) => event.type === 'BoxPacked')?.event;
    if (packed?.type !== 'BoxPacked') throw new Error('no box');
    const data = { ...packed.data, packedAt: packed.occurredAt, seal: 'SEAL-9' };
    story.says(story.now, correcting(lineOf(story, 'BoxPacked'), { name: 'PackBox', data }));
    expect(deviationsOf(story)).toEqual([
      [`Found otherwise at pick up, seal: ${packed.data.seal}. It should be: SEAL-9.`, 'as-opened'],
    ]);
  });
});
