import { latest, plusMinutes } from '@cellrelay/kernel';
import type { Call } from '../obligation.js';
import type { TemperatureAgendaFacts, TemperatureState } from './temperature.js';

export { temperatureCauses } from './temperature.causes.js';

/** Live loggers in the box are looked after, each so long after it was last heard; with the trip over, none is. */
export function temperatureObligations(state: TemperatureState, facts: TemperatureAgendaFacts): readonly Call[] {
  if (facts.received) return [];
  return facts.inUse
    .filter(({ sends }) => sends === 'live')
    .map((logger) => watching(logger, state, facts.watchMinutes));
}

function watching(
  { logger, box, from }: TemperatureAgendaFacts['inUse'][number],
  { watched }: TemperatureState,
  minutes: number,
): Call {
  const { times, through, silentAt } = watched[logger] ?? { times: 0, through: null, silentAt: null };
  const since = latest([from, ...(through === null ? [] : [through])]) ?? from;
  const asked = latest([since, ...(silentAt === null ? [] : [silentAt])]) ?? since;
  return {
    does: 'call',
    stage: 'temperature',
    owner: 'desk',
    key: `watch-logger/${logger}/${times + 1}`,
    kind: 'watch-logger',
    dueAt: plusMinutes(asked, minutes),
    what: `See whether logger ${logger} in box ${box} has sent`,
    request: { logger, box, since },
    byHand: [
      { command: 'RecordLoggerHeard', label: 'It has sent', prefill: { logger } },
      { command: 'RecordLoggerSilent', label: 'It is silent', prefill: { logger } },
    ],
  };
}
