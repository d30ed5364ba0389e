import { daysAhead } from './days-ahead.js';

const site = (name: string, city: string, zone: string) => ({ name, city, zone });

/** The order of case A as the board sends it, for days that are to come. */
export const exampleOrder = {
  reference: 'EX-26-0001',
  example: true,
  parties: {
    donorRegistry: site('EXAMPLE Donor Registry', 'Beijing', 'Asia/Shanghai'),
    patientRegistry: site('EXAMPLE Patient Registry', 'Minneapolis', 'America/Chicago'),
    collectionCentre: site('EXAMPLE Apheresis Centre', 'Beijing', 'Asia/Shanghai'),
    transplantCentre: site('EXAMPLE Transplant Centre', 'Houston', 'America/Chicago'),
  },
  product: 'HPC-A',
  minCelsius: 2,
  maxCelsius: 8,
  donorGrid: '9991 EXAM PLE0 0041 202',
  recipients: [{ ref: 'R1', weightKg: 62, doses: [{ metric: 'CD34', per: 'kg', requested: 5, minimum: 2 }] }],
  collectionDays: [daysAhead(60), daysAhead(61)],
  collectionStartsAtClock: '08:00',
  receiptToInfusionMinutes: 240,
};
