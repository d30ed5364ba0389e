import { derivedBesidesAlerts, derivedOnce, differInAlerts } from './derived.js';
import { emptyShipment } from './fold.js';
import type { Shipment } from './shipment.js';

it('asks once for each state, whatever the answer', () => {
  let asked = 0;
  const revisionOf = derivedOnce(({ revision }) => {
    asked += 1;
    return revision === 0 ? undefined : revision;
  });
  const next = { ...emptyShipment, revision: 1 };
  expect([emptyShipment, next, emptyShipment, next].map(revisionOf)).toEqual([undefined, 1, undefined, 1]);
  expect(asked).toBe(2);
});

describe('what is derived besides the alerts', () => {
  const withRung = (shipment: Shipment, key: string): Shipment => {
    const { stages } = shipment;
    const rung = { ...stages.alert.rung, [key]: '2026-11-28T00:00:00.000Z' as const };
    return { ...shipment, stages: { ...stages, alert: { ...stages.alert, rung } as Shipment['stages']['alert'] } };
  };

  it('is asked once for states that differ in their alerts alone, and anew for any other', () => {
    let asked = 0;
    const daysOf = derivedBesidesAlerts(({ stages }) => {
      asked += 1;
      return stages.collection.days.length;
    });
    const first = { ...emptyShipment };
    const rung = withRung(first, 'count-due/1');
    differInAlerts(first, rung);
    const again = withRung(rung, 'decision-due/1');
    differInAlerts(rung, again);
    expect([first, rung, again].map(daysOf)).toEqual([0, 0, 0]);
    expect(asked).toBe(1);
    daysOf(withRung(first, 'count-due/1'));
    expect(asked).toBe(2);
  });

  it.each([
    ['an alert', ({ stages }: Shipment) => stages.alert.rung],
    ['how far the log was read', ({ revision }: Shipment) => revision],
    ['when its last line was written', ({ recordedAt }: Shipment) => recordedAt],
  ])('is never %s', (_what, question) => {
    expect(() => derivedBesidesAlerts<unknown>(question)({ ...emptyShipment })).toThrow('was asked for');
  });
});
