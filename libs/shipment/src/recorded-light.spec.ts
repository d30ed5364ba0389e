import { withoutPatient } from './disclosure.patient.js';
import { sharedShipment } from './disclosure.js';
import { recordedLight } from './recorded-light.js';
import type { Shipment } from './shipment.js';
import { exampleLogger, onTheWay, read, readings, reports, steady } from './thermal.examples.js';

const outside = (shipment: Shipment) => withoutPatient(sharedShipment(shipment));

describe('the light that readings have on record', () => {
  it('is none while no logger was bound', () => {
    const { shipment } = onTheWay();
    const temperature = { ...shipment.stages.temperature, bindings: [] };
    expect(recordedLight(shipment)).toBe('green');
    expect(recordedLight({ ...shipment, stages: { ...shipment.stages, temperature } })).toBeNull();
  });

  it('says of a dose in doubt, to whom doses are told', () => {
    const story = onTheWay();
    reports(story, readings([exampleLogger, read(0, ...steady(13))]), 130);
    const { shipment } = story;
    expect(story.log.map(({ event }) => event.type)).toContain('ForecastCrossed');
    expect(recordedLight(shipment)).toBe('amber');
    expect(recordedLight(outside(shipment))).toBe('green');
  });

  it('says of time out of band, and of ice, to everybody', () => {
    const warm = onTheWay();
    reports(warm, readings([exampleLogger, read(0, ...steady(13), ...steady(30, 16))]), 440);
    expect(recordedLight(outside(warm.shipment))).toBe('red');
    const icy = onTheWay();
    reports(icy, readings([exampleLogger, read(0, ...steady(13), 0.5, ...steady(5))]), 200);
    expect(recordedLight(outside(icy.shipment))).toBe('red');
  });
});
