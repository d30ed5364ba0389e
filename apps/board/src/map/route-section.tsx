import { lazy, Suspense, useMemo } from 'react';
import type { Plan } from '../api/types.js';
import { useNow } from '../time/now.js';
import { routeOf } from './route-lines.js';
import { t } from '../words/words.js';

/** What draws maps, and the land, are fetched when there is a way to draw. */
const RouteMap = lazy(() => import('./route-map.js').then((made) => ({ default: made.RouteMap })));

/** Whoever is in the air moves by a map’s pixel in minutes. */
const redrawnEveryMs = 5 * 60_000;

/** The way of the cells on a map. Its words and times stand with the plans. */
export function RouteSection({ plans }: { readonly plans: readonly Plan[] }) {
  const about = Math.floor(useNow() / redrawnEveryMs) * redrawnEveryMs;
  const route = useMemo(() => routeOf(plans, about), [plans, about]);
  if (route === null) return null;
  return (
    <section aria-labelledby="route-title">
      <div className="bar">
        <h2 id="route-title">{t('Route')}</h2>
        {route.lines.some(({ flown }) => flown !== null) && (
          <small className="ink2 push">{t('in the air: where it should be by its times')}</small>
        )}
      </div>
      <Suspense fallback={<div className="route-map" />}>
        <RouteMap route={route} />
      </Suspense>
    </section>
  );
}
