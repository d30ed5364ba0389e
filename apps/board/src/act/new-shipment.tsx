import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommands } from '../api/questions.js';
import { Asked } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import type { ActFormProps } from './act-form-props.js';
import { ActForm } from './act-form.js';
import { Namesakes } from './namesakes.js';
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
  const [id] = useState(shipmentId);
  return (
    <Sheet title="New shipment" about="The formal request, as far as the transport is concerned" close={close}>
      <Asked what="the form" lines={4} query={commands}>
        {({ items }) => (
          <OrderForm
            id={id}
            fields={items.find(({ name }) => name === COMMAND)?.fields ?? {}}
            close={close}
            renew={commands.refetch}
          />
        )}
      </Asked>
    </Sheet>
  );
}

type OrderFormProps = Pick<ActFormProps, 'close' | 'renew'> & {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

function OrderForm({ id, fields, close, renew }: OrderFormProps) {
  const [, go] = useLocation();
  const done = () => {
    forgetForm(ID);
    go(`/shipments/${id}`);
  };
  const action = { command: COMMAND, label: 'Open the shipment', subject: null, fields, prefill: {}, consequences: [] };
  return (
    <ActForm
      form={COMMAND}
      shipment={id}
      action={action}
      revision={null}
      places={[ownPlace]}
      close={close}
      done={done}
      under={{ reference: (typed) => <Namesakes reference={typed} id={id} /> }}
      renew={renew}
    />
  );
}
