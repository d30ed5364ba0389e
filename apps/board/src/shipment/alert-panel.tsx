import { useState } from 'react';
import { Link } from 'wouter';
import { OfferSheet } from '../act/offer-sheet.js';
import { ownPlace } from '../act/places.js';
import { DecisionLink } from '../decision/decision-link.js';
import { useCoordinates, useMe } from '../api/questions.js';
import type { AlertInFull, Offer, Place } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { severityTone } from '../marks/words.js';
import { distanceText } from '../time/duration.js';
import { now, ownZone, useNow } from '../time/now.js';
import { cityOf, localText, whenText } from '../time/zone.js';
import { AlertEvidence } from './alert-evidence.js';
import { t } from '../words/words.js';

interface AlertPanelProps {
  readonly alert: AlertInFull;
  /** The number keys and A are this alert's. */
  readonly keys?: boolean;
  /** Says which shipment it is about. */
  readonly named?: boolean;
  /** In whose clock its time is said; the reader's own where nothing is known. */
  readonly place?: Place;
}

const ACKNOWLEDGE = 'AcknowledgeAlert';

/** Acknowledging is done now and by whoever is signed in, unless the form is told otherwise. */
function acknowledge(alert: AlertInFull, by: string | undefined, at: number): Offer {
  // With its seconds: cut to the minute it could lie before the alert itself.
  const acknowledgedAt = { local: localText(at, ownZone, true), zone: ownZone };
  return { command: ACKNOWLEDGE, label: t('Acknowledge'), prefill: { alert: alert.id, by, acknowledgedAt } };
}

/** What is wrong, what follows if nobody acts and when, and what can be done, the best first. */
export function AlertPanel({ alert, keys = false, named = false, place = ownPlace }: AlertPanelProps) {
  const [open, setOpen] = useState<Offer>();
  const me = useMe();
  const tone = severityTone[alert.severity];
  const takes = useCoordinates() && (alert.status === 'raised' || alert.status === 'escalated');
  const own = takes ? [acknowledge(alert, me.data?.name, 0)] : [];
  const offers = [...alert.offers.filter(({ command }) => command !== ACKNOWLEDGE), ...own];
  return (
    <div className={`alert ${tone}`}>
      <ToneIcon tone={tone} />
      <div className="alert-text">
        {named && (
          <Link href={`/shipments/${alert.shipment}`}>
            {alert.route} · {alert.reference}
          </Link>
        )}
        <h2>{alert.wrong}</h2>
        <p>
          {alert.follows} <Until alert={alert} place={place} />
        </p>
        <Untold why={alert.untold} />
        <AlertEvidence evidence={alert.evidence} place={place} />
        <div className="offers">
          {offers.map((offer, index) => (
            <OfferButton
              key={`${offer.command} ${offer.label}`}
              offer={offer}
              index={index}
              keys={keys}
              press={() => setOpen(offer.command === ACKNOWLEDGE ? acknowledge(alert, me.data?.name, now()) : offer)}
            />
          ))}
          <DecisionLink shipment={alert.shipment} offers={alert.offers} />
        </div>
      </div>
      <Since alert={alert} />
      {open !== undefined && <OfferSheet shipment={alert.shipment} offer={open} close={() => setOpen(undefined)} />}
    </div>
  );
}

/** That it stands here alone is worse than what it says: whoever reads it is the only one who knows. */
function Untold({ why }: { readonly why: string | null }) {
  if (why === null) return null;
  return (
    <p className="danger">
      <ToneIcon tone="danger" /> {why} {t('It stands on this board alone.')}
    </p>
  );
}

interface OfferButtonProps {
  readonly offer: Offer;
  readonly index: number;
  readonly keys: boolean;
  readonly press: () => void;
}

/** A number key opens the form, and never does the thing itself. */
function OfferButton({ offer, index, keys, press }: OfferButtonProps) {
  const quiet = offer.command === ACKNOWLEDGE;
  const key = quiet ? 'a' : String(index + 1);
  return (
    <button
      type="button"
      className={`button ${index === 0 && !quiet ? 'first' : ''} ${quiet ? 'quiet' : ''}`}
      onClick={press}
      aria-keyshortcuts={keys ? key : undefined}
    >
      {offer.label} {keys && <KeyOf letter={key} label={offer.label} press={press} />}
    </button>
  );
}

function KeyOf({
  letter,
  label,
  press,
}: {
  readonly letter: string;
  readonly label: string;
  readonly press: () => void;
}) {
  useKey(letter, label, press);
  return <kbd aria-hidden="true">{letter.toUpperCase()}</kbd>;
}

function Until({ alert, place }: { readonly alert: AlertInFull; readonly place: Place }) {
  const now = useNow();
  if (alert.until === null) return null;
  const at = Date.parse(alert.until);
  return (
    <span className="until">
      {t('By {when} {city} ({distance}).', {
        when: whenText(at, place.zone, now),
        city: place.city,
        distance: distanceText(at - now),
      })}
    </span>
  );
}

function Since({ alert }: { readonly alert: AlertInFull }) {
  const now = useNow();
  const when = (at: string) => `${whenText(Date.parse(at), ownZone, now)} ${cityOf(ownZone)}`;
  return (
    <p className="since small">
      {t('raised {when}', { when: when(alert.raisedAt) })}
      <br />
      {alert.late !== null && (
        <>
          <strong className="warn">{t('rang {late} late', { late: alert.late })}</strong>
          <br />
        </>
      )}
      {alert.acknowledgedAt === null
        ? alert.status === 'escalated'
          ? t('escalated, not acknowledged')
          : t('not acknowledged')
        : t('acknowledged by {who} {when}', {
            who: alert.acknowledgedBy ?? t('somebody'),
            when: when(alert.acknowledgedAt),
          })}
    </p>
  );
}
