import type { PolicyFigure } from '../api/types.js';

/** One figure of a policy, beside the same figure of another where one is compared with. */
export interface Compared {
  readonly figure: PolicyFigure;
  /** Null: the other has no such figure. */
  readonly other: PolicyFigure | null;
  /** In this version only, in the other only, in both and unlike. */
  readonly how: 'only-here' | 'only-there' | 'unlike' | 'like';
}

/** Every figure of both, group by group: those of the first in its order, then those that the other alone has. */
export function compared(here: readonly PolicyFigure[], there: readonly PolicyFigure[]): readonly Compared[] {
  const byKey = new Map(there.map((figure) => [figure.key, figure]));
  const known = new Set(here.map(({ key }) => key));
  const own = here.map((figure): Compared => {
    const other = byKey.get(figure.key) ?? null;
    return { figure, other, how: other === null ? 'only-here' : isLike(figure, other) ? 'like' : 'unlike' };
  });
  const others = there
    .filter(({ key }) => !known.has(key))
    .map((figure): Compared => ({ figure, other: figure, how: 'only-there' }));
  const groups = [...new Set([...there, ...here].map(({ group }) => group))];
  return [...own, ...others].sort((a, c) => groups.indexOf(a.figure.group) - groups.indexOf(c.figure.group));
}

/** A figure with another source is another figure: somebody stands for it otherwise. */
function isLike(a: PolicyFigure, b: PolicyFigure): boolean {
  return a.value === b.value && a.source === b.source && a.mark === b.mark;
}

/** By what they are about, in the order in which they come. */
export function byGroup(
  lines: readonly Compared[],
): readonly { readonly group: string; readonly lines: readonly Compared[] }[] {
  return [...new Set(lines.map(({ figure }) => figure.group))].map((group) => ({
    group,
    lines: lines.filter(({ figure }) => figure.group === group),
  }));
}
