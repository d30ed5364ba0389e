import type { Temperature } from '../api/types.js';
import { apart, frame, outsideOf, type Scale } from './chart-geometry.js';
import { celsiusText, lengthText } from './temperature-words.js';

type Series = Temperature['loggers'][number];

const [left, right] = [frame.left, frame.width - frame.right];
const [top, bottom] = [frame.top, frame.height - frame.bottom];

/** How much of a chart a word of it takes on a phone. */
const WORD = 110;

const within = (x: number): number => Math.min(right, Math.max(left, x));

/** Where nothing was heard, with how long; of several close to one another the first says it. */
export function Gaps({ gaps, scale }: { readonly gaps: Series['gaps']; readonly scale: Scale }) {
  const inOrder = gaps
    .map(({ from, until, minutes }) => ({
      ...{ from, minutes, x: within(scale.x(Date.parse(from))), end: within(scale.x(Date.parse(until))) },
    }))
    .toSorted((one, other) => one.x - other.x);
  const said = new Set(
    apart(
      inOrder.map(({ x }) => x),
      WORD,
    ),
  );
  return inOrder.map(({ from, minutes, x, end }) => (
    <g key={from} className="not-heard">
      <rect x={x} y={top} width={Math.max(2, end - x)} height={bottom - top} />
      {said.has(x) && (
        <text {...inside((x + end) / 2)} y={bottom - 10}>
          {lengthText(minutes)}
        </text>
      )}
    </g>
  ));
}

/** An arrow at the edge with the figure of what lies outside the chart. */
export function Outsides({ points, scale }: { readonly points: Series['points']; readonly scale: Scale }) {
  const found = outsideOf(points, scale).map((each) => ({ ...each, x: within(scale.x(Date.parse(each.at))) }));
  const said = new Set(
    apart(
      found.map(({ x }) => x),
      WORD,
    ),
  );
  return found.map(({ side, at, celsius, x }) => (
    <g key={at} className="outside">
      <path d={side === 'cold' ? `M${x - 7},${bottom - 10}h14l-7,10Z` : `M${x - 7},${top + 10}h14l-7,-10Z`} />
      {said.has(x) && (
        <text {...beside(x)} y={side === 'cold' ? bottom - 8 : top + 20}>
          {celsiusText(celsius)}
        </text>
      )}
    </g>
  ));
}

const flagNames = { ice: 'ice', heat: 'heat' } as const;

/** Where a probe was as cold as ice, or hotter than any figure holds for. */
export function Flags({ flags, scale }: { readonly flags: Temperature['flags']; readonly scale: Scale }) {
  return flags.map(({ kind, logger, from }) => {
    const x = within(scale.x(Date.parse(from)));
    return (
      <g key={`${kind}/${logger}`} className="flag">
        <line x1={x} x2={x} y1={top} y2={bottom} />
        <text {...inside(x)} y={top - 6}>
          {flagNames[kind]}
        </text>
      </g>
    );
  });
}

/** In the middle of a place, but never over the edge. */
function inside(x: number): { readonly x: number; readonly textAnchor: 'start' | 'middle' | 'end' } {
  if (x < left + WORD / 2) return { x, textAnchor: 'start' };
  return { x, textAnchor: x > right - WORD / 2 ? 'end' : 'middle' };
}

/** Beside a place, on the side where there is room. */
function beside(x: number): { readonly x: number; readonly textAnchor: 'start' | 'end' } {
  return x > right - WORD ? { x: x - 11, textAnchor: 'end' } : { x: x + 11, textAnchor: 'start' };
}
