import { useState, type ReactNode } from 'react';
import { useActions, useShipment } from '../api/questions.js';
import type { Action, NotNow, Offer, Shipment } from '../api/types.js';
import { useQueueing } from '../offline/use-queueing.js';
import { GoToPapers } from '../papers/go-to-papers.js';
import { Asked } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import { ActForm } from './act-form.js';
import { CorrectSheet } from './correct-sheet.js';
import { CORRECT } from './correction.js';
import { matchAction } from './match-action.js';
import { placesOf } from './places.js';
import { t } from '../words/words.js';

/** Papers are issued where they stand, and have no form. */
const ISSUE_PAPERS = 'IssuePapers';

interface OfferSheetProps {
  readonly shipment: string;
  readonly offer: Pick<Offer, 'command' | 'prefill'> & { readonly label: string };
  readonly close: () => void;
}

/** The form of an offer, wherever it was pressed: what may be done is asked for first, so that the form is the newest. */
export function OfferSheet(props: OfferSheetProps) {
  const { shipment, offer, close } = props;
  const fact = offer.prefill['fact'];
  if (offer.command === ISSUE_PAPERS) return <GoToPapers shipment={shipment} close={close} />;
  return offer.command === CORRECT && typeof fact === 'number' ? (
    <CorrectSheet shipment={shipment} fact={fact} label={offer.label} close={close} />
  ) : (
    <ActionSheet {...props} />
  );
}

function ActionSheet({ shipment, offer, close }: OfferSheetProps) {
  const actions = useActions(shipment);
  const view = useShipment(shipment);
  const about =
    view.data === undefined ? undefined : `${view.data.reference} · ${view.data.from.city} → ${view.data.to.city}`;
  return (
    <Sheet title={offer.label} about={about} close={close}>
      <Asked what={t('the shipment')} lines={3} query={view}>
        {(shown) => (
          <Asked what={t('the form')} lines={3} query={actions}>
            {(open) => <OfferForm view={shown} offer={offer} {...open} close={close} renew={actions.refetch} />}
          </Asked>
        )}
      </Asked>
    </Sheet>
  );
}

interface OfferFormProps extends Omit<OfferSheetProps, 'shipment'> {
  readonly view: Shipment;
  readonly actions: readonly Action[];
  readonly notNow: readonly NotNow[];
  readonly renew: () => Promise<unknown>;
}

/**
 * What the form was opened for may close while it is filled in, by somebody else or by a try whose answer was lost. The form stays: what
 * was typed is not taken away, and sending again is answered by the server.
 */
function OfferForm({ view, offer, actions, notNow, close, renew }: OfferFormProps) {
  const standing = matchAction(offer, actions);
  const [opened] = useState(standing);
  const action = standing ?? opened;
  const why = notNow.find(({ command }) => command === offer.command)?.why ?? t('The shipment has moved on.');
  const closed = standing === undefined && <p className="said">{t('This cannot be done now. {why}', { why })}</p>;
  if (action === undefined) return closed;
  return (
    <StandingForm
      view={view}
      action={{ ...action, prefill: { ...action.prefill, ...offer.prefill } }}
      {...{ closed, close, renew }}
    />
  );
}

interface StandingProps extends Pick<OfferFormProps, 'view' | 'close' | 'renew'> {
  readonly action: Action;
  readonly closed: ReactNode;
}

function StandingForm({ view, action, closed, close, renew }: StandingProps) {
  const send = useQueueing(action);
  // Its label too: several decisions may be about one thing, and what was typed for one of them is not meant for another.
  const id = `${view.id} ${action.command} ${action.label} ${action.subject ?? ''}`;
  return (
    <>
      {closed}
      <ActForm
        key={id}
        form={id}
        shipment={view.id}
        action={action}
        revision={action.stageRevision}
        places={placesOf(view)}
        close={close}
        renew={renew}
        {...(send && { send })}
      />
    </>
  );
}
