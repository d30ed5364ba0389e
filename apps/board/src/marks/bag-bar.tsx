import type { BagClock } from '../api/types.js';
import { hoursText } from '../time/duration.js';
import { useNow } from '../time/now.js';
import { AXIS_HOURS, bagFigures, type BagFigures } from './bag-figures.js';

const WIDTH = 200;
const HOUR = 3_600_000;
const toneClass = { plain: '', 'over-target': 'warn', 'over-limit': 'danger' } as const;
const x = (hours: number) => Math.min(WIDTH, Math.max(0, (hours / AXIS_HOURS) * WIDTH));

/** The oldest bag's bar and its words: solid to now, hollow to infusion, a thin tick for the target, a thick one for the limit. */
export function BagBar({ clock }: { readonly clock: BagClock }) {
  const figures = bagFigures(clock, useNow());
  return (
    <>
      <Bar figures={figures} />
      <small className="bag-text">
        <strong>{figures.age}</strong> <span className={toneClass[figures.tone]}>{figures.rest}</span>
      </small>
    </>
  );
}

interface BagFigureProps {
  readonly clock: BagClock;
  readonly className: string;
  /** What the figure is, with the lines that it runs against. */
  readonly says: (lines: { readonly target: string; readonly limit: string }) => string;
}

/** The age of the oldest bag as a great figure, with what it is above and its bar below. */
export function BagFigure({ clock, className, says }: BagFigureProps) {
  const figures = bagFigures(clock, useNow());
  const { targetHours, limitHours } = figures;
  return (
    <div className={className}>
      <p className="small ink2">
        {says({ target: hoursText(targetHours * HOUR), limit: hoursText(limitHours * HOUR) })}
      </p>
      <p className="figures">
        <strong className="figure">{figures.age}</strong>{' '}
        <span className={toneClass[figures.tone]}>{figures.rest}</span>
      </p>
      <Bar figures={figures} />
    </div>
  );
}

function Bar({ figures }: { readonly figures: BagFigures }) {
  const ahead = figures.forecastHours === null ? 0 : x(figures.forecastHours);
  return (
    <svg
      className={`bag-bar ${toneClass[figures.tone]}`}
      viewBox={`0 0 ${WIDTH} 18`}
      width={WIDTH}
      height="18"
      aria-hidden="true"
    >
      <path className="axis" d={`M0 9.5H${WIDTH}`} />
      {ahead > 0 && <rect className="ahead" x="0.5" y="5.5" width={Math.max(0, ahead - 1)} height="7" />}
      <rect className="age" x="0" y="5" width={x(figures.ageHours)} height="8" />
      <path className="target" d={`M${x(figures.targetHours)} 3v13`} />
      <path className="limit" d={`M${x(figures.limitHours)} 2v15`} />
    </svg>
  );
}
