import type { Obligation, Shipment } from '@cellrelay/shipment';
import { endsOf, shownInOf } from './places.js';
import { limitsOn } from './timeline-limits.js';
import { happenedAtEnds } from './timeline-happened.js';
import { plannedAtEnds } from './timeline-planned.js';
import { travelOn } from './timeline-travel.js';
import type { TimelineEntryView } from './views.js';

/** What happened, is planned, is due (the shipment's agenda) or is a limit, in order of time. */
export function timelineOf(shipment: Shipment, agenda: readonly Obligation[]): readonly TimelineEntryView[] {
  const entries = [
    ...happenedAtEnds(shipment),
    ...travelOn(shipment),
    ...plannedAtEnds(shipment),
    ...dueOn(shipment, agenda),
    ...limitsOn(shipment),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const clockKinds: ReadonlySet<string> = new Set(['bag-target', 'bag-limit', 'shipper-target', 'shipper-hold']);

/** Bag limits are lines of their own, so the bells that watch them are left out here. */
function dueOn(shipment: Shipment, agenda: readonly Obligation[]): readonly TimelineEntryView[] {
  const ends = endsOf(shipment);
  return agenda
    .filter(({ kind }) => !clockKinds.has(kind))
    .map((item) => ({
      at: item.dueAt,
      shownIn: shownInOf(item, ends),
      what: item.what,
      kind: 'due',
      tone: 'waiting',
      plan: null,
    }));
}
