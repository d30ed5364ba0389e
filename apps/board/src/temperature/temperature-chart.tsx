import type { Temperature } from '../api/types.js';
import { celsiusMarks, frame, outlinesOf, scaleOf, shownOf, type Scale } from './chart-geometry.js';
import { Flags, Gaps, Outsides } from './chart-marks.js';
import { celsiusText, chartText } from './temperature-words.js';
import { TimeAxis } from './time-axis.js';

/** What the loggers showed, over time, with the ordered band behind it. What it shows stands in words and tables beside it. */
export function TemperatureChart({ temperature }: { readonly temperature: Temperature }) {
  const { loggers, band, frozen, excursions, flags } = temperature;
  const points = loggers.flatMap((each) => each.points);
  if (points.length === 0) return null;
  const times = points.flatMap(({ from, until }) => [Date.parse(from), Date.parse(until)]);
  const temperatures = points.flatMap((each) => [each.minCelsius, each.maxCelsius]);
  const shown = shownOf(temperatures, band, frozen);
  const scale = scaleOf(times, [shown.from, shown.to]);
  return (
    <svg
      className="temperature-chart"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={chartText(temperature)}
    >
      <Band temperature={temperature} scale={scale} />
      <Axes scale={scale} />
      {loggers.map((each, nth) => (
        <Gaps key={nth} gaps={each.gaps} scale={scale} />
      ))}
      {excursions.map(({ id, from, until }) => (
        <Stretch
          key={id}
          scale={scale}
          from={Date.parse(from)}
          until={until === null ? scale.times.to : Date.parse(until)}
        />
      ))}
      {loggers.map((each, nth) =>
        outlinesOf(each.points, scale).map((outline, piece) => (
          <path key={`${nth}/${piece}`} className={`series series-${nth % 4}`} d={outline} />
        )),
      )}
      {loggers.map((each, nth) => (
        <Outsides key={nth} points={each.points} scale={scale} />
      ))}
      <Flags flags={flags} scale={scale} />
    </svg>
  );
}

function Band({ temperature: { band, frozen }, scale }: { readonly temperature: Temperature; readonly scale: Scale }) {
  const top = Math.max(frame.top, scale.y(band.maxCelsius));
  const bottom = frozen ? frame.height - frame.bottom : Math.min(frame.height - frame.bottom, scale.y(band.minCelsius));
  const width = frame.width - frame.left - frame.right;
  return <rect className="band" x={frame.left} y={top} width={width} height={Math.max(0, bottom - top)} />;
}

function Stretch({ scale, from, until }: { readonly scale: Scale; readonly from: number; readonly until: number }) {
  const x = Math.max(frame.left, scale.x(from));
  const end = Math.min(frame.width - frame.right, scale.x(until));
  return (
    <rect className="excursion" x={x} y={frame.height - frame.bottom - 4} width={Math.max(2, end - x)} height={4} />
  );
}

function Axes({ scale }: { readonly scale: Scale }) {
  return (
    <g className="axes" aria-hidden="true">
      {celsiusMarks(scale).map((celsius) => (
        <g key={celsius}>
          <line x1={frame.left} x2={frame.width - frame.right} y1={scale.y(celsius)} y2={scale.y(celsius)} />
          <text x={frame.left - 6} y={scale.y(celsius)} dominantBaseline="middle" textAnchor="end">
            {celsiusText(celsius)}
          </text>
        </g>
      ))}
      <TimeAxis scale={scale} />
    </g>
  );
}
