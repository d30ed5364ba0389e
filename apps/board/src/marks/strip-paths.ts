import type { Mark } from '../api/types.js';

/** One stroke of a mark: how it is drawn, and its outline around a place on the strip. */
interface Stroke {
  readonly className: string;
  readonly at: (x: number) => string;
}

const disc = (x: number, radius: number) =>
  `M${x - radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0z`;

/** The shapes of mark-icon.tsx, so that all marks of one kind are one path: a list has hundreds. */
const strokes: Readonly<Record<Mark, readonly Stroke[]>> = {
  done: [{ className: 'fill', at: (x) => disc(x, 5) }],
  running: [
    { className: 'half', at: (x) => disc(x, 4.5) },
    { className: 'left', at: (x) => `M${x}-4.5a4.5 4.5 0 0 0 0 9z` },
  ],
  waiting: [{ className: 'stroke', at: (x) => `M${x - 4.5}-4.5h9v9h-9zM${x}-2v2.5h2.5` }],
  trouble: [
    { className: 'fill', at: (x) => `M${x}-5.6L${x + 6} 5h-12z` },
    { className: 'cut', at: (x) => `M${x}-2v3.4M${x} 3v.4` },
  ],
  'not-yet': [{ className: 'stroke faint ground', at: (x) => disc(x, 3.6) }],
  'not-needed': [{ className: 'stroke faint', at: (x) => `M${x - 4} 0h8` }],
};

/** The marks of a strip, each kind with its paths; `places` are the middles of its marks. */
export function stripPaths(marks: readonly Mark[], step: number) {
  const kinds = [...new Set(marks)];
  return kinds.map((mark) => {
    const places = marks.flatMap((one, index) => (one === mark ? [index * step + step / 2] : []));
    const paths = strokes[mark].map(({ className, at }) => ({ className, d: places.map(at).join('') }));
    return { mark, paths };
  });
}
