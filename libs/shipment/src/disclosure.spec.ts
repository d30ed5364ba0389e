import type { Alert } from './alert/alert.js';
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

describe('alerts whose names hold withheld words', () => {
  const ids = (...known: readonly string[]) => {
    const alerts = known.map((id) => ({
      id,
      cause: { key: id.replace(/#\d$/, ''), offers: [] },
    })) as unknown as readonly Alert[];
    const alert = { ...emptyShipment.stages.alert, alerts };
    const { stages } = sharedShipment({ ...emptyShipment, stages: { ...emptyShipment.stages, alert } });
    return stages.alert.alerts.map(({ id }) => id);
  };

  it('are as many as there are, and keep their names when more ring', () => {
    const boxes = ['box-hold/A#1', 'seal#1', 'box-hold/B#1'];
    const names = ['box-hold/(withheld)#1', 'seal#1', 'box-hold/(withheld)~2#1'];
    expect(ids(...boxes)).toEqual(names);
    expect(ids(...boxes, 'box-hold/C#1')).toEqual([...names, 'box-hold/(withheld)~3#1']);
  });

  it('have the number of their box where they ring again', () => {
    expect(ids('box-hold/A#1', 'box-hold/B#1', 'box-hold/B#2').slice(1)).toEqual([
      'box-hold/(withheld)~2#1',
      'box-hold/(withheld)~2#2',
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
