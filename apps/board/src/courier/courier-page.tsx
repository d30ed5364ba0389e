import { Link } from 'wouter';
import type { Row } from '../api/types.js';
import { useMyTrips } from '../offline/use-trip.js';
import { Failing, Loading, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';
import { TripPage } from './trip-page.js';

/** A courier's first page: their trip at once where there is one alone that goes on, else their trips to choose from. */
export function CourierPage() {
  const { trips, error } = useMyTrips();
  if (trips === undefined) {
    if (error === null) return <Loading what={t('your trips')} lines={4} />;
    return <Failing what={t('Your trips')} error={error} again={() => window.location.reload()} />;
  }
  const live = trips.filter(({ status }) => status === 'open');
  const [only, ...others] = live;
  if (only !== undefined && others.length === 0) return <TripPage id={only.id} />;
  return <Trips trips={live.length > 0 ? live : trips} />;
}

function Trips({ trips }: { readonly trips: readonly Row[] }) {
  useTitle(t('Your trips'));
  if (trips.length === 0) {
    return (
      <Nothing title={t('You have no trip yet')}>
        <p>{t('A trip stands here once you are named as its courier.')}</p>
      </Nothing>
    );
  }
  return (
    <section className="courier" aria-labelledby="trips-title">
      <h1 id="trips-title">{t('Your trips')}</h1>
      <ul className="trips">
        {trips.map((row) => (
          <li key={row.id}>
            <Link href={`/trips/${row.id}`}>
              <strong>
                {row.from.city} → {row.to.city}
              </strong>
              <small>{row.reference}</small>
              <span>{row.sentence.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
