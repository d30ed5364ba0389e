/** A column of a file of orders: which place of the opening command's body its cells fill. */
export interface OrderColumn {
  readonly name: string;
  /** Its place in the body. */
  readonly path: readonly (string | number)[];
  readonly reads: 'text' | 'number' | 'yes-no';
  /** What stands there in the template; empty: nothing does. */
  readonly example: string;
}

type Made = readonly [name: string, reads: OrderColumn['reads'], place: string, example: string];

/** `parties/donorRegistry/name`; places in a list are numbers. */
function columnOf([name, reads, place, example]: Made): OrderColumn {
  const path = place.split('/').map((part) => (/^\d$/.test(part) ? Number(part) : part));
  return { name, path, reads, example };
}

const sites = [
  ['donor_registry', 'donorRegistry', 'EXAMPLE Donor Registry', 'Beijing', 'Asia/Shanghai', 'CN'],
  ['patient_registry', 'patientRegistry', 'EXAMPLE Patient Registry', 'Minneapolis', 'America/Chicago', 'US'],
  ['collection_centre', 'collectionCentre', 'EXAMPLE Collection Centre', 'Beijing', 'Asia/Shanghai', 'CN'],
  ['transplant_centre', 'transplantCentre', 'EXAMPLE Transplant Centre', 'Houston', 'America/Chicago', 'US'],
] as const;

const siteColumns = sites.flatMap(([column, party, name, city, zone, country]): Made[] => [
  [`${column}_name`, 'text', `parties/${party}/name`, name],
  [`${column}_city`, 'text', `parties/${party}/city`, city],
  [`${column}_zone`, 'text', `parties/${party}/zone`, zone],
  [`${column}_country`, 'text', `parties/${party}/country`, country],
]);

/** One recipient, or twins. A label stands for each, and no column takes a name. */
const mostRecipients = 2;

const recipientColumns = Array.from({ length: mostRecipients }, (_, nth) => nth).flatMap((nth): Made[] => {
  const [column, at] = [`recipient_${nth + 1}`, `recipients/${nth}`];
  const shown = (example: string): string => (nth === 0 ? example : '');
  return [
    [`${column}_weight_kg`, 'number', `${at}/weightKg`, shown('62')],
    [`${column}_weight_basis`, 'text', `${at}/weightBasis`, shown('actual')],
    [`${column}_metric`, 'text', `${at}/doses/0/metric`, shown('CD34')],
    [`${column}_dose_per`, 'text', `${at}/doses/0/per`, shown('kg')],
    [`${column}_requested`, 'number', `${at}/doses/0/requested`, shown('5')],
    [`${column}_minimum`, 'number', `${at}/doses/0/minimum`, shown('2')],
    [`${column}_abo`, 'text', `${at}/bloodGroup/abo`, ''],
    [`${column}_rh`, 'text', `${at}/bloodGroup/rh`, ''],
  ];
});

const made: readonly Made[] = [
  ['reference', 'text', 'reference', 'EX-27-0001'],
  ['example', 'yes-no', 'example', 'yes'],
  ['product', 'text', 'product', 'HPC-A'],
  ['donor_grid', 'text', 'donorGrid', '9991 EXAM PLE0 0041 202'],
  ['donor_weight_kg', 'number', 'donorWeightKg', ''],
  ['donor_abo', 'text', 'donorBloodGroup/abo', ''],
  ['donor_rh', 'text', 'donorBloodGroup/rh', ''],
  ['collection_day_1', 'text', 'collectionDays/0', '2027-03-01'],
  ['collection_day_2', 'text', 'collectionDays/1', '2027-03-02'],
  ['collection_starts_at', 'text', 'collectionStartsAtClock', '08:00'],
  ['receipt_to_infusion_minutes', 'number', 'receiptToInfusionMinutes', '240'],
  ['coldest_celsius', 'number', 'minCelsius', ''],
  ['warmest_celsius', 'number', 'maxCelsius', ''],
  ...siteColumns,
  ...recipientColumns,
];

/** Every column that a file may have. There is none for who anybody is, and none for a banked unit: that is ordered in the form. */
export const orderColumns: readonly OrderColumn[] = made.map(columnOf);
