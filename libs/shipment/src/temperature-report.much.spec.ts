import { millisOf, plusMinutes } from '@cellrelay/kernel';
import { temperatureReport } from './temperature-report.js';
import { exampleLogger, onTheWay, packedAt, readings } from './thermal.examples.js';

const atMillis = (nth: number) => millisOf(packedAt) + nth * 5_000;

/** One reading each five seconds; the last of them as cold as ice, and each hundredth before it too warm. */
const celsiusOf = (nth: number, count: number) => (nth === count - 1 ? 0 : nth % 100 === 0 ? 9 : 5);

describe('as many readings as may be read of a logger', () => {
  it('are all worked out: the last of them is seen', () => {
    const count = 140_000;
    const all = Array.from({ length: count }, (_, nth) => ({
      atMillis: atMillis(nth),
      celsius: celsiusOf(nth, count),
    }));
    const report = temperatureReport(
      onTheWay('live').shipment,
      readings([exampleLogger, all]),
      plusMinutes(packedAt, count / 12),
    );
    expect(report?.flags).toMatchObject([{ kind: 'ice', extremeCelsius: 0 }]);
  });
});
