import { millisOf, type CommandId, type Instant } from '@cellrelay/kernel';
import type { HistoryStep, NewReadings } from '@cellrelay/use-cases';

/** One reading in five minutes. */
const everyMs = 5 * 60_000;

/** The same history with the box's logger bound to it as it is packed, its readings handed in from time to time. */
export function withLogger(steps: readonly HistoryStep[]): readonly HistoryStep[] {
  return steps.flatMap((step) => [step, ...bindingAfter(step)]);
}

function bindingAfter({ command, ...step }: HistoryStep): readonly HistoryStep[] {
  if (command.name !== 'PackBox' || command.data.logger === null) return [];
  const { logger, box, packedAt } = command.data;
  const data = { logger, box, probe: 'in-the-box-air', sends: 'by-file', boundAt: packedAt } as const;
  return [{ ...step, id: `${step.id}/logger` as CommandId, command: { name: 'BindLogger', data } }];
}

/** What the logger of such a history has read until now. The figures are invented, and the same each time. */
export function readingsIn(steps: readonly HistoryStep[], now: Instant): NewReadings['readings'] {
  const bound = steps.flatMap(({ command }) => (command.name === 'BindLogger' ? [command.data.boundAt.at] : []))[0];
  if (bound === undefined) return [];
  const from = millisOf(bound);
  const searched = steps.find(({ command }) => command.name === 'RecordSearchedByHand')?.at ?? bound;
  const count = Math.max(0, Math.floor((millisOf(now) - from) / everyMs));
  return Array.from({ length: count }, (_, index) => {
    const atMillis = from + index * everyMs;
    return { atMillis, celsius: celsiusAt(atMillis - from, atMillis - millisOf(searched)) };
  });
}

const hourMs = 3_600_000;

/** A box that cools down to 4.4 °C, breathes with the room, and is opened once to be searched by hand. */
function celsiusAt(sincePackedMs: number, sinceSearchedMs: number): number {
  const cooling = 3.1 * Math.exp(-sincePackedMs / (1.2 * hourMs));
  const breathing = 0.3 * Math.sin(sincePackedMs / (0.9 * hourMs));
  const opened = sinceSearchedMs < 0 ? 0 : 1.9 * Math.exp(-sinceSearchedMs / (0.6 * hourMs));
  return Math.round(10 * (4.4 + cooling + breathing + opened)) / 10;
}
