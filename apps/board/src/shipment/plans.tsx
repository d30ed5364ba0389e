import type { Plan, Shipment } from '../api/types.js';
import { useNow } from '../time/now.js';
import { daysBetween, together, whenText } from '../time/zone.js';

import { t } from '../words/words.js';
import { statusText } from '../marks/words.js';

type Leg = Plan['legs'][number];
type Flight = Leg['flight'];

/** Each plan with its flights, their bookings, and what they fall back on; a stood-down plan is pale. */
export function Plans({ shipment }: { readonly shipment: Shipment }) {
  if (shipment.plans.length === 0) return null;
  return (
    <section aria-labelledby="plans-title">
      <div className="bar">
        <h2 id="plans-title">{t('Plans')}</h2>
        <small className="ink2 push">{t('times in the airports’ own clocks')}</small>
      </div>
      <div className="plans">
        {shipment.plans.map((plan) => (
          <PlanCard key={plan.plan} plan={plan} shipment={shipment} />
        ))}
      </div>
    </section>
  );
}

function PlanCard({ plan, shipment }: { readonly plan: Plan; readonly shipment: Shipment }) {
  const now = useNow();
  const { arrivalAtCentreAt } = plan;
  return (
    <div className={`plan ${plan.status === 'stood-down' ? 'pale' : ''}`}>
      <h3>
        {t('Plan {plan}', { plan: plan.plan })} <span className="status">{statusText(plan.status)}</span>
      </h3>
      {plan.lateReason !== null && (
        <p className="warn">
          {t('Arrives after the limit, accepted because: {lateReason}', { lateReason: plan.lateReason })}
        </p>
      )}
      <ol className="legs">
        {plan.legs.map((leg) => (
          <LegLine key={leg.leg} leg={leg} now={now} />
        ))}
      </ol>
      {arrivalAtCentreAt !== null && (
        <p className="small ink2">
          {t('At the centre {when} {city}', {
            when: whenText(Date.parse(arrivalAtCentreAt), shipment.to.zone, now),
            city: shipment.to.city,
          })}
        </p>
      )}
    </div>
  );
}

function LegLine({ leg, now }: { readonly leg: Leg; readonly now: number }) {
  const { departsAt, arrivesAt, from, to } = leg.flight;
  const todayToo = [
    daysBetween(now, Date.parse(departsAt), from.zone),
    daysBetween(now, Date.parse(arrivesAt), to.zone),
  ].some((days) => days !== 0);
  return (
    <li>
      <p>
        <strong>{leg.flight.designator}</strong> {leg.flight.from.city} → {leg.flight.to.city}{' '}
        <span className={`status ${troubled(leg.bookingStatus) ? 'danger' : ''}`}>{statusText(leg.bookingStatus)}</span>
      </p>
      <p className="small">
        <EndText
          todayToo={todayToo}
          at={leg.flight.departsAt}
          actual={leg.departedAt}
          estimated={leg.estimatedDepartureAt}
          end={leg.flight.from}
          now={now}
        />{' '}
        →{' '}
        <EndText
          todayToo={todayToo}
          at={leg.flight.arrivesAt}
          actual={leg.arrivedAt}
          estimated={leg.estimatedArrivalAt}
          end={leg.flight.to}
          now={now}
        />
      </p>
      <Terms leg={leg} now={now} />
      {leg.fallback !== null && <Fallback flight={leg.fallback} now={now} />}
    </li>
  );
}

const troubled = (status: string) => ['refused', 'lapsed', 'cancelled', 'not-loaded'].includes(status);

interface EndTextProps {
  readonly at: string;
  readonly actual: string | null;
  readonly estimated: string | null;
  readonly end: Flight['from'];
  readonly now: number;
  /** Another day stands beside it. */
  readonly todayToo: boolean;
}

/** The scheduled time stays in sight beside the one that was flown or is estimated. */
function EndText({ at, actual, estimated, end, now, todayToo }: EndTextProps) {
  const latest = actual ?? estimated;
  const text = (instant: string) => whenText(Date.parse(instant), end.zone, now, todayToo);
  const moved = latest !== null && latest !== at;
  return (
    <>
      {moved && (
        <span className={actual === null ? 'warn' : ''}>
          {actual === null ? t('estimated {time}', { time: text(latest) }) : text(latest)}{' '}
        </span>
      )}
      {moved ? <s className="ink2">{text(at)}</s> : text(at)} {end.iata}
    </>
  );
}

function Terms({ leg, now }: { readonly leg: Leg; readonly now: number }) {
  const { from } = leg.flight;
  const when = (at: string) => `${whenText(Date.parse(at), from.zone, now)} ${from.city}`;
  const held =
    leg.bookingStatus === 'held' && leg.holdLapsesAt !== null
      ? [t('hold lapses {when}', { when: when(leg.holdLapsesAt) })]
      : [];
  const free =
    leg.giveUpBy !== null && ['held', 'ticketed'].includes(leg.bookingStatus)
      ? [t('give up free until {when}', { when: when(leg.giveUpBy) })]
      : [];
  const terms = [...held, ...free];
  return terms.length === 0 ? null : <p className="small ink2">{terms.join(' · ')}</p>;
}

function Fallback({ flight, now }: { readonly flight: Flight; readonly now: number }) {
  const [departs, arrives] = bothEnds(flight, now);
  return (
    <p className="small fallback">
      {t('falls back on {flight}, {departs} {from} → {arrives} {to}', {
        flight: flight.designator,
        ...{ departs: departs ?? '', from: flight.from.iata, arrives: arrives ?? '', to: flight.to.iata },
      })}
    </p>
  );
}

function bothEnds({ departsAt, arrivesAt, from, to }: Flight, now: number): readonly string[] {
  const ends = [
    { at: Date.parse(departsAt), zone: from.zone },
    { at: Date.parse(arrivesAt), zone: to.zone },
  ];
  return together(ends, now);
}
