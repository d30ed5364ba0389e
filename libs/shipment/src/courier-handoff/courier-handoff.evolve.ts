import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import { checkSaid, differing } from './courier-handoff.checks.js';
import type {
  BoxNow,
  BoxPacked,
  ClosedBox,
  CourierHandoffEvent,
  CourierHandoffState,
  Custody,
  Difference,
  HandoverPlace,
  RelayHandedOver,
  Signed,
} from './courier-handoff.js';

export const initialCourierHandoff: CourierHandoffState = {
  status: 'awaited',
  charges: [],
  loaded: [],
  readyAt: null,
  packed: null,
  packedAt: null,
  handedOverAt: null,
  deliveredAt: null,
  boxNow: null,
  relayPlan: null,
  relayedTo: [],
  custody: [],
  differences: [],
};

/** The handoff stage after one more event. */
export function evolveCourierHandoff(
  state: CourierHandoffState,
  event: CourierHandoffEvent,
  _recordedAt: Instant,
): CourierHandoffState {
  const at = event.occurredAt;
  switch (event.type) {
    case 'BoxPacked':
      return packed(state, event.data, at);
    case 'HandedOverToCourier':
      return {
        ...taken(state, event.data, { where: 'pick-up', as: 'courier', at }),
        status: 'in-custody',
        handedOverAt: at,
      };
    case 'RelayPlanned':
      return { ...state, relayPlan: event.data };
    case 'RelayCancelled':
      return { ...state, relayPlan: null };
    case 'RelayHandedOver':
      return relayed(state, event.data, at);
    case 'DeliveredToCentre':
      return {
        ...taken(state, event.data, { where: 'delivery', as: 'transplant-centre', at }),
        status: 'delivered',
        deliveredAt: at,
        relayPlan: null,
      };
    default:
      return ofUnit(state, event, at);
  }
}

type OfUnit = Extract<CourierHandoffEvent, { type: 'ShipperCharged' | 'CargoAccepted' | 'CargoLoaded' | 'CargoReady' }>;

/** What is said of a frozen unit alone. */
function ofUnit(state: CourierHandoffState, event: OfUnit, at: ZonedInstant): CourierHandoffState {
  switch (event.type) {
    case 'ShipperCharged':
      return { ...state, charges: [...state.charges, { ...event.data, chargedAt: at }] };
    case 'CargoAccepted':
      return { ...withCarrier(state, event.data.facility, at), status: 'in-custody', handedOverAt: at };
    case 'CargoLoaded':
      return { ...state, loaded: [...state.loaded, event.data.booking] };
    case 'CargoReady':
      return { ...withCarrier(state, event.data.facility, at), readyAt: at };
  }
}

function packed(state: CourierHandoffState, data: BoxPacked['data'], at: ZonedInstant): CourierHandoffState {
  const holder = data.packedBy ?? 'Collection centre';
  return {
    ...state,
    status: 'packed',
    packed: data,
    packedAt: at,
    boxNow: closed(data, at),
    custody: [{ holder, as: 'collection-centre', since: at, box: data.box, seal: data.seal }],
  };
}

function closed({ box, logger, seal, validatedHoldHours }: ClosedBox, closedAt: ZonedInstant): BoxNow {
  return { box, logger, seal, validatedHoldHours, closedAt };
}

interface Handover {
  readonly where: HandoverPlace;
  readonly as: Custody['as'];
  readonly at: ZonedInstant;
}

/** The box in other hands. Its seal is from now on the one that was read, as two persons have signed for it. */
function taken(state: CourierHandoffState, signed: Signed, { where, as, at }: Handover): CourierHandoffState {
  const { boxNow } = state;
  if (boxNow === null) throw new Error('a box changes hands only once it is packed');
  const { seal } = signed;
  return {
    ...state,
    boxNow: { ...boxNow, seal },
    custody: [...state.custody, { holder: signed.takenBy, as, since: at, box: boxNow.box, seal }],
    differences: [...state.differences, ...differencesIn(state, signed, { where, as, at })],
  };
}

function relayed(state: CourierHandoffState, data: RelayHandedOver['data'], at: ZonedInstant): CourierHandoffState {
  const after = taken(state, data, { where: 'relay', as: 'courier', at });
  const { secondBox } = data;
  const planned = state.relayPlan?.courier.poolId;
  const { boxNow } = after;
  const next = secondBox === null || boxNow === null ? boxNow : closed(secondBox, at);
  const [holder] = after.custody.slice(-1);
  return {
    ...after,
    status: 'relayed',
    relayPlan: null,
    relayedTo: [...state.relayedTo, ...(planned == null ? [] : [planned])],
    boxNow: next,
    custody:
      holder === undefined || next === null
        ? after.custody
        : [...after.custody.slice(0, -1), { ...holder, box: next.box, seal: next.seal }],
  };
}

/** What was found otherwise: the seal first, then the checks. A second relay at which the same differs is another difference. */
function differencesIn(state: CourierHandoffState, signed: Signed, { where, at }: Handover): readonly Difference[] {
  const place = where === 'relay' ? `relay-${state.custody.length - 1}` : where;
  return [
    ...sealDifference(state, signed).map((each) => ({ ...each, id: `${place}/seal`, at, where })),
    ...differing(signed.checks).map(({ check, note }) => ({
      id: `${place}/${check}`,
      at,
      where,
      what: check,
      expected: checkSaid(where, check),
      found: note ?? '',
    })),
  ];
}

function sealDifference(
  { boxNow }: CourierHandoffState,
  signed: Signed,
): readonly Pick<Difference, 'what' | 'expected' | 'found'>[] {
  if (boxNow === null || boxNow.seal === signed.seal) return [];
  const { seal, sealDiffersReason: reason } = signed;
  // Nobody gave a reason where the seals differ only since one of them was corrected.
  return [{ what: 'seal', expected: boxNow.seal, found: reason === null ? seal : `${seal} (${reason})` }];
}

/** A facility of the carrier has the unit: an organisation, in a chain that is of persons otherwise. */
function withCarrier(state: CourierHandoffState, facility: string, since: ZonedInstant): CourierHandoffState {
  const { box, seal } = state.boxNow ?? { box: '', seal: '' };
  return { ...state, custody: [...state.custody, { holder: facility, as: 'facility', since, box, seal }] };
}
