import { Link, useParams } from 'wouter';
import { useCommands, useCoordinates, useMe, useShipment } from '../api/questions.js';
import type { Command } from '../api/types.js';
import { Asked, Loading, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { finishedSetUp, finishSetUp, keptSetUp } from './kept-set-ups.js';
import { freshSetUp, type SetUp } from './set-up.js';
import { SetUpForm } from './set-up-page.js';
import { useSetUp } from './use-set-up.js';

/** A shipment that is open, and is still being set up: here with what was typed at this machine, elsewhere with empty forms. */
export function GoOnPage() {
  const { id = '' } = useParams<{ id: string }>();
  const me = useMe().data;
  const coordinates = useCoordinates();
  const shipment = useShipment(id);
  const commands = useCommands();
  useTitle(`Set up ${shipment.data?.reference ?? 'a shipment'}`);
  if (me == null) return <Loading what="the form" lines={4} />;
  if (!coordinates) return <Nothing title="A shipment is set up by the operator’s coordinators" />;
  return (
    <Asked what="the shipment" lines={4} query={shipment}>
      {({ reference, recipients, revision }) => (
        <Asked what="the form" lines={4} query={commands}>
          {({ items }) => (
            <GoOn
              key={id}
              begin={withRecipients(begunSetUp(id, me.name, revision), recipients)}
              commands={items}
              reference={reference}
            />
          )}
        </Asked>
      )}
    </Asked>
  );
}

/** As it was left at this machine; else it is begun on what stands in the shipment now. */
function begunSetUp(id: string, account: string, revision: number): SetUp {
  const begun = { ...(finishedSetUp(id, account) ?? freshSetUp(id, account)), begunAfter: revision };
  return { ...(keptSetUp(id, account) ?? begun), opened: true };
}

/** Whose conditioning can be planned is read from the shipment, where the order was not typed here. */
function withRecipients(setUp: SetUp, recipients: readonly { readonly ref: string }[]): SetUp {
  if (setUp.drafts['OpenShipment'] !== undefined) return setUp;
  const order = { recipients: recipients.map(({ ref }) => ({ ref })) };
  return { ...setUp, drafts: { ...setUp.drafts, OpenShipment: order } };
}

interface GoOnProps {
  readonly begin: SetUp;
  readonly commands: readonly Command[];
  readonly reference: string;
}

function GoOn({ begin, commands, reference }: GoOnProps) {
  const hand = useSetUp(begin, commands);
  return (
    <SetUpForm hand={hand} base={`/shipments/${begin.id}/set-up`} title={`Set up ${reference}`}>
      <span className="push order-ways">
        <Link href={`/shipments/${begin.id}`} className="button" onClick={() => finishSetUp(hand.setUp)}>
          It is set up: forget the rest
        </Link>
      </span>
    </SetUpForm>
  );
}
