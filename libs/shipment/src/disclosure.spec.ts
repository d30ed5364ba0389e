import type { Deviation } from './deviation/deviation.js';
import { withoutPatient } from './disclosure.patient.js';
import { sharedShipment, withheld } from './disclosure.js';
import { emptyShipment } from './fold.js';
import { tokenOf } from './sealed-words.js';
import type { Shipment } from './shipment.js';

const [one, other] = [tokenOf('a'.repeat(43)), tokenOf('b'.repeat(43))];

/** A shipment with deviations in these words, which a rule opened. */
function deviating(...all: readonly string[]): Shipment {
  const deviations = all.map((words) => ({ words, ground: { words } })) as unknown as readonly Deviation[];
  return { ...emptyShipment, stages: { ...emptyShipment.stages, deviation: { deviations } } };
}

function wordsOf({ stages }: Shipment): readonly (readonly (string | undefined)[])[] {
  return stages.deviation.deviations.map(({ words, ground }) => [words, ground?.words]);
}

describe('what a rule says of a fact', () => {
  const shared = sharedShipment(
    deviating(`Refused: ${one}`, `None of the cells are used: ${one}; ${other}`, 'The seal was not intact.', one),
  );

  it('is left with its authors’ sealed words, and with nobody’s else', () => {
    expect(wordsOf(shared)).toEqual([
      [one, one],
      [`${one}; ${other}`, `${one}; ${other}`],
      [withheld, withheld],
      [one, one],
    ]);
  });

  it('tells whoever may not know of the outcome not even how many reasons there are', () => {
    expect(wordsOf(withoutPatient(shared))).toEqual([
      [one, one],
      [withheld, withheld],
      [withheld, withheld],
      [one, one],
    ]);
  });
});

describe('that nobody could be told of an alert', () => {
  const alerts = ['nobody-told', 'seats-refused/1'].map((key) => ({
    ...{ id: `${key}#1`, status: 'raised', acknowledgedBy: null, told: { accounts: ['acc-1'] } },
    cause: { key, stage: 'alert', severity: 'warning', wrong: '', follows: '', offers: [] },
  })) as unknown as Shipment['stages']['alert']['alerts'];
  const { alert } = emptyShipment.stages;
  const shared = sharedShipment({
    ...emptyShipment,
    stages: { ...emptyShipment.stages, alert: { ...alert, alerts } },
  });

  it('is the operator’s matter, as is whom they told', () => {
    expect(shared.stages.alert.alerts.map(({ cause, told }) => [cause.key, told])).toEqual([
      ['seats-refused/1', undefined],
    ]);
  });
});
