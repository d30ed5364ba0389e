import type { Instant, Zone } from '@cellrelay/kernel';
import { emptyShipment } from './fold.js';
import { loggerSpans, openedAllowanceMinutes } from './logger-spans.js';
import type { Shipment } from './shipment.js';
import type { LoggerBinding } from './temperature/temperature.js';

const at = (text: string) => ({ at: `2026-11-27T${text}:00.000Z` as Instant, zone: 'UTC' as Zone });

function shipmentWith(bindings: readonly Partial<LoggerBinding>[], receivedAt: string | null): Shipment {
  const { stages } = emptyShipment;
  const usual = { logger: 'L1', box: 'B1', probe: 'at-the-bag', sends: 'live', boundAt: at('08:00') } as const;
  const bound = bindings.map((each) => ({ ...usual, unboundAt: null, ...each }));
  const receipt = { ...stages.receipt, receivedAt: receivedAt === null ? null : at(receivedAt) };
  return { ...emptyShipment, stages: { ...stages, receipt, temperature: { ...stages.temperature, bindings: bound } } };
}

const ends = (shipment: Shipment) => loggerSpans(shipment).map(({ until, byReceipt }) => [until, byReceipt]);

describe('while a logger is read for a shipment', () => {
  it('is from its binding on, without end while the box travels and nobody takes it out', () => {
    expect(loggerSpans(shipmentWith([{}], null))).toEqual([
      { logger: 'L1', from: '2026-11-27T08:00:00.000Z', until: null, byReceipt: false },
    ]);
  });

  it('ends so many minutes after the receipt where nobody unbinds it', () => {
    expect(openedAllowanceMinutes).toBe(60);
    expect(ends(shipmentWith([{}], '20:00'))).toEqual([['2026-11-27T21:00:00.000Z', true]]);
  });

  it('ends when it is unbound, before the receipt or shortly after, and no later for being unbound late', () => {
    const bindings = ['19:00', '20:30', '23:00'].map((text) => ({ unboundAt: at(text) }));
    expect(ends(shipmentWith(bindings, '20:00'))).toEqual([
      ['2026-11-27T19:00:00.000Z', false],
      ['2026-11-27T20:30:00.000Z', false],
      ['2026-11-27T21:00:00.000Z', true],
    ]);
  });

  it('is no time at all where it is bound after that', () => {
    const [span] = loggerSpans(shipmentWith([{ boundAt: at('22:00') }], '20:00'));
    expect((span?.until ?? '') < (span?.from ?? '')).toBe(true);
  });
});
