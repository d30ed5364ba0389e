import { ownZone } from '../time/now.js';
import { cityOf, clockText, daysBetween, dayText } from '../time/zone.js';
import { frame, timeMarks, type Scale } from './chart-geometry.js';

/** Room that the city needs at the right end of the lower line. */
const cityRoom = 190;

/** Hours below a chart as this reader's clock shows them, the day under the first of each, and whose clock it is. */
export function TimeAxis({ scale }: { readonly scale: Scale }) {
  const marks = timeMarks(scale, ownZone);
  const below = { y: frame.height - 6 } as const;
  return (
    <>
      {marks.map((at, nth) => (
        <g key={at}>
          <text x={scale.x(at)} y={frame.height - frame.bottom + 22} textAnchor="middle">
            {clockText(at, ownZone)}
          </text>
          {beginsDay(marks[nth - 1], at) && scale.x(at) < frame.width - cityRoom && (
            <text x={scale.x(at)} {...below} textAnchor="middle">
              {dayText(at, ownZone)}
            </text>
          )}
        </g>
      ))}
      <text x={frame.width - 2} {...below} textAnchor="end">
        {cityOf(ownZone)}
      </text>
    </>
  );
}

const beginsDay = (before: number | undefined, at: number): boolean =>
  before === undefined || daysBetween(before, at, ownZone) > 0;
