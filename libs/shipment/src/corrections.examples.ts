import { plusMinutes, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { correctionOf } from './corrections.js';
import { readingOf } from './reading.js';
import type { CorrectFact, LoggedEvent, StageCommand } from './shipment.js';

/** What somebody could say of any line of the log: that it was this much earlier or later, with everything else as it was. */
export function correctionsSaid(log: readonly LoggedEvent[], minutes: number): readonly CorrectFact[] {
  return readingOf(log).lines.flatMap(({ seq, event }) => {
    const correction = correctionOf(event);
    if ('not' in correction) return [];
    const { command, own, data } = correction;
    const kept = own === undefined ? {} : { [own.field]: (data as Record<string, unknown>)[own.field] };
    const anew = { ...(shifted(data, minutes) as object), ...kept };
    return [correcting(seq, { name: command, data: anew } as StageCommand)];
  });
}

/** The correction of that line by what should have been said. */
export function correcting(fact: number, corrected: StageCommand): CorrectFact {
  return {
    name: 'CorrectFact',
    data: { fact, corrected, reason: 'misread', evidence: 'the paper it was read from' },
  };
}

/** The same said of another time: so much earlier or later. */
export function saidOfAnotherTime(command: StageCommand, minutes: number): StageCommand {
  return { name: command.name, data: shifted(command.data, minutes) } as StageCommand;
}

function shifted(value: unknown, minutes: number): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => shifted(each, minutes));
  if (typeof value !== 'object' || value === null) return value;
  if (isZoned(value)) return { ...value, at: plusMinutes(value.at, minutes) };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shifted(each, minutes)]));
}

function isZoned(value: object): value is ZonedInstant {
  return 'at' in value && 'zone' in value && typeof value.at === 'string' && (value.at as Instant).endsWith('Z');
}
