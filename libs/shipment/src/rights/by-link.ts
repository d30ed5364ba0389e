import type { preparedCommandNames } from '../commands.js';
import { topicsKnown } from './knowledge.js';
import { commandRights } from './rights.js';
import type { Standing } from './standings.js';

/** A link brings a body: of what is made elsewhere none is sent. */
type LinkedCommand = Exclude<keyof typeof commandRights, (typeof preparedCommandNames)[number]>;

/** What desks say of themselves: customs, airport security, an airline and its handlers, who have no account and stand nowhere. */
const atDesks: readonly LinkedCommand[] = [
  'RecordCustomsGranted',
  'RecordCustomsRefused',
  'RecordExemptionGranted',
  'RecordExemptionRefused',
  'RecordNotLoaded',
  'RecordCargoLoaded',
  'RecordCargoReady',
];

/**
 * The commands that somebody without an account may give by a signed link: facts of one's own work that are asked for one by one. Not those that decide for others, need
 * a second person, correct the record, or begin with a register or with words of somebody's own: on these the coordination office is told, and records it.
 */
export const linkedCommands: readonly LinkedCommand[] = [
  ...atDesks,
  'RecordRegistryConsent',
  'ClearDonor',
  'ReleaseUnit',
  'RecordDonorStep',
  'StartCollection',
  'EndCollection',
  'RecordCellCount',
  'RecordSeatsHeld',
  'RecordSeatsRefused',
  'RecordSeatsTicketed',
  'RecordSeatsGivenUp',
  'RecordHoldLapsed',
  'RecordFlightCancelled',
  'RecordFlightEstimate',
  'RecordDeparture',
  'RecordArrival',
  'RecordCustomsCleared',
  'RecordXrayDemanded',
  'RecordSearchedByHand',
  'RecordScanned',
  'RecordCourierInPosition',
  'ChargeShipper',
  'PackBox',
  'HandOverToCourier',
  'RecordCargoAccepted',
  'DeliverToCentre',
  'RecordReceipt',
  'AcceptProduct',
  'StartInfusion',
  'RecordArrivalCount',
  'RecordFollowUp',
  'OpenDeviation',
];

/** Whether that command may be given by a link. */
export function goesByLink(command: string): command is LinkedCommand {
  return (linkedCommands as readonly string[]).includes(command);
}

/**
 * As what the holder of a link for that command is told of the shipment: of those who may issue it, whoever may know least; nobody where only the operator may, who is
 * told nothing that not everybody may know.
 */
export function toldByLink(command: LinkedCommand): readonly Standing[] {
  const [least] = [...commandRights[command]].sort((one, other) => topicsKnown(one) - topicsKnown(other));
  return least === undefined ? [] : [least];
}
