import { DateTime } from 'luxon';
import type { ZonedInstant } from '@cellrelay/kernel';
import type { BandFacts } from '../facts/paper-facts.js';

/** How a moment is read on a label that crosses zones: by the local clock with its offset, and in UTC beneath (S17 section 7.4.4.2; ISO 8601). */
export function momentLines({ at, zone }: ZonedInstant): readonly string[] {
  const local = DateTime.fromISO(at, { zone });
  const utc = local.toUTC().toFormat('yyyy-MM-dd HH:mm');
  if (local.offset === 0) return [`${utc} UTC`];
  return [`${local.toFormat('yyyy-MM-dd HH:mm')} UTC${local.toFormat('Z').replace('-', '−')}`, `(${utc} UTC)`];
}

/** 2–8 °C, read alike in every language; below zero with the true minus sign, and apart, so that no dash is taken for it; ≤ −150 °C. */
export function keptAtText(kept: BandFacts): string {
  if ('atOrBelowCelsius' in kept) return `≤ ${degreesText(kept.atOrBelowCelsius)}`;
  const { fromCelsius, toCelsius } = kept;
  if (fromCelsius >= 0) return `${fromCelsius}–${toCelsius} °C`;
  return [fromCelsius, toCelsius].map(degreesText).join(' … ');
}

function degreesText(celsius: number): string {
  return `${String(celsius).replace('-', '−')} °C`;
}
