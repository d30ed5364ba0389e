import { ownZone } from '../time/now.js';
import { cityOf, clockText } from '../time/zone.js';
import { t } from '../words/words.js';
import type { ChartLayout } from './chart-layout.js';
import { textWidth } from './text-width.js';

/** Now: the only line from top to bottom, named in the reader's own clock. */
export function NowLine({ layout, now }: { readonly layout: ChartLayout; readonly now: number }) {
  const { axis, height, nowRow } = layout;
  const x = axis.x(now);
  const text = t('now {clock} {city}', { clock: clockText(now, ownZone), city: cityOf(ownZone) });
  const before = x - 6 - textWidth(text, true) > axis.left;
  return (
    <g className="now" aria-hidden="true">
      <path d={`M${x} 0V${height}`} />
      <text x={before ? x - 6 : x + 6} y={nowRow + 12} textAnchor={before ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
