import { plusMinutes, type CommandId, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type { ShipmentCommand } from '@cellrelay/shipment';
import type { HistoryStep } from '@cellrelay/use-cases';
import type { ExampleRoute } from '../../../../apps/ops/src/examples/route.js';
import { airports } from '../../../../apps/ops/src/stack/open-stack.js';
import { departsAfter } from '../example-trips.js';

/** A trip under way: its route, the bags in its box, and who has recorded what so far. */
interface UnderWay {
  readonly route: ExampleRoute;
  readonly collectionStartsAt: Instant;
  readonly steps: readonly HistoryStep[];
}

/** What happens once the courier has gone through security, as one command each with minutes from the start of the collection. */
type Later = readonly [minutes: number, command: (at: Instant) => ShipmentCommand];

/** Minutes from the start of the collection to the landing at the transfer, and at the transplant centre's airport. */
const landsAfter = ({ minutes }: ExampleRoute): number => departsAfter + minutes.first;
export const arrivesAfter = (route: ExampleRoute): number =>
  landsAfter(route) + route.minutes.between + route.minutes.second;

const country = (iata: string): string => airports.find(iata)?.country ?? '';
const at = (iata: string, moment: Instant): ZonedInstant => ({
  at: moment,
  zone: (airports.find(iata)?.zone ?? 'UTC') as Zone,
});

/** The trip, exported before its departure. */
export function exported(trip: UnderWay): readonly HistoryStep[] {
  return followedBy(trip, [exportCleared(trip.route)]);
}

/** The trip to its end but for the infusion: the cells have been accepted 110 minutes after the landing. */
export function accepted(trip: UnderWay): readonly HistoryStep[] {
  const [, via] = trip.route.airports;
  const { zone } = trip.route.parties.transplantCentre;
  const arrives = arrivesAfter(trip.route);
  const bags = trip.steps.flatMap(({ command }) => (command.name === 'PackBox' ? command.data.bags : []));
  const signed = {
    givenBy: 'EXAMPLE M. Keller',
    takenBy: 'EXAMPLE Cell Laboratory',
    seal: 'EX-SEAL-20',
    sealDiffersReason: null,
    checks: [],
  };
  const then = (minutes: number, command: (stated: ZonedInstant) => ShipmentCommand): Later => [
    arrives + minutes,
    (moment) => command({ at: moment, zone }),
  ];
  return followedBy(trip, [
    exportCleared(trip.route),
    [landsAfter(trip.route) + 35, (moment) => searched(`1/1/${via}`, at(via, moment))],
    importCleared(trip.route),
    then(75, (deliveredAt) => ({ name: 'DeliverToCentre', data: { ...signed, deliveredAt } })),
    then(85, (receivedAt) => ({
      name: 'RecordReceipt',
      data: { receivedAt, bags, boxCelsius: 4.2, sealIntact: true, answers: [] },
    })),
    then(110, (acceptedAt) => ({ name: 'AcceptProduct', data: { acceptedAt, deviation: null } })),
  ]);
}

function exportCleared({ airports: [from] }: ExampleRoute): Later {
  return [departsAfter - 40, (moment) => cleared(`${country(from)}-export-${from}`, at(from, moment))];
}

/** The cells come into the transplant centre's country at the transfer, where that is in it. */
function importCleared(route: ExampleRoute): Later {
  const [, via, to] = route.airports;
  const [iata, minutes] = country(via) === country(to) ? [via, landsAfter(route)] : [to, arrivesAfter(route)];
  return [minutes + 50, (moment) => cleared(`${country(iata)}-import-${iata}`, at(iata, moment))];
}

const cleared = (request: string, clearedAt: ZonedInstant): ShipmentCommand => ({
  name: 'RecordCustomsCleared',
  data: { request, clearedAt },
});

const searched = (exemption: string, searchedAt: ZonedInstant): ShipmentCommand => ({
  name: 'RecordSearchedByHand',
  data: { exemption, searchedAt },
});

function followedBy({ steps, collectionStartsAt }: UnderWay, more: readonly Later[]): readonly HistoryStep[] {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('a trip begins with its opening');
  const next = more.map(([minutes, command], index) => {
    const moment = plusMinutes(collectionStartsAt, minutes);
    return { ...last, at: moment, command: command(moment), id: `${last.id}/${index + 1}` as CommandId };
  });
  return [...steps, ...next];
}
