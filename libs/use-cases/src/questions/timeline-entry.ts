import type { Instant } from '@cellrelay/kernel';
import type { Place } from './places.js';
import type { TimelineEntryView } from './views.js';

interface Told {
  readonly at: Instant | undefined | null;
  readonly shownIn: Place;
  readonly what: string;
  readonly plan?: number;
}

/** A thing that has happened; none when its moment is not known. */
export function happened({ at, shownIn, what, plan }: Told): readonly TimelineEntryView[] {
  return at == null ? [] : [{ at, shownIn, what, kind: 'happened', tone: 'done', plan: plan ?? null }];
}

/** A thing that is planned; none when its moment is not known. */
export function planned({ at, shownIn, what, plan }: Told): readonly TimelineEntryView[] {
  return at == null ? [] : [{ at, shownIn, what, kind: 'planned', tone: 'not-yet', plan: plan ?? null }];
}
