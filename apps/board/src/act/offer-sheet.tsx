import { useActions, useShipment } from '../api/questions.js';
import type { Action, NotNow, Offer, Shipment } from '../api/types.js';
import { Failing, Loading } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import { ActForm } from './act-form.js';
import { matchAction } from './match-action.js';
import { placesOf } from './places.js';

interface OfferSheetProps {
  readonly shipment: string;
  readonly offer: Pick<Offer, 'command' | 'prefill'> & { readonly label: string };
  readonly close: () => void;
}

/** The form of an offer, wherever it was pressed: what may be done is asked for first, so that the form is the newest. */
export function OfferSheet({ shipment, offer, close }: OfferSheetProps) {
  const actions = useActions(shipment);
  const view = useShipment(shipment);
  const about = view.data === undefined ? undefined : `${view.data.reference} · ${view.data.from.city} → ${view.data.to.city}`;
  const again = () => void Promise.all([actions.refetch(), view.refetch()]);
  const ready = actions.data !== undefined && view.data !== undefined;
  return (
    <Sheet title={offer.label} about={about} close={close}>
      {!ready && (actions.error ?? view.error) !== null && <Failing what="The form" error={actions.error ?? view.error} again={again} />}
      {!ready && (actions.error ?? view.error) === null && <Loading what="the form" lines={3} />}
      {actions.data !== undefined && view.data !== undefined && (
        <OfferForm view={view.data} offer={offer} {...actions.data} close={close} renew={actions.refetch} />
      )}
    </Sheet>
  );
}

interface OfferFormProps extends Omit<OfferSheetProps, 'shipment'> {
  readonly view: Shipment;
  readonly actions: readonly Action[];
  readonly notNow: readonly NotNow[];
  readonly renew: () => Promise<unknown>;
}

function OfferForm({ view, offer, actions, notNow, close, renew }: OfferFormProps) {
  const action = matchAction(offer, actions);
  if (action === undefined) {
    const why = notNow.find(({ command }) => command === offer.command)?.why;
    return <p className="said">This cannot be done now. {why ?? 'The shipment has moved on.'}</p>;
  }
  const prefill = { ...action.prefill, ...offer.prefill };
  const id = `${view.id} ${action.command} ${action.subject ?? ''}`;
  return (
    <ActForm
      key={id}
      form={id}
      shipment={view.id}
      action={{ ...action, prefill }}
      revision={action.stageRevision}
      places={placesOf(view)}
      close={close}
      renew={renew}
    />
  );
}
