import { hoursText, spanText } from '../time/duration.js';
import { t } from '../words/words.js';

const HOUR = 3_600_000;

/** All bars share this axis, or bars of two rows could not be compared. */
export const AXIS_HOURS = 80;

type Tone = 'plain' | 'over-target' | 'over-limit';

const lines: Readonly<Record<Tone, (line: string) => string>> = {
  plain: (line) => t('of {line}', { line }),
  'over-target': (line) => t('past {line}', { line }),
  'over-limit': (line) => t('past limit {line}', { line }),
};

const aheadLines: Readonly<Record<Tone, (ahead: string, line: string) => string>> = {
  plain: (ahead, line) => t('→ {ahead} of {line}', { ahead, line }),
  'over-target': (ahead, line) => t('→ {ahead}, past {line}', { ahead, line }),
  'over-limit': (ahead, line) => t('→ {ahead}, past limit {line}', { ahead, line }),
};

const endedLines: Readonly<Record<Tone, (line: string) => string>> = {
  plain: (line) => t('ended, of {line}', { line }),
  'over-target': (line) => t('ended, past {line}', { line }),
  'over-limit': (line) => t('ended, past limit {line}', { line }),
};

/** A bag's clock in instants, as the API tells it. */
interface Clock {
  readonly startsAt: string;
  readonly targetAt: string;
  readonly limitAt: string;
  readonly endedAt: string | null;
  readonly infusionForecastAt: string | null;
}

/** What bar and text say of a bag's clock. Hours are for the bar's axis. */
export interface BagFigures {
  readonly ageHours: number;
  readonly forecastHours: number | null;
  readonly targetHours: number;
  readonly limitHours: number;
  readonly tone: Tone;
  /** "13 h 36" */
  readonly age: string;
  /** "→ 32 h 55 of 48 h", "→ 50 h 00, past 48 h" */
  readonly rest: string;
}

/** Age now, forecast and lines of the governing bag at `now` (milliseconds); what is over a line says so in words too. */
export function bagFigures(clock: Clock, now: number): BagFigures {
  const start = Date.parse(clock.startsAt);
  const since = (at: string) => Date.parse(at) - start;
  const age = clock.endedAt === null ? Math.max(0, now - start) : since(clock.endedAt);
  const forecast = clock.endedAt === null && clock.infusionForecastAt !== null ? since(clock.infusionForecastAt) : null;
  const [target, limit] = [since(clock.targetAt), since(clock.limitAt)];
  const worst = Math.max(age, forecast ?? 0);
  const tone = worst > limit ? 'over-limit' : worst > target ? 'over-target' : 'plain';
  const line = hoursText(tone === 'over-limit' ? limit : target);

  return {
    ...{ ageHours: age / HOUR, forecastHours: forecast === null ? null : forecast / HOUR },
    ...{ targetHours: target / HOUR, limitHours: limit / HOUR, tone },
    age: spanText(age),
    rest: restText({ ended: clock.endedAt !== null, forecast, tone, line }),
  };
}

interface Rest {
  readonly ended: boolean;
  readonly forecast: number | null;
  readonly tone: Tone;
  readonly line: string;
}

function restText({ ended, forecast, tone, line }: Rest): string {
  if (ended) return endedLines[tone](line);
  return forecast === null ? lines[tone](line) : aheadLines[tone](spanText(forecast), line);
}
