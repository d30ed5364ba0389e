import { ruleTime } from '@cellrelay/kernel';
import { bagNames, isBanked, orderOf, type EndedHow, type Shipment } from '@cellrelay/shipment';
import { endsOf } from './places.js';
import { happened } from './timeline-entry.js';
import type { TimelineEntryView } from './views.js';
import { processingWords } from './words.js';

/** What happened at the two ends of the trip. */
export function happenedAtEnds(shipment: Shipment): readonly TimelineEntryView[] {
  return [
    ...donorsRecord(shipment),
    ...orderAndDonor(shipment),
    ...conditioned(shipment),
    ...postponed(shipment),
    ...collected(shipment),
    ...counted(shipment),
    ...handled(shipment),
    ...infused(shipment),
    ...findings(shipment),
  ];
}

function orderAndDonor(shipment: Shipment): readonly TimelineEntryView[] {
  const { from, to } = endsOf(shipment);
  const { words } = shipment.stages['donor-clearance'];
  const { cancellation, processing, diversions } = shipment.stages.order;
  return [
    ...happened({ at: shipment.openedAt, shownIn: to, what: 'Shipment opened' }),
    ...words.flatMap(({ word, at }) =>
      happened({ at: at.at, shownIn: from, what: isBanked(shipment) ? `Unit ${word} by its bank` : `Donor ${word}` }),
    ),
    ...diversions.flatMap(({ kind, to: goal, decidedAt }) =>
      happened({
        at: decidedAt.at,
        shownIn: to,
        what: `${kind === 'return' ? 'Returned' : 'Diverted'} to ${goal.name}`,
      }),
    ),
    ...processing.flatMap((each) =>
      happened({
        at: each.decidedAt.at,
        shownIn: to,
        what: `${processingWords[each.processing]} decided for ${each.recipient}`,
      }),
    ),
    ...happened({ at: cancellation?.at.at, shownIn: to, what: 'Shipment cancelled' }),
  ];
}

/** The record before the transport. A day stands at its beginning, and says that it is a day. */
function donorsRecord(shipment: Shipment): readonly TimelineEntryView[] {
  const { zone, city } = orderOf(shipment).details.parties.donorRegistry;
  return shipment.stages['donor-clearance'].steps.flatMap(({ step, on, at }) =>
    happened({
      at: on === null ? at?.at : ruleTime(on, '00:00', zone),
      shownIn: { city, zone },
      what: on === null ? `Donor ${step}` : `Donor ${step} on that day`,
    }),
  );
}

function conditioned(shipment: Shipment): readonly TimelineEntryView[] {
  const { to } = endsOf(shipment);
  return shipment.stages['donor-clearance'].conditioning.flatMap(({ recipient, startedAt }) =>
    happened({ at: startedAt?.at, shownIn: to, what: `Conditioning of ${recipient} began` }),
  );
}

function postponed(shipment: Shipment): readonly TimelineEntryView[] {
  const { from } = endsOf(shipment);
  const what = isBanked(shipment) ? 'Leaving of the unit' : 'Collection';
  return shipment.stages.collection.postponements.flatMap(({ at, was, to }) =>
    happened({ at: at.at, shownIn: from, what: `${what} postponed from ${was[0]} to ${to[0]}` }),
  );
}

function collected(shipment: Shipment): readonly TimelineEntryView[] {
  const { from, to } = endsOf(shipment);
  const { days, frozen, notUsed } = shipment.stages.collection;
  const names = bagNames(shipment);
  return [
    ...frozen.flatMap(({ bag, at }) =>
      happened({ at: at.at, shownIn: from, what: `Freezing of the ${names.get(bag) ?? 'bag'} began` }),
    ),
    ...notUsed.flatMap(({ bag, at }) =>
      happened({ at: at.at, shownIn: from, what: `The ${names.get(bag) ?? 'bag'} is not used` }),
    ),
    ...days.flatMap(({ day, bags, split }) =>
      split.flatMap(({ id, splitAt }) => {
        const parts = [...bags, ...split].filter(({ partOf }) => partOf?.at(-1) === id).length;
        const what = `A day ${day} bag split${parts === 0 ? '' : ` in ${parts}`}`;
        return happened({ at: splitAt.at, shownIn: splitAt.zone === to.zone ? to : from, what });
      }),
    ),
    ...days.flatMap(({ day, startedAt, endedAt, stoodDownAt }) => [
      ...happened({ at: startedAt?.at, shownIn: from, what: `Day ${day} collection began` }),
      ...happened({ at: endedAt?.at, shownIn: from, what: `Day ${day} collection ended: its clock runs` }),
      ...happened({ at: stoodDownAt, shownIn: from, what: `Collection day ${day} stood down` }),
    ]),
  ];
}

