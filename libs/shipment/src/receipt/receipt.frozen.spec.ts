import { receiptCauses, receiptObligations } from './receipt.agenda.js';
import { decideReceipt } from './receipt.decide.js';
import { accept, asFrozen, at, facts, frozen, infuse, receivedAt, states, store } from './receipt.examples.js';
import type { ReceiptAgendaFacts, ReceiptCommand } from './receipt.js';

describe('a frozen unit', () => {
  const agenda: ReceiptAgendaFacts = {
    ...frozen,
    ...{ receiptToInfusionMinutes: 60, reportGraceMinutes: 45, arrivalLossWarningPercent: 20, toTell: [] },
    followUp: { atClock: '09:00', questions: [] },
  };

  it.each([
    [-196, []],
    [-150, []],
    [-140, [{ severity: 'warning', wrong: 'The unit was as warm as -140 °C; it is stored at -150 °C or colder.' }]],
    [-130, [{ severity: 'critical' }]],
    [-100, [{ severity: 'critical', wrong: expect.stringContaining('that it has stayed frozen is not assured') }]],
  ])('that was as warm as %s °C', (celsius, causes) => {
    expect(receiptCauses(receivedAt(celsius), agenda)).toMatchObject(causes);
  });

  it('that was too warm is accepted with its deviation stated, and not without', () => {
    expect(decideReceipt(accept(), receivedAt(-140), frozen)).toMatchObject({
      ok: false,
      error: { code: 'deviation-not-stated' },
    });
    expect(asFrozen(receivedAt(-140), accept('24T20:30', 'twenty minutes at -140 °C')).status).toBe('accepted');
  });

  it('that is stored has ended its clock, and may be infused later', () => {
    expect(states.stored.ended).toEqual([
      expect.objectContaining({ bag: 'bag-1', at: at('24T21:00'), how: 'stored-frozen', ageMinutes: 1500 }),
    ]);
    expect(receiptObligations(states.stored, agenda)).toEqual([]);
    const infused = asFrozen(states.stored, infuse('bag-1', '25T02:00'));
    expect(infused.status).toBe('infused');
    expect(infused.ended.map(({ how }) => how)).toEqual(['stored-frozen', 'infusion']);
  });

  it.each([
    ['cryopreserved here', { ...store.data, how: 'cryopreservation' }, frozen],
    ['stored though it came fresh', store.data, facts],
  ])('cannot be %s', (_, data, circumstances) => {
    const command = { name: 'StartInfusion', data } as ReceiptCommand;
    expect(decideReceipt(command, states.accepted, circumstances)).toMatchObject({
      ok: false,
      error: { code: 'no-such-end', at: '/how' },
    });
  });

  it('cannot be stored twice', () => {
    expect(decideReceipt(store, states.stored, frozen)).toMatchObject({
      ok: false,
      error: { code: 'bag-already-ended' },
    });
  });

  it('is owed to be stored or infused once it is there', () => {
    expect(receiptObligations(asFrozen(receivedAt(-180), accept()), agenda)).toMatchObject([
      { key: 'infusion-due', offers: [{ prefill: { how: 'stored-frozen' } }, { prefill: { how: 'infusion' } }] },
    ]);
  });
});
