import { useState } from 'react';
import { Link } from 'wouter';
import { OfferSheet } from '../act/offer-sheet.js';
import type { AlertInFull, Offer } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { severityTone } from '../marks/words.js';
import { useShownPlaces } from '../shell/clock-places.js';
import { distanceText } from '../time/duration.js';
import { ownZone, useNow } from '../time/now.js';
import { cityOf, whenText } from '../time/zone.js';

interface AlertPanelProps {
  readonly alert: AlertInFull;
  /** The number keys and A are this alert's. */
  readonly keys?: boolean;
  /** Says which shipment it is about. */
  readonly named?: boolean;
}

const acknowledge = (alert: AlertInFull): Offer => ({
  command: 'AcknowledgeAlert',
  label: 'Acknowledge',
  prefill: { alert: alert.id },
});

/** What is wrong, what follows if nobody acts and when, and what can be done, the best first. */
export function AlertPanel({ alert, keys = false, named = false }: AlertPanelProps) {
  const [open, setOpen] = useState<Offer>();
  const tone = severityTone[alert.severity];
  const own = alert.status === 'raised' || alert.status === 'escalated' ? [acknowledge(alert)] : [];
  const offers = [...alert.offers.filter(({ command }) => command !== 'AcknowledgeAlert'), ...own];
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
          {alert.follows} <Until alert={alert} />
        </p>
        <div className="offers">
          {offers.map((offer, index) => (
            <OfferButton
              key={`${offer.command} ${offer.label}`}
              offer={offer}
              index={index}
              keys={keys}
              press={() => setOpen(offer)}
            />
          ))}
        </div>
      </div>
      <Since alert={alert} />
      {open !== undefined && <OfferSheet shipment={alert.shipment} offer={open} close={() => setOpen(undefined)} />}
    </div>
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
  const quiet = offer.command === 'AcknowledgeAlert';
  const key = quiet ? 'a' : String(index + 1);
  return (
    <button
      type="button"
      className={`button ${index === 0 && !quiet ? 'first' : ''} ${quiet ? 'quiet' : ''}`}
      onClick={press}
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

function Until({ alert }: { readonly alert: AlertInFull }) {
  const now = useNow();
  const places = useShownPlaces();
  if (alert.until === null) return null;
  const at = Date.parse(alert.until);
  const [place = { city: cityOf(ownZone), zone: ownZone }] = places.length > 1 ? places.slice(1) : places;
  return (
    <span className="until">
      By {whenText(at, place.zone, now)} {place.city} ({distanceText(at - now)}).
    </span>
  );
}

function Since({ alert }: { readonly alert: AlertInFull }) {
  const now = useNow();
  const when = (at: string) => `${whenText(Date.parse(at), ownZone, now)} ${cityOf(ownZone)}`;
  return (
    <p className="since small">
      raised {when(alert.raisedAt)}
      <br />
      {alert.acknowledgedAt === null
        ? alert.status === 'escalated'
          ? 'escalated, not acknowledged'
          : 'not acknowledged'
        : `acknowledged by ${alert.acknowledgedBy ?? 'somebody'} ${when(alert.acknowledgedAt)}`}
    </p>
  );
}
