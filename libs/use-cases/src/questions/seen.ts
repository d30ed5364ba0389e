import {
  holdersIn,
  agendaOf,
  agendaWithoutPatient,
  alertTold,
  mayKnow,
  seeing,
  sharedShipment,
  sharedWithHands,
  standingsAmong,
  withoutFigures,
  withoutPatient,
  type Alert,
  type Obligation,
  type Shipment,
  type Standing,
} from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';

/** A shipment as somebody may know it, and as what they stand in it. */
export interface Seen {
  readonly held: readonly Standing[];
  readonly state: Shipment;
}

/** Undefined where they stand nowhere in it: then it is not there for them. Whoever is not of the operator reads no free words, but for sealed prose that is theirs, which is told where it leaves. */
export function seenBy(reader: Acting, shipment: Shipment): Seen | undefined {
  const held = seeing(standingsAmong(reader, holdersIn(shipment)));
  if (held.length === 0) return undefined;
  if (reader.organisation.kind === 'operator') return { held, state: shipment };
  return asKnown(held, sharedWithHands(shipment, held));
}

/** A shipment as whoever is not of the operator and holds these standings may know it, without a label of any box; with none, as anybody may. */
export function toldTo(held: readonly Standing[], shipment: Shipment): Seen {
  return asKnown(held, sharedShipment(shipment));
}

function asKnown(held: readonly Standing[], shared: Shipment): Seen {
  const patient = knowsPatient(held) ? shared : withoutPatient(shared);
  return { held, state: mayKnow(held, 'counted-dose') ? patient : withoutFigures(patient) };
}

/** Who may not know the one of these does not know the other: the state that is left is without both. */
export function knowsPatient(held: Seen['held']): boolean {
  return mayKnow(held, 'recipient') && mayKnow(held, 'outcome');
}

/** An alert of the shipment, by its id, as they may know it; undefined where they may not know that it stands. */
export function alertSeen({ held, state }: Seen, whole: Shipment, id: string): Alert | undefined {
  return state === whole
    ? whole.stages.alert.alerts.find((alert) => alert.id === id)
    : alertTold(whole, id, { state, withPatient: knowsPatient(held) });
}

/** What is owed, as far as they may know. */
export function agendaSeen({ held, state }: Seen): readonly Obligation[] {
  const agenda = knowsPatient(held) ? agendaOf(state) : agendaWithoutPatient(state);
  // Whom the operator tells of an alert, and when, is nobody else's.
  return held.some((standing) => standing.startsWith('operator/'))
    ? agenda
    : agenda.filter(({ kind }) => kind !== 'tell');
}
