import { z } from 'zod';
import { cancellationCodes, cancellers, cellsFates, metricNames, partyNames, productNames } from '@cellrelay/shipment';
import { productWords } from '../questions/words.js';
import type { Wires } from './command-wire.js';
import { confirmedBy, secondPerson, wordOf } from './decision-fields.js';
import { clockTime, day, line, longText, measure, orNone, timeZone, wholeNumber } from './fields.js';
import { report } from './faults.js';
import { grid, productCode, typedDin } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';
import { namePartyWires } from './name-party.wire.js';
import { policyAdoptionWires } from './policy-adoption.wire.js';

/** Two capitals as on a passport's cover page: CN, US. */
const countryCode = z
  .string()
  .max(2)
  .transform((text, context) => (/^[A-Z]{2}$/.test(text) ? text : report(context, noCountry)))
  .meta({ title: 'Country', description: 'Two capitals (ISO 3166-1), such as US; its checklist is asked on receipt' });

const noCountry = { code: 'country-malformed', sentence: 'Write the country as two capitals, such as US.' };

const site = (title: string) =>
  z
    .strictObject({
      name: line('Name'),
      city: line('City', 80),
      zone: timeZone('Time zone'),
      country: countryCode.optional(),
    })
    .meta({ title });

/** The widest bounds that any metric has; the order refuses what is absurd for its own. */
const figure = { unit: 'by its metric', least: 0.001, most: 100_000 };

const dose = z
  .strictObject({
    metric: z.enum(metricNames).meta({ title: 'Metric', description: 'CD34 and CD3 in 10⁶ cells, TNC in 10⁸' }),
    per: z
      .enum(['kg', 'total'])
      .meta({ title: 'Dose per', 'x-words': { kg: 'kg of the recipient', total: 'recipient, in all' } }),
    requested: measure({ title: 'Requested dose', ...figure }),
    minimum: measure({ title: 'Minimum dose', ...figure }),
  })
  .meta({ title: 'Dose' });

const doses = z
  .array(dose)
  .min(1)
  .max(metricNames.length)
  .meta({ title: 'Doses', description: 'PBSC by CD34, marrow by TNC, lymphocytes by CD3; others may stand beside it' });

const bloodGroup = (title: string) =>
  z
    .strictObject({
      abo: z.enum(['A', 'B', 'AB', 'O']).meta({ title: 'ABO' }),
      rh: z.enum(['+', '-']).meta({ title: 'Rh (D)' }),
    })
    .meta({ title });

const recipientRef = line('Recipient', 10).meta({
  title: 'Recipient',
  description: 'A label such as R1; never a name',
});

const recipient = z
  .strictObject({
    ref: recipientRef,
    weightKg: measure({ title: 'Weight', unit: 'kg', least: 0.5, most: 350 }),
    weightBasis: z
      .enum(['actual', 'ideal', 'adjusted'])
      .default('actual')
      .meta({ title: 'Weight basis', description: 'The weight that doses are reckoned by' }),
    doses,
    bloodGroup: orNone(bloodGroup('Blood group'), { title: 'Blood group' }),
  })
  .meta({ title: 'Recipient' });

/** As the board calls it, with the code that stands on labels. */
const productForms = Object.fromEntries(productNames.map((name) => [name, `${productWords[name]} (${name})`]));

/** What an order says and its change says anew. */
const asked = {
  product: z.enum(productNames).meta({ title: 'Product', 'x-words': productForms }),
  minCelsius: orNone(measure({ title: 'Coldest', unit: '°C', least: -200, most: 40 }), {
    title: 'Coldest',
    description: 'Left empty: as usual for PBSC. Marrow and lymphocytes have no usual temperature',
  }),
  maxCelsius: orNone(measure({ title: 'Warmest', unit: '°C', least: -200, most: 40 }), { title: 'Warmest' }),
  donorWeightKg: orNone(measure({ title: 'Donor’s weight', unit: 'kg', least: 30, most: 250 }), {
    title: 'Donor’s weight',
    description: 'Needed for marrow, which is limited by it',
  }),
  collectionDays: z.array(day('Day')).max(2).meta({
    title: 'Collection days',
    description: 'The day, and the reserve day after it; marrow has one day, a banked unit none',
  }),
};

const unit = z
  .strictObject({
    din: typedDin('DIN'),
    productCode: productCode('Product code'),
    volumeMl: measure({ title: 'Volume', unit: 'mL', least: 1, most: 500 }),
    tncE8: measure({ title: 'TNC, as the bank states it', unit: '× 10⁸', least: 0.1, most: 100 }),
    cd34E6: measure({ title: 'CD34, as the bank states it', unit: '× 10⁶', least: 0.01, most: 100 }),
    storedAtOrBelowCelsius: z
      .literal([-150, -120])
      .meta({ title: 'Stored at or below', 'x-unit': '°C', description: 'As the product code on its label says' }),
    shipOn: day('To leave the bank on'),
    conditioningStartsOn: orNone(day('Conditioning begins on'), { title: 'Conditioning begins on' }),
  })
  .meta({ title: 'Banked unit' });

