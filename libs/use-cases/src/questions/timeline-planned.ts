import {
  conditioningStartsAt,
  courierPositioning,
  forecastInfusionAt,
  isBanked,
  travelWindows,
  type Shipment,
} from '@cellrelay/shipment';
import { endsOf } from './places.js';
import { planned } from './timeline-entry.js';
import type { TimelineEntryView } from './views.js';

/** What is planned at the two ends: collecting, and infusing. Flights stand in timeline-travel.ts. */
export function plannedAtEnds(shipment: Shipment): readonly TimelineEntryView[] {
  if (shipment.stages.order.status !== 'open') return [];
  return [
    ...conditioningAhead(shipment),
    ...courierAhead(shipment),
    ...collectionAhead(shipment),
    ...unitAhead(shipment),
    ...infusionAhead(shipment),
  ];
}

function conditioningAhead(shipment: Shipment): readonly TimelineEntryView[] {
  return shipment.stages['donor-clearance'].conditioning.flatMap(({ recipient, status, plannedStartAt }) =>
    status === 'planned'
      ? planned({ at: plannedStartAt?.at, shownIn: endsOf(shipment).to, what: `Conditioning of ${recipient} begins` })
      : [],
  );
}

/** The positioning trip: as it is booked, else as it has to be. */
function courierAhead(shipment: Shipment): readonly TimelineEntryView[] {
  const { positionedAt, trip } = shipment.stages.courier;
  if (positionedAt !== null || shipment.stages['courier-handoff'].handedOverAt !== null) return [];
  const at = trip?.arrivesAt.at ?? courierPositioning(shipment)?.inTownBy;
  const what = trip === null ? 'Courier to be in town' : 'Courier arrives in town';
  return planned({ at, shownIn: endsOf(shipment).from, what });
}

function collectionAhead(shipment: Shipment): readonly TimelineEntryView[] {
  const { from } = endsOf(shipment);
  return shipment.stages.collection.days.flatMap(({ day, status, plannedStartAt, plannedEndAt }) => {
    const end = planned({ at: plannedEndAt, shownIn: from, what: `Day ${day} collection ends by the plan` });
    if (status === 'running') return end;
    if (status !== 'planned' && status !== 'reserved') return [];
    const what = `Day ${day} collection begins${status === 'reserved' ? ', if it is needed' : ''}`;
    return [...planned({ at: plannedStartAt, shownIn: from, what }), ...end];
  });
}

/** A banked unit is not collected: it leaves its bank, and is to be there before conditioning. */
function unitAhead(shipment: Shipment): readonly TimelineEntryView[] {
  if (!isBanked(shipment)) return [];
  const { from, to } = endsOf(shipment);
  const left = shipment.stages['courier-handoff'].handedOverAt !== null;
  return [
    ...planned({
      at: left ? null : (travelWindows(shipment)[0]?.startsAt ?? null),
      shownIn: from,
      what: 'The unit can leave',
    }),
    ...planned({ at: conditioningStartsAt(shipment), shownIn: to, what: 'Conditioning begins' }),
  ];
}

function infusionAhead(shipment: Shipment): readonly TimelineEntryView[] {
  const { status } = shipment.stages.receipt;
  if (['infusing', 'infused', 'stored', 'refused', 'not-used'].includes(status)) return [];
  const what = isBanked(shipment) ? 'Unit expected in the tank' : 'Infusion expected';
  return planned({ at: forecastInfusionAt(shipment), shownIn: endsOf(shipment).to, what });
}
