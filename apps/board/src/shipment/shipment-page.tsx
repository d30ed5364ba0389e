import { Link } from 'wouter';
import type { Failure } from '../api/client.js';
import { useShipment } from '../api/questions.js';
import { KeepTrip } from '../offline/keep-trip.js';
import { useClockPlaces } from '../shell/clock-places.js';
import { Failing, Loading, Nothing } from '../shell/states.js';
import { Sections } from './sections.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';

/** Where is it, how much time is left, and what can still be done? */
export function ShipmentPage({ id }: { readonly id: string }) {
  return (
    <>
      <KeepTrip shipment={id} />
      <ShipmentInFull id={id} />
    </>
  );
}

function ShipmentInFull({ id }: { readonly id: string }) {
  const shipment = useShipment(id);
  useClockPlaces(shipment.data?.from, shipment.data?.to);
  const reference = shipment.data?.reference;
  useTitle(reference ?? t('Shipment'));
  if (shipment.data !== undefined) return <Sections shipment={shipment.data} />;
  if (shipment.isPending) return <Loading what={t('the shipment')} lines={6} />;
  if ((shipment.error as Failure).status === 404) {
    return (
      <Nothing title={t('There is no such shipment')}>
        <Link href="/">{t('Go to the board')}</Link>
      </Nothing>
    );
  }
  return <Failing what={t('The shipment')} error={shipment.error} again={() => void shipment.refetch()} />;
}
