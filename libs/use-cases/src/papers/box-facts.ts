import { formatAirWaybill, type AirWaybill } from '@cellrelay/identifiers';
import type { BoxFacts, Carrier, PaperFacts, TemperatureFacts, VisaFacts } from '@cellrelay/paperwork';
import {
  destinationOf,
  type CourierPerson,
  type Excursion,
  type FitToTravel,
  type Shipment,
  type Visa,
} from '@cellrelay/shipment';
import type { EnteredFacts, ReadingsForPapers } from './entered-facts.js';

/** The box that the bags are in now; undefined before it is closed. */
export function boxFacts({ stages }: Shipment): BoxFacts | undefined {
  const { boxNow } = stages['courier-handoff'];
  if (boxNow === null) return undefined;
  const { box: number, logger, seal, closedAt, validatedHoldHours: holdHours } = boxNow;
  return { number, logger, seal, closedAt, holdHours };
}

/** Courier and substitute, each with the last day on which they are fit to travel: the courier's as checked last. */
export function travellersOf({ stages }: Shipment): Pick<PaperFacts, 'courier' | 'substitute'> {
  const { courier, substitute, fit } = stages.courier;
  return {
    courier: carrierOf(courier, fit ?? courier?.papers),
    substitute: carrierOf(substitute, substitute?.papers),
  };
}

type Lasting = Pick<FitToTravel, 'trainedUntil' | 'passportValidUntil'>;

/** As much of a courier as a paper says. */
function carrierOf(person: CourierPerson | null, papers?: Lasting | null): Carrier | undefined {
  if (person === null) return undefined;
  const { name, company, phone } = person;
  if (papers === null || papers === undefined) return { name, company, phone };
  const { trainedUntil, passportValidUntil } = papers;
  return { name, company, phone, fitUntil: trainedUntil < passportValidUntil ? trainedUntil : passportValidUntil };
}

/** The carrier and the waybill as it is printed; null where a courier travels. */
export function cargoOf({ stages }: Shipment): PaperFacts['cargo'] {
  const { cargo } = stages.courier;
  // What a cargo is booked under was read as a waybill.
  return cargo && { carrier: cargo.carrier, waybill: formatAirWaybill(cargo.waybill as AirWaybill) };
}

/** Visas that are not held and can still come, of the courier (as checked last) and the substitute; none once the box is under way. */
export function visasOf({ stages }: Shipment, entered: EnteredFacts): readonly VisaFacts[] {
  const { courier, substitute, fit } = stages.courier;
  if (stages['courier-handoff'].handedOverAt !== null) return [];
  const lettersFor = (person: CourierPerson | null, visas: readonly Visa[] | undefined, as: VisaFacts['as']) => {
    const who = carrierOf(person);
    const passport = (as === 'courier' ? entered.passport : entered.substitutePassport) ?? null;
    if (who === undefined) return [];
    return (visas ?? [])
      .filter(({ standing }) => standing === 'applied' || standing === 'expeditable')
      .map(({ country }): VisaFacts => ({ who, passport, country, as }));
  };
  return [
    ...lettersFor(courier, (fit ?? courier?.papers)?.visas, 'courier'),
    ...lettersFor(substitute, substitute?.papers?.visas, 'substitute'),
  ];
}

/** What the loggers read, with the stays outside the range that are on record; undefined without readings. */
export function temperatureFacts(shipment: Shipment, readings: ReadingsForPapers | null): TemperatureFacts | undefined {
  if (readings === null || readings.points.length === 0) return undefined;
  const { zone } = destinationOf(shipment);
  const inClock = (at: Excursion['from']) => ({ at, zone });
  const excursions = shipment.stages.temperature.excursions.map(({ side, from, until, extremeCelsius }) => ({
    ...{ side, extremeCelsius },
    from: inClock(from),
    until: until === null ? null : inClock(until),
  }));
  return { ...readings, excursions };
}
