import type { Flight } from '@cellrelay/itinerary';
import type { Instant, LocalDate, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { Application } from './from-rules.js';
import type { CheckpointFacts, LegFacts, MarkerResult, PaperFacts } from './paper-facts.js';

/** A trip from Beijing to Houston with everything that papers can say of it. All invented. */

export const at = (time: string, zone = 'UTC'): ZonedInstant => ({
  at: `2024-${time}:00.000Z` as Instant,
  zone: zone as Zone,
});

export const airport = (iata: string, city: string, country: string, zone: string): Flight['from'] => ({
  ...{ iata, city, country, zone },
});
export const pek = airport('PEK', 'Beijing', 'CN', 'Asia/Shanghai');
export const sfo = airport('SFO', 'San Francisco', 'US', 'America/Los_Angeles');
export const iah = airport('IAH', 'Houston', 'US', 'America/Chicago');

export const flight = (
  designator: string,
  from: Flight['from'],
  to: Flight['from'],
  times: readonly [string, string],
) => ({
  ...{ designator, from, to },
  departsAt: at(times[0], from.zone),
  arrivesAt: at(times[1], to.zone),
});

const ocean: LegFacts = {
  flight: flight('UA 888', pek, sfo, ['09-04T11:30', '09-04T23:00']),
  fallback: flight('CA 985', pek, sfo, ['09-04T14:30', '09-05T02:00']),
  record: 'REC001',
};
const inland: LegFacts = {
  flight: flight('UA 1576', sfo, iah, ['09-05T01:45', '09-05T05:30']),
  fallback: null,
  record: null,
};

export const checkpoint = (place: Flight['from'], leg: LegFacts = ocean): CheckpointFacts => ({
  ...{ airport: place, leg, agreedAs: null },
  passesAt: leg.flight.departsAt,
});

export const results = (result: MarkerResult['result'], ...markers: readonly string[]): readonly MarkerResult[] =>
  markers.map((marker) => ({ marker, result }));

const office = (name: string, city: string) => ({ name, city, lines: [`1 Example Road`, city] });

/** Of a rule that prints, three working days ahead, with something besides that is to be asked. */
export const exampleApplication: Application = {
  ...{ country: 'CN', direction: 'export', airport: 'PEK', passesAt: at('09-04T11:30', 'Asia/Shanghai') },
  appliedFor: {
    ...{ rule: 'EXAMPLE-permit', applicant: 'the collecting side', office: 'EXAMPLE Customs', leadWorkingDays: 3 },
    fileBy: { day: '2024-08-30' as LocalDate, holidaysUnknown: false },
    validity: '6 months',
    source: { title: 'EXAMPLE Order', address: 'https://example.org/order', asOf: '2024-01-02' as LocalDate },
  },
  sentences: [
    {
      ...{ rule: 'EXAMPLE-permit', paper: 'application-data-sheet', country: 'CN', message: 'rule.EXAMPLE-permit.a' },
      texts: { en: 'Approval is applied for before dispatch.' },
    },
  ],
  open: [
    { rule: 'EXAMPLE-believed', office: 'EXAMPLE Customs', topic: 'how long an approval holds', missing: [] },
    { rule: 'EXAMPLE-undecided', office: 'EXAMPLE Health', topic: 'EXAMPLE Act', missing: ['markers', 'containerMl'] },
  ],
};

export const exampleFacts: PaperFacts = {
  ...{ reference: 'EX-24-0001', example: true, plan: 1, product: 'HPC-A', cargo: null },
  madeAt: at('09-03T15:00', 'America/Chicago'),
  band: { fromCelsius: 2, toCelsius: 8 },
  forSeveral: false,
  legs: [ocean, inland],
  checkpoints: [{ ...checkpoint(pek), agreedAs: 'AGREED-1' }, checkpoint(sfo, inland)],
  borders: [
    {
      ...{ country: 'CN', direction: 'export', airport: pek, flight: 'UA 888', permit: 'PERMIT-1', released: null },
      crossingAt: at('09-04T11:30', 'Asia/Shanghai'),
    },
    {
      ...{ country: 'US', direction: 'import', airport: sfo, flight: 'UA 888', permit: null, released: null },
      crossingAt: at('09-04T23:00', 'America/Los_Angeles'),
    },
  ],
  visas: [],
  spears: [],
  rules: [],
  applications: [],
  tariffs: [
    { rule: 'EXAMPLE-CN', country: 'CN', code: '3002590000' },
    { rule: 'EXAMPLE-US', country: 'US', code: '3001.90' },
  ],
  issuer: office('EXAMPLE Registry', 'Minneapolis'),
  hotline: '+1 555 010 0100',
  signatory: { name: 'Sam Example', position: 'Transport coordinator' },
  courier: { name: 'Courier One', company: 'EXAMPLE Couriers', phone: '+1 555 010 0101' },
  substitute: { name: 'Courier Two', company: 'EXAMPLE Couriers', phone: '+1 555 010 0102' },
  passport: { number: 'X0000001', country: 'US', validUntil: '2029-01-31' as LocalDate },
  substitutePassport: { number: 'X0000002', country: 'US', validUntil: '2029-01-31' as LocalDate },
  consignor: office('EXAMPLE Apheresis Centre', 'Beijing'),
  consignee: office('EXAMPLE Transplant Centre', 'Houston'),
  contacts: [{ role: 'collection-centre', name: 'Ward', phone: '+86 10 5555 0100' }],
  donorGrid: '9991EXAMPLE00041202',
  donorBloodGroup: 'A+',
  bags: [
    {
      ...{ din: 'Z999124000412', productCode: 'S1128V00', volumeMl: 210, recipient: 'R1' },
      collectedAt: at('09-04T04:05', 'Asia/Shanghai'),
      useBy: at('09-07T04:05', 'America/Chicago'),
      counts: { cd34PerUl: 1640, wbcE9PerL: 200, cd3PerUl: null },
    },
  ],
  box: {
    ...{ number: 'BOX-7', logger: 'LOG-7', seal: 'SEAL-7', holdHours: 96 },
    closedAt: at('09-04T06:10', 'Asia/Shanghai'),
  },
  boxSizeCm: [45, 35, 38],
  clock: {
    startsAt: at('09-04T04:05', 'Asia/Shanghai'),
    targetAt: at('09-06T04:05', 'America/Chicago'),
    limitAt: at('09-07T04:05', 'America/Chicago'),
    runs: true,
  },
  value: { amount: 500, currency: 'USD' },
  markers: {
    sampledOn: '2024-08-14' as LocalDate,
    laboratory: 'EXAMPLE Laboratory',
    results: results('negative', 'HIV-1/2', 'HBsAg'),
  },
  receiptChecks: [{ id: 'bag-count', text: 'Number of bags as announced' }],
  temperature: {
    ...{ logger: 'LOG-7', lowestCelsius: 3.5, highestCelsius: 6, excursions: [] },
    points: [
      { at: at('09-04T06:10').at, celsius: 6 },
      { at: at('09-04T07:10').at, celsius: 3.5 },
    ],
  },
};
