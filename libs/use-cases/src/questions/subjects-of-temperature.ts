import { loggerTable, loggersToBind, orderOf, type LoggerBinding, type Shipment } from '@cellrelay/shipment';
import { form, type Subject } from './action-subject.js';

/** The loggers that are bound, each, and one that is still to be: of a packed box, the one that was packed with it is filled in. */
export function temperatureSubjects(shipment: Shipment): readonly Subject[] {
  const zone = orderOf(shipment).details.parties.collectionCentre.zone;
  const bound = shipment.stages.temperature.bindings.filter(({ unboundAt }) => unboundAt === null);
  return [toBind(shipment, zone), ...bound.map((binding) => boundSubject(binding, zone))];
}

function toBind(shipment: Shipment, zone: string): Subject {
  const open = loggersToBind(shipment);
  return {
    table: loggerTable,
    state: 'unbound',
    about: null,
    commands: ['BindLogger'],
    prefill: {},
    zone,
    forms: {
      BindLogger: open.length === 0 ? 'No box is packed, and no shipper charged.' : open.map((each) => form(each)),
    },
  };
}

function boundSubject({ logger }: LoggerBinding, zone: string): Subject {
  return {
    table: loggerTable,
    state: 'bound',
    about: logger,
    commands: ['UnbindLogger', 'RecordLoggerHeard', 'RecordLoggerSilent'],
    prefill: { logger },
    zone,
  };
}
