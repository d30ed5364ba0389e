import type { Forecast } from '../api/types.js';
import { frame, scaleOf, type Scale } from '../temperature/chart-geometry.js';
import { TimeAxis } from '../temperature/time-axis.js';
import { areaOf, lineOf, shareMarks } from './forecast-lines.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

type Bag = Forecast['bags'][number];

/** A bag's viable part from now until its limit: as planned with its band, and at the warm end. What it shows stands in the table and in words beside it. */
export function ForecastChart({ bag }: { readonly bag: Bag }) {
  const { planned, worst } = bag.chart;
  if (planned.length < 2) return null;
  const all = [...planned, ...worst];
  const scale = scaleOf(
    all.map(({ at }) => Date.parse(at)),
    all.flatMap(({ low, high }) => [low * 100, high * 100]),
  );
  const last = { planned: planned.at(-1)?.centre ?? 0, worst: worst.at(-1)?.centre ?? 0 };
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const says = t('{bag}: {now} viable now; at its limit {planned} as planned and {worst} at the warm end.', {
    bag: bag.bag,
    now: percent(planned[0]?.centre ?? 0),
    planned: percent(last.planned),
    worst: percent(last.worst),
  });
  return (
    <figure className="forecast-chart">
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={says}>
        <Axes scale={scale} />
        <path className="planned-band" d={areaOf(planned, scale)} />
        <path className="worst" d={lineOf(worst, scale)} />
        <path className="planned" d={lineOf(planned, scale)} />
        <Infusion scale={scale} at={Date.parse(bag.endsAt)} />
      </svg>
      <Caption bag={bag.bag} />
    </figure>
  );
}

function Caption({ bag }: Pick<Bag, 'bag'>) {
  return (
    <figcaption>
      <small className="ink2">
        {rich(
          '{bag}, part viable in % until its limit: {planned} as planned, with its 90 % band; {worst} at the warm end; {infusion} infusion as expected.',
          {
            planned: <span className="key planned" aria-hidden="true" />,
            worst: <span className="key worst" aria-hidden="true" />,
            infusion: <span className="key infusion" aria-hidden="true" />,
          },
          { bag },
        )}
      </small>
    </figcaption>
  );
}

function Infusion({ scale, at }: { readonly scale: Scale; readonly at: number }) {
  if (at < scale.times.from || at > scale.times.to) return null;
  return <path className="infusion" d={`M${scale.x(at)} ${frame.top}V${frame.height - frame.bottom}`} />;
}

function Axes({ scale }: { readonly scale: Scale }) {
  return (
    <g className="axes" aria-hidden="true">
      {shareMarks(scale).map((share) => (
        <g key={share}>
          <line x1={frame.left} x2={frame.width - frame.right} y1={scale.y(share)} y2={scale.y(share)} />
          <text x={frame.left - 6} y={scale.y(share)} dominantBaseline="middle" textAnchor="end">
            {share}
          </text>
        </g>
      ))}
      <TimeAxis scale={scale} />
    </g>
  );
}