function counted(shipment: Shipment): readonly TimelineEntryView[] {
  const { from } = endsOf(shipment);
  return shipment.stages['cell-count'].counts.flatMap(({ day, countedAt }) =>
    happened({ at: countedAt.at, shownIn: from, what: `Day ${day} counted` }),
  );
}

function handled(shipment: Shipment): readonly TimelineEntryView[] {
  const { from, to } = endsOf(shipment);
  const { packedAt, handedOverAt, deliveredAt, charges, custody } = shipment.stages['courier-handoff'];
  const alone = shipment.stages.courier.cargo !== null;
  const { receivedAt, acceptedAt } = shipment.stages.receipt;
  return [
    ...happened({ at: shipment.stages.courier.positionedAt?.at, shownIn: from, what: 'Courier in position' }),
    ...charges.flatMap(({ chargedAt, shipper }, index) =>
      happened({ at: chargedAt.at, shownIn: from, what: `Shipper ${shipper} charged${index === 0 ? '' : ' again'}` }),
    ),
    ...happened({ at: packedAt?.at, shownIn: from, what: 'Box packed' }),
    ...(alone ? [] : happened({ at: handedOverAt?.at, shownIn: from, what: 'Handed over to the courier' })),
    ...custody
      .filter((each) => each.as === 'facility')
      .flatMap(({ holder: facility, since }, index) =>
        happened({
          at: since.at,
          shownIn: index === 0 ? from : to,
          what: index === 0 ? `Accepted as cargo by ${facility}` : `Ready to be collected at ${facility}`,
        }),
      ),
    ...relayed(shipment),
    ...happened({ at: deliveredAt?.at, shownIn: to, what: `Delivered to ${deliveredTo(shipment)}` }),
    ...happened({ at: receivedAt?.at, shownIn: to, what: 'Received' }),
    ...happened({ at: acceptedAt?.at, shownIn: to, what: 'Accepted' }),
  ];
}

/** Where the courier changed on the way; the chain of custody between the first courier and the transplant centre. */
function relayed(shipment: Shipment): readonly TimelineEntryView[] {
  const { to } = endsOf(shipment);
  return shipment.stages['courier-handoff'].custody
    .filter(({ as }) => as === 'courier')
    .slice(1)
    .flatMap(({ since, holder, box }) =>
      happened({ at: since.at, shownIn: { ...to, zone: since.zone }, what: `Box ${box} taken over by ${holder}` }),
    );
}

/** What the transplant centre found otherwise, and what it counted. */
function findings(shipment: Shipment): readonly TimelineEntryView[] {
  const { to } = endsOf(shipment);
  const { refusal, arrivals } = shipment.stages.receipt;
  const names = bagNames(shipment);
  return [
    ...happened({ at: refusal?.at.at, shownIn: to, what: 'Refused' }),
    ...arrivals.flatMap(({ bag, countedAt }) =>
      happened({ at: countedAt.at, shownIn: to, what: `Counted on arrival, ${names.get(bag) ?? 'bag'}` }),
    ),
  ];
}

function deliveredTo({ stages }: Shipment): string {
  return stages.order.diversions.at(-1)?.to.name ?? 'the transplant centre';
}

function infused(shipment: Shipment): readonly TimelineEntryView[] {
  const { to } = endsOf(shipment);
  const names = bagNames(shipment);
  return shipment.stages.receipt.ended.flatMap(({ bag, at, how }) => {
    return happened({ at: at.at, shownIn: to, what: endSaid[how](names.get(bag) ?? 'bag') });
  });
}

const endSaid: Readonly<Record<EndedHow, (bag: string) => string>> = {
  infusion: (bag) => `Infusion of the ${bag} began`,
  cryopreservation: (bag) => `Cryopreservation of the ${bag} began`,
  'stored-frozen': () => 'Stored frozen',
  'not-used': (bag) => `The ${bag} is not used`,
};