const order = z.strictObject({
  reference: line('Reference', 40),
  example: z
    .boolean()
    .default(false)
    .meta({ title: 'Example', description: 'An invented shipment: it never reaches a real desk' }),
  parties: z
    .strictObject({
      donorRegistry: site('Donor registry'),
      patientRegistry: site('Patient registry'),
      collectionCentre: site('Collection centre'),
      transplantCentre: site('Transplant centre'),
    })
    .meta({ title: 'Parties' }),
  ...asked,
  donorGrid: orNone(grid('Donor GRID'), {
    title: 'Donor GRID',
    description: '19 characters, as 6939 XYZ0 0012 3456 731; a bank may know none of its unit',
  }),
  unit: orNone(unit, { title: 'Banked unit', description: 'Cord blood alone: the unit that is in the bank already' }),
  donorBloodGroup: orNone(bloodGroup('Donor’s blood group'), { title: 'Donor’s blood group' }),
  recipients: z.array(recipient).min(1).max(8).meta({ title: 'Recipients' }),
  collectionStartsAtClock: clockTime('Collection starts at'),
  receiptToInfusionMinutes: wholeNumber({
    title: 'From receipt to infusion',
    description: 'Without processing for another blood group, and without the thawing of what comes frozen',
    unit: 'minutes',
    least: 0,
    most: 4320,
  }),
});

const change = z.strictObject({
  ...asked,
  doses: z
    .array(z.strictObject({ recipient: recipientRef, doses }).meta({ title: 'Recipient’s doses' }))
    .min(1)
    .max(8)
    .meta({ title: 'Doses by recipient' }),
  wordOf: z
    .strictObject({ transplantCentre: line('At the transplant centre'), donorRegistry: line('At the donor registry') })
    .meta({ title: 'Who agreed' }),
  reason: longText('Reason'),
  evidence: longText('Evidence'),
});

const titre = (title: string) =>
  orNone(wholeNumber({ title, unit: '(the n of 1/n)', least: 1, most: 65_536 }), { title });

const processing = z.strictObject({
  recipient: recipientRef,
  processing: z
    .enum(['red-cell-depletion', 'plasma-depletion', 'red-cell-and-plasma-depletion', 'none'])
    .meta({ title: 'Processing', description: 'Where both act against each other, both may be taken out' }),
  minutes: wholeNumber({ title: 'Time it takes', unit: 'minutes', least: 0, most: 1440 }),
  titre: titre('Antibody titre'),
  thresholdTitre: titre('Threshold of the centre'),
  decidedAt: zonedTime('Decided at'),
  wordOf: z
    .strictObject({
      role: z.enum(['receiving-laboratory', 'transplant-physician']).meta({ title: 'Role' }),
      person: line('Person'),
    })
    .meta({ title: 'On whose word' }),
  reason: longText('Reason'),
});

const confirmationShown = {
  title: 'Confirmed by',
  description: 'A second person, wherever cells exist or a patient’s conditioning has started',
};

const confirmation = z
  .strictObject({ person: line('Person'), organisation: line('Organisation') })
  .meta({ title: 'Confirmed by', description: secondPerson });

/** How the order's commands come in. */
export const orderWires: Wires<
  | 'OpenShipment'
  | 'NameParty'
  | 'RecordRegistryConsent'
  | 'ChangeProduct'
  | 'RecordBloodGroups'
  | 'DecideOnProcessing'
  | 'CancelShipment'
  | 'RecordPartyTold'
  | 'AdoptPolicy'
  | 'DecideOnChangedLimit'
  | 'DivertShipment'
> = {
  ...namePartyWires,
  ...policyAdoptionWires,
  OpenShipment: { title: 'Open a shipment', schema: order },
  DivertShipment: {
    title: 'Divert or return the box',
    schema: z.strictObject({
      kind: z.enum(['divert', 'return']).meta({ title: 'Where to' }),
      to: orNone(site('New destination'), {
        title: 'New destination',
        description: 'Left empty for a return to the collection centre',
      }),
      decidedAt: zonedTime('Decided at'),
      wordOf: wordOf(['transplant-physician', 'patient-registry']),
      confirmedBy,
      reason: longText('Reason'),
    }),
    grave: 'The box is delivered elsewhere; its flights, borders and checkpoints must be arranged anew at once.',
  },
  RecordRegistryConsent: {
    title: 'Record the registry’s consent',
    schema: z.strictObject({ evidence: longText('Evidence of the consent') }),
  },
  ChangeProduct: {
    title: 'Change the product',
    schema: change,
    grave: 'Temperature, clock and collection days follow from it, and plans that do not fit any more stand down.',
  },
  RecordBloodGroups: {
    title: 'Record blood groups',
    schema: z.strictObject({
      donor: orNone(bloodGroup('Donor’s blood group'), { title: 'Donor’s blood group' }),
      recipients: z
        .array(
          z
            .strictObject({ recipient: recipientRef, bloodGroup: bloodGroup('Blood group') })
            .meta({ title: 'Recipient’s blood group' }),
        )
        .max(8)
        .meta({ title: 'Recipients’ blood groups' }),
      reason: longText('Reason'),
    }),
  },
  DecideOnProcessing: { title: 'Decide on processing', schema: processing },
  CancelShipment: {
    title: 'Cancel the shipment',
    schema: z.strictObject({
      by: z.enum(cancellers).meta({ title: 'On whose word' }),
      code: z.enum(cancellationCodes).meta({ title: 'Reason' }),
      words: longText('Reason in words'),
      statedAt: zonedTime('Stated at'),
      cells: z.enum(cellsFates).meta({ title: 'The cells', description: 'What becomes of cells that were collected' }),
      confirmedBy: orNone(confirmation, confirmationShown),
    }),
    grave:
      'It ends the shipment once it is known what becomes of its cells. What is not needed for them stands down, and every party is to be told.',
  },
  RecordPartyTold: {
    title: 'Record that a party was told of the cancellation',
    schema: z.strictObject({
      party: z.enum(partyNames).meta({ title: 'Party' }),
      toldAt: zonedTime('Party told at'),
    }),
  },
};
