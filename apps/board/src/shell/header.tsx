import type { ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { useMayReadRecord } from '../api/audit.js';
import { useBells } from '../api/bells.js';
import { useAlerts } from '../api/questions.js';
import { useKey } from '../keys/keyboard.js';
import { useLine } from '../live/live-line.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { useNow } from '../time/now.js';
import { clockText, dayText } from '../time/zone.js';
import { useShownPlaces } from './clock-places.js';

/** Name, links, three clocks, and how old the line's last word is. */
export function Header() {
  const [, go] = useLocation();
  useKey('g b', 'Go to the board', () => go('/'));
  useKey('g a', 'Go to the alerts', () => go('/alerts'));
  useKey('g f', 'Go to the figures', () => go('/figures'));
  useKey('g c', 'Go to the couriers', () => go('/couriers'));
  useKey('g p', 'Go to the policies', () => go('/policies'));
  const readsRecord = useMayReadRecord();
  return (
    <header className="head">
      <Link href="/" className="brand">
        CellRelay
      </Link>
      <nav aria-label="Pages">
        <NavLink href="/" keys="g b">
          Board
        </NavLink>
        <NavLink href="/alerts" keys="g a">
          Alerts <AlertCount />
        </NavLink>
        <NavLink href="/figures" keys="g f">
          Figures
        </NavLink>
        <NavLink href="/couriers" keys="g c">
          Couriers
        </NavLink>
        <NavLink href="/policies" keys="g p">
          Policies
        </NavLink>
        {readsRecord && <AuditLink />}
      </nav>
      <Clocks />
      <LiveDot />
    </header>
  );
}

/** Only where it leads somewhere: its key, too. */
function AuditLink() {
  const [, go] = useLocation();
  useKey('g u', 'Go to the audit record', () => go('/audit'));
  return (
    <NavLink href="/audit" keys="g u">
      Audit
    </NavLink>
  );
}

function NavLink({
  href,
  keys,
  children,
}: {
  readonly href: string;
  readonly keys: string;
  readonly children: ReactNode;
}) {
  const [here] = useRoute(href === '/' ? href : `${href}/*?`);
  return (
    <Link href={href} aria-current={here ? 'page' : undefined} aria-keyshortcuts={keys}>
      {children}
    </Link>
  );
}

function AlertCount() {
  const { data } = useAlerts();
  return data === undefined || data.total === 0 ? null : <span className="ink2">{data.total}</span>;
}

function Clocks() {
  const places = useShownPlaces();
  const now = useNow();
  return (
    <ul className="clocks" aria-label="Clocks">
      {places.map((place) => (
        <li key={place.zone}>
          <strong>{clockText(now, place.zone)}</strong> {place.city}
          {place.own && ', yours'} <small className="day">{dayText(now, place.zone)}</small>
        </li>
      ))}
    </ul>
  );
}

/** Age of the line's last byte: a figure, so that a screen that only looks alive is seen through. A board on which nothing rings is not live. */
function LiveDot() {
  const line = useLine();
  const bells = useBells();
  const now = useNow('second');
  if (line.status !== 'live') {
    return (
      <span className="live warn">
        <ToneIcon tone="warn" /> {line.status === 'lost' ? 'No line' : 'Connecting'}
      </span>
    );
  }
  if (bells.data?.ringing === false) {
    return (
      <span className="live danger">
        <ToneIcon tone="danger" /> No bells
      </span>
    );
  }
  const age = Math.max(0, Math.round((now - (line.heardAt ?? line.since)) / 1000));
  return (
    <span className="live">
      <svg className="dot" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle cx="5" cy="5" r="4.5" />
      </svg>
      Live <small>{age} s</small>
    </span>
  );
}
