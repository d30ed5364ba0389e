import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommands } from '../api/questions.js';
import { Failing, Loading } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import { ActForm } from './act-form.js';
import { ownPlace } from './places.js';
import { forgetForm, keepForm, keptForm } from './kept-forms.js';
import { newKey } from './send-command.js';

const COMMAND = 'OpenShipment';
const ID = `${COMMAND} id`;

/** Kept until the shipment is open: a try whose answer was lost is repeated for the same shipment, even after closing the form. */
function shipmentId(): string {
  const id = keptForm(ID)?.key ?? newKey();
  keepForm(ID, { drafts: {}, key: id });
  return id;
}

/** The formal request as a form. The shipment's id is made here, once, so that sending twice opens one shipment. */
export function NewShipmentSheet({ close }: { readonly close: () => void }) {
  const commands = useCommands();
  const [, go] = useLocation();
  const [id] = useState(shipmentId);
  const command = commands.data?.items.find(({ name }) => name === COMMAND);
  return (
    <Sheet title="New shipment" about="The formal request, as far as the transport is concerned" close={close}>
      {commands.isPending && <Loading what="the form" lines={4} />}
      {commands.data === undefined && commands.error !== null && (
        <Failing what="The form" error={commands.error} again={() => void commands.refetch()} />
      )}
      {command !== undefined && (
        <ActForm
          form={COMMAND}
          shipment={id}
          action={{ command: COMMAND, label: 'Open the shipment', fields: command.fields, prefill: {}, consequences: [] }}
          revision={null}
          places={[ownPlace]}
          close={close}
          done={() => {
            forgetForm(ID);
            go(`/shipments/${id}`);
          }}
          renew={commands.refetch}
        />
      )}
    </Sheet>
  );
}
