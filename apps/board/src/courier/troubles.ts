import type { Action, Shipment } from '../api/types.js';
import { statedAt, withNow, type Stated } from './stated-now.js';

/** What goes wrong on the way, as a courier says it in two taps. */
export const troubleKinds = ['delayed', 'cancelled', 'xray-demanded', 'xray-happened', 'leak', 'box-opened'] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** The words that are sent where nobody has said any: what is known, and that it is all that is known yet. */
export interface TroubleWords {
  readonly by: string;
  readonly reason: string;
}

type Leg = Shipment['plans'][number]['legs'][number];

interface Found {
  readonly shipment: Pick<Shipment, 'courses' | 'plans'>;
  readonly actions: readonly Action[];
}

const DEVIATION = 'OpenDeviation';

const commands: Readonly<Record<TroubleKind, string>> = {
  delayed: 'RecordFlightEstimate',
  cancelled: 'RecordFlightCancelled',
  'xray-demanded': 'RecordXrayDemanded',
  'xray-happened': 'RecordScanned',
  leak: DEVIATION,
  'box-opened': DEVIATION,
};

const deviationKinds: Partial<Record<TroubleKind, string>> = {
  leak: 'product-damaged',
  'box-opened': 'box-opened',
  'xray-happened': 'x-ray-scanned',
};

/** The command behind a trouble, for what the API says of it where it cannot be recorded now. */
export const commandOf = (kind: TroubleKind): string => commands[kind];

/** The action that records it: of several flights or checkpoints the one that the trip comes to next. None where it cannot be recorded now. */
export function actionFor(kind: TroubleKind, found: Found): Action | undefined {
  const offered = found.actions.filter(({ command }) => command === commands[kind]);
  const left = kind === 'xray-demanded' ? leftBehind(found) : [];
  const able = offered.filter((action) => !keysOf(action).some((key) => left.includes(key)));
  const sought = ahead(found);
  const next = sought.find((key) => able.some((action) => keysOf(action).includes(key)));
  return able.find((action) => next !== undefined && keysOf(action).includes(next)) ?? able[0];
}

/** What takes it now where its own command has to wait for what lies on the phone: a deviation. None where the API takes none either. */
export function asDeviation(kind: TroubleKind, { actions }: Pick<Found, 'actions'>): Action | undefined {
  return commands[kind] === DEVIATION ? undefined : actions.find(({ command }) => command === DEVIATION);
}

/** The milestones to come of the trip that flies, as they follow each other. */
function ahead({ shipment }: Found): readonly string[] {
  const [course] = shipment.courses;
  return course?.milestones.filter(({ standing }) => standing === 'expected').map(({ key }) => key) ?? [];
}

/** The milestones before the last departure: nobody demands anything there any more. */
function leftBehind({ shipment: { courses } }: Found): readonly string[] {
  const milestones = courses[0]?.milestones ?? [];
  const last = milestones.findLastIndex(({ key, standing }) => key.startsWith('departed/') && standing !== 'expected');
  return milestones.slice(0, Math.max(0, last)).map(({ key }) => key);
}

/** At which milestones that action is of use. */
function keysOf({ prefill: { booking, exemption } }: Action): readonly string[] {
  if (typeof exemption === 'string') return [`checkpoint/${exemption}`];
  if (typeof booking !== 'string') return [];
  const leg = booking.split('/')[0] ?? '';
  return [`departed/${leg}`, `landed/${leg}`];
}

/** What is sent at once: the time is now, and words that nobody has said yet are not made up. */
export function troubleBody(kind: TroubleKind, action: Action, words: TroubleWords & { readonly at: number }): unknown {
  const known = withNow(action.prefill, words.at);
  if (action.command === DEVIATION)
    return { ...known, kind: deviationKinds[kind] ?? 'other', words: words.reason, seriousness: null };
  return kind === 'xray-demanded' ? { ...known, by: words.by } : { ...known, reason: words.reason };
}

/** The flight that an action is about; none where it is about none. */
export function legOf(action: Action, { plans }: Pick<Shipment, 'plans'>): Leg | undefined {
  return plans.flatMap(({ legs }) => legs).find(({ booking }) => booking === action.prefill['booking']);
}

/** The one time that a delay still needs: when it leaves, or once it has left when it lands. */
export function asksOf({ departedAt, flight }: Pick<Leg, 'departedAt' | 'flight'>): {
  readonly end: 'departs' | 'arrives';
  readonly zone: string;
} {
  return departedAt === null ? { end: 'departs', zone: flight.from.zone } : { end: 'arrives', zone: flight.to.zone };
}

/** The airline's estimate from one new time: a flight that leaves later lands later by as much; one in the air has left when it did. */
export function estimateBody(action: Action, leg: Leg, told: { readonly newAt: number; readonly at: number }): unknown {
  const { flight } = leg;
  const [departs, arrives] = [
    leg.estimatedDepartureAt ?? flight.departsAt,
    leg.estimatedArrivalAt ?? flight.arrivesAt,
  ].map((at) => Date.parse(at)) as [number, number];
  const known = withNow(action.prefill, told.at);
  const at = (moment: number, zone: string): Stated => statedAt(moment, zone);
  if (leg.departedAt !== null)
    return {
      ...known,
      departsAt: at(Date.parse(leg.departedAt), flight.from.zone),
      arrivesAt: at(told.newAt, flight.to.zone),
    };
  const landing = arrives + told.newAt - departs;
  return { ...known, departsAt: at(told.newAt, flight.from.zone), arrivesAt: at(landing, flight.to.zone) };
}
