import { t } from '../words/words.js';
import type { AgeLayout } from './age-layout.js';
import type { Axis } from './axis.js';

const height = 8;

/** The age of the oldest bag on the same axis: solid until now, hollow until infusion, with its target and its limit. */
export function AgeRuler({
  layout,
  axis,
  now,
}: {
  readonly layout: AgeLayout;
  readonly axis: Axis;
  readonly now: number;
}) {
  const { age, y, from, to, hours, lines, labels } = layout;
  const until = age.runs ? axis.x(age.endedAt ?? now) : from;
  return (
    <g className="age-ruler" aria-hidden="true">
      <text x={0} y={y} className="strong">
        {t('Bag age')}
      </text>
      <path className="axis" d={`M${axis.left} ${y + 0.5}H${axis.right}`} />
      {to > from && <rect className="hollow" x={from} y={y - height + 0.5} width={to - from} height={height} />}
      {until > from && <rect className="solid" x={from} y={y - height} width={until - from} height={height} />}
      {hours.map((x) => (
        <path key={x} className="mark" d={`M${x} ${y}v6`} />
      ))}
      {lines.map(({ kind, x }) => (
        <path key={kind} className={`line ${kind}`} d={`M${x} ${y - height - 3}V${y + 7}`} />
      ))}
      {labels.map(({ key, text, x, y: line, kind }) => (
        <text key={key} x={x} y={line} className={kind}>
          {text}
        </text>
      ))}
    </g>
  );
}
