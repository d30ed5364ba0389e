import { emptyShipment, type Shipment } from '@cellrelay/shipment';
import type { Side } from '../identity/identity-vault.port.js';
import { knownOf } from './letter-standing.js';
import { marksIn } from './marking.js';

const places = {
  donor: {
    registry: 'EXAMPLE Reg Ardo',
    centre: 'EXAMPLE Klinik Birk',
    city: 'Qzvstadt',
    grid: 'QZVGRID01',
    din: 'QZVDIN0001',
  },
  patient: { registry: 'EXAMPLE Reg Corv', centre: 'EXAMPLE Spital Dorn', city: 'Qzvville', grid: '', din: '' },
} as const;
type Places = Readonly<Record<keyof (typeof places)['donor'], string>>;

function shipmentOf(donor: Places, patient: Places): Shipment {
  const { stages } = emptyShipment;
  const site = (name: string, city: string) => ({ name, city });
  const details = {
    reference: 'QZVREF01',
    donorGrid: donor.grid,
    parties: {
      donorRegistry: site(donor.registry, donor.city),
      collectionCentre: site(donor.centre, donor.city),
      patientRegistry: site(patient.registry, patient.city),
      transplantCentre: site(patient.centre, patient.city),
    },
  };
  const organisations = {
    'donor-registry': { id: '1', name: `${donor.registry} eV` },
    'collection-centre': { id: '2', name: `${donor.centre} eV` },
    'patient-registry': { id: '3', name: `${patient.registry} eV` },
    'transplant-centre': { id: '4', name: `${patient.centre} eV` },
  };
  const days = [{ bags: [{ din: donor.din }] }];
  return {
    ...emptyShipment,
    stages: {
      ...stages,
      order: { ...stages.order, details, organisations },
      collection: { ...stages.collection, days },
    },
  } as unknown as Shipment;
}

const swapped: Places = {
  registry: 'EXAMPLE Reg Eder',
  centre: 'EXAMPLE Haus Fink',
  city: 'Qzvburg',
  grid: 'QZVGRID02',
  din: 'QZVDIN0002',
};
const other = { donor: 'patient', patient: 'donor' } as const satisfies Record<Side, Side>;
/** A letter that asks after every place and number of both sides. */
const asking = [...Object.values(places), swapped].flatMap((each) => Object.values(each)).join('; ');

describe.each(['donor', 'patient'] as const)('what is marked for the screener of the %s’s side', (side) => {
  const marked = (shipment: Shipment) => marksIn(asking, knownOf(shipment, side, []));
  const whole = shipmentOf(places.donor, places.patient);

  it('is the same whatever the other side’s places and numbers are', () => {
    const elsewhere = side === 'donor' ? shipmentOf(places.donor, swapped) : shipmentOf(swapped, places.patient);
    expect(JSON.stringify(marked(elsewhere))).toBe(JSON.stringify(marked(whole)));
  });

  it('is what their own side has', () => {
    const ownElsewhere = side === 'donor' ? shipmentOf(swapped, places.patient) : shipmentOf(places.donor, swapped);
    expect(marked(ownElsewhere)).not.toEqual(marked(whole));
    const known = knownOf(whole, side, []);
    const { registry, centre, city } = places[side];
    expect(known).toMatchObject({
      places: [city, city],
      organisations: [registry, centre, `${registry} eV`, `${centre} eV`],
    });
    expect(known.places).not.toContain(places[other[side]].city);
    expect(known.ids).toEqual(side === 'donor' ? ['QZVREF01', 'QZVGRID01', 'QZVDIN0001'] : ['QZVREF01']);
  });
});
