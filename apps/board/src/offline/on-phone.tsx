import { useMe } from '../api/questions.js';
import { OutboxList } from './outbox-list.js';
import { ReadyTick } from './ready-tick.js';
import { carries } from './whose-phone.js';

/** What of this trip lies on the phone of whoever carries it, and what waits there. */
export function OnPhone({ shipment }: { readonly shipment: string }) {
  const me = useMe().data;
  if (me == null || !carries(me)) return null;
  return (
    <>
      <ReadyTick shipment={shipment} />
      <OutboxList shipment={shipment} />
    </>
  );
}
