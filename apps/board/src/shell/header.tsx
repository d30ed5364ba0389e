import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { useBells } from '../api/bells.js';
import { useAlerts, useMay } from '../api/questions.js';
import type { Me } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { useLine } from '../live/live-line.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { useNow } from '../time/now.js';
import { clockText, dayText } from '../time/zone.js';
import { useShownPlaces } from './clock-places.js';

import { t } from '../words/words.js';

/** Name, links, whoever is signed in, three clocks, and how old the line's last word is. What one may not ask has no link. */
export function Header({ me }: { readonly me: Me }) {
  const [, go] = useLocation();
  useKey('g m', t('Go to my account'), () => go('/account'));
  return (
    <header className="head">
      <Link href="/" className="brand">
        CellRelay
      </Link>
      <nav aria-label={t('Pages')}>
        {pages().map((page) => (
          <PageLink key={page.href} {...page} />
        ))}
      </nav>
      <Who me={me} />
      <Clocks />
      {me.asks.includes('live') && <LiveDot />}
    </header>
  );
}

interface PageOfBoard {
  readonly href: string;
  readonly keys: string;
  readonly label: string;
  /** What its key does. */
  readonly goes: string;
  /** What it asks. */
  readonly asks: string;
}

const pages = (): readonly PageOfBoard[] => [
  { href: '/', keys: 'g b', label: t('Board'), goes: t('Go to the board'), asks: 'listShipments' },
  { href: '/alerts', keys: 'g a', label: t('Alerts'), goes: t('Go to the alerts'), asks: 'listAlerts' },
  { href: '/figures', keys: 'g f', label: t('Figures'), goes: t('Go to the figures'), asks: 'getFigures' },
  { href: '/couriers', keys: 'g c', label: t('Couriers'), goes: t('Go to the couriers'), asks: 'listCouriers' },
  { href: '/loggers', keys: 'g t', label: t('Loggers'), goes: t('Go to the temperature loggers'), asks: 'listLoggers' },
  { href: '/policies', keys: 'g p', label: t('Policies'), goes: t('Go to the policies'), asks: 'listPolicies' },
  { href: '/letters', keys: 'g l', label: t('Letters'), goes: t('Go to the letters'), asks: 'listLettersToScreen' },
  { href: '/on-call', keys: 'g n', label: t('On call'), goes: t('Go to the people on call'), asks: 'getOnCall' },
  { href: '/people', keys: 'g o', label: t('People'), goes: t('Go to the people'), asks: 'listPeople' },
  { href: '/deliveries', keys: 'g d', label: t('Deliveries'), goes: t('Go to the deliveries'), asks: 'listEndpoints' },
  { href: '/audit', keys: 'g u', label: t('Audit'), goes: t('Go to the audit record'), asks: 'listAudit' },
];

function PageLink(page: PageOfBoard) {
  return useMay(page.asks) ? <OpenLink {...page} /> : null;
}

function OpenLink({ href, keys, label, goes }: PageOfBoard) {
  const [, go] = useLocation();
  useKey(keys, goes, () => go(href));
  return (
    <NavLink href={href} keys={keys}>
      {label} {href === '/alerts' && <AlertCount />}
    </NavLink>
  );
}

/** For whom one acts, and the way to one's account. */
function Who({ me }: { readonly me: Me }) {
  const [here] = useRoute('/account');
  return (
    <Link href="/account" className="who" aria-current={here ? 'page' : undefined} aria-keyshortcuts="g m">
      {me.person}, <span className="ink2">{me.organisation.name}</span>
    </Link>
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
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // On the phone the row scrolls: where one is has to be in sight.
    if (here) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  return (
    <Link ref={link} href={href} aria-current={here ? 'page' : undefined} aria-keyshortcuts={keys}>
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
    <ul className="clocks" aria-label={t('Clocks')}>
      {places.map((place) => (
        <li key={place.zone}>
          <strong>{clockText(now, place.zone)}</strong>{' '}
          {place.own ? t('{city}, yours', { city: place.city }) : place.city}{' '}
          <small className="day">{dayText(now, place.zone)}</small>
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
        <ToneIcon tone="warn" /> {line.status === 'lost' ? t('No line') : t('Connecting')}
      </span>
    );
  }
  if (bells.data?.ringing === false) {
    return (
      <span className="live danger">
        <ToneIcon tone="danger" /> {t('No bells')}
      </span>
    );
  }
  const age = Math.max(0, Math.round((now - (line.heardAt ?? line.since)) / 1000));
  return (
    <span className="live">
      <svg className="dot" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle cx="5" cy="5" r="4.5" />
      </svg>
      {t('Live')} <small>{t('{age} s', { age })}</small>
    </span>
  );
}
