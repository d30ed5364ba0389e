import { useMe } from '../api/questions.js';
import { useTrip } from './use-trip.js';
import { carries } from './whose-phone.js';

/** Keeps a trip on the phone of whoever carries it while its page is open, and gives the page what lies there. */
export function KeepTrip({ shipment }: { readonly shipment: string }) {
  const me = useMe().data;
  return me != null && carries(me) ? <Keeping shipment={shipment} /> : null;
}

function Keeping({ shipment }: { readonly shipment: string }) {
  useTrip(shipment);
  return null;
}
