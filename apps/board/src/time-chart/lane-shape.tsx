import type { Axis } from './axis.js';
import { barHeight, diamond, type BarPlace, type LabelPlace, type LaneLayout } from './lane-layout.js';

interface LaneProps {
  readonly layout: LaneLayout;
  /** The plan that this lane’s fallbacks leave. */
  readonly above: LaneLayout | undefined;
  readonly axis: Axis;
  readonly now: number;
}

/** A plan, or what it falls back on: hollow where planned, solid where it happened, and its labels. */
export function LaneShape({ layout, above, axis, now }: LaneProps) {
  const { lane, y, bars, labels, ticks, infusionX } = layout;
  const solid = new Set(bars.filter(({ bar }) => coversText(bar, labels, axis, now)).map(({ key }) => key));
  return (
    <g className={`lane ${lane.look}`} aria-hidden="true">
      <text x={0} y={y + 10} className="strong">
        {lane.name}
      </text>
      <text x={0} y={y + 25} className="ink2">
        {lane.note}
      </text>
      <Curves layout={layout} above={above} axis={axis} />
      {bars.map((place) => (
        <BarShape key={place.key} place={place} axis={axis} now={now} />
      ))}
      {infusionX !== null && (
        <path
          className={`infusion ${lane.infusion?.happened === true ? 'happened' : ''}`}
          d={`M${infusionX} ${y + barHeight / 2 - diamond}l${diamond} ${diamond}l${-diamond} ${diamond}l${-diamond} ${-diamond}z`}
        />
      )}
      {ticks.map(({ key, kind, tone, x, from, to }) => (
        <path key={key} className={`tick ${kind} ${tone}`} d={`M${x} ${from}V${to}`} />
      ))}
      {labels.map((label) => (
        <LabelText key={label.key} label={label} onSolid={solid.has(label.key)} />
      ))}
    </g>
  );
}

/** Where solid ends in a bar: all of it once it has ended, now while it runs. */
function solidUntil({ started, ended, to }: BarPlace['bar'], now: number): number | null {
  if (!started) return null;
  return ended ? to : Math.min(now, to);
}

function BarShape({
  place: { bar, x, width, y },
  axis,
  now,
}: {
  readonly place: BarPlace;
  readonly axis: Axis;
  readonly now: number;
}) {
  const until = solidUntil(bar, now);
  const solid = until === null ? 0 : Math.max(0, Math.min(width, axis.x(until) - x));
  return (
    <g className="stretch">
      <rect className="hollow" x={x + 0.5} y={y + 0.5} width={Math.max(1, width - 1)} height={barHeight - 1} rx="3" />
      {solid > 0 && <rect className="solid" x={x} y={y} width={solid} height={barHeight} rx={Math.min(3, solid / 2)} />}
    </g>
  );
}

/** A label inside its bar is written in the ground's colour only where all of it lies on solid. */
function coversText(bar: BarPlace['bar'], labels: readonly LabelPlace[], axis: Axis, now: number): boolean {
  const label = labels.find(({ key, kind }) => key === bar.key && kind === 'inside');
  const until = solidUntil(bar, now);
  return label !== undefined && until !== null && axis.x(until) >= label.x + label.width / 2;
}

function LabelText({ label, onSolid }: { readonly label: LabelPlace; readonly onSolid: boolean }) {
  const { kind, tone, x, y, text } = label;
  return (
    <text x={x} y={y} className={`label ${kind} ${kind === 'tick' ? tone : ''} ${onSolid ? 'on-solid' : ''}`}>
      {text}
    </text>
  );
}

/** From where the plan is left down to the fallback. */
function Curves({ layout: { lane, y }, above, axis }: Pick<LaneProps, 'layout' | 'above' | 'axis'>) {
  if (above === undefined) return null;
  return lane.curves.map(({ key, from, to }) => {
    const [x0, x1, y0, y1] = [axis.x(from), axis.x(to), above.y + barHeight, y + barHeight / 2];
    const middle = (x0 + x1) / 2;
    return <path key={key} className="leaves" d={`M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`} />;
  });
}
