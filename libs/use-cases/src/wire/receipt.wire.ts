import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { wordOf } from './decision-fields.js';
import { day, line, longText, measure, orNone, wholeNumber } from './fields.js';
import { bag } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

const answer = z
  .strictObject({
    item: line('Point of the checklist', 40),
    found: z.enum(['as-it-should-be', 'differs', 'not-checked']).meta({ title: 'Found' }),
    words: orNone(longText('What was found'), {
      title: 'What was found',
      description: 'Asked for when it differs',
    }).meta({
      'x-when': { found: 'differs' },
    }),
  })
  .meta({ title: 'Check' });

const found = {
  receivedAt: zonedTime('Received at'),
  boxCelsius: measure({ title: 'Temperature in the box', unit: '°C', least: -200, most: 60 }),
  sealIntact: z.boolean().meta({ title: 'Seal intact' }),
  answers: z
    .array(answer)
    .max(60)
    .default([])
    .meta({ title: 'Checklist', description: 'Point by point; what is left out stays open' }),
};

const arrivalCount = {
  bag: bag('Bag'),
  countedAt: zonedTime('Counted at'),
  viabilityPercent: orNone(measure({ title: 'Viability', unit: '%', least: 0, most: 100 }), { title: 'Viability' }),
  cd34PerUl: orNone(measure({ title: 'CD34+ cells', unit: 'per µL', least: 0, most: 20_000 }), {
    title: 'CD34+ cells',
    description: 'At least one of the figures is given',
  }),
  wbcE9PerL: orNone(measure({ title: 'White cells', unit: '10⁹/L', least: 0, most: 2000 }), { title: 'White cells' }),
  cd3PerUl: orNone(measure({ title: 'CD3+ cells', unit: 'per µL', least: 0, most: 500_000 }), { title: 'CD3+ cells' }),
  method: orNone(line('Method'), { title: 'Method' }),
};

const infusionStart = {
  bag: bag('Bag'),
  startedAt: zonedTime('Started at'),
  how: z.enum(['infusion', 'cryopreservation', 'stored-frozen']).meta({ title: 'How' }),
  volumeInfusedMl: orNone(measure({ title: 'Volume infused', unit: 'mL', least: 0.1, most: 5000 }), {
    title: 'Volume infused',
    description: 'Only where the bag is shared or used in part',
  }),
};

const correction = { reason: longText('Reason'), evidence: longText('Evidence') };

type Name =
  | 'RecordReceipt'
  | 'CorrectReceipt'
  | 'RecordArrivalCount'
  | 'CorrectArrivalCount'
  | 'AcceptProduct'
  | 'RefuseProduct'
  | 'StartInfusion'
  | 'CorrectInfusionStart'
  | 'RecordBagNotUsed'
  | 'RecordFollowUp';

/** How the receipt's commands come in. */
export const receiptWires: Wires<Name> = {
  RecordReceipt: {
    title: 'Record the receipt',
    schema: z.strictObject({
      ...found,
      bags: z
        .array(bag('Bag'))
        .min(1)
        .max(24)
        .meta({ title: 'Bags', description: 'As read from the labels, each once' }),
    }),
  },
  CorrectReceipt: { title: 'Correct the receipt', schema: z.strictObject({ ...found, ...correction }) },
  RecordArrivalCount: { title: 'Record the count on arrival', schema: z.strictObject(arrivalCount) },
  CorrectArrivalCount: {
    title: 'Correct the count on arrival',
    schema: z.strictObject({ ...arrivalCount, ...correction }),
  },
  AcceptProduct: {
    title: 'Accept the product',
    schema: z.strictObject({
      acceptedAt: zonedTime('Accepted at'),
      deviation: orNone(longText('Deviation'), {
        title: 'Deviation',
        description: 'What was not as agreed; empty when all was',
      }),
    }),
  },
  RefuseProduct: {
    title: 'Refuse the product',
    schema: z.strictObject({
      refusedAt: zonedTime('Refused at'),
      reason: longText('Reason'),
      person: line('Decided by'),
    }),
    grave: 'The cells are not infused. It is recorded with the name of who decided it.',
  },
  StartInfusion: { title: 'Record the start of infusion', schema: z.strictObject(infusionStart) },
  CorrectInfusionStart: {
    title: 'Correct the start of infusion',
    schema: z.strictObject({ ...infusionStart, ...correction }),
  },
  RecordBagNotUsed: {
    title: 'Record that a bag is not used',
    schema: z.strictObject({
      bag: bag('Bag'),
      decidedAt: zonedTime('Decided at'),
      reason: longText('Reason'),
      wordOf: wordOf(['transplant-physician', 'receiving-laboratory']),
    }),
    grave:
      'The clock of the bag ends, and nobody is given its cells. The software discards nothing: it records the word of who has the bag.',
  },
  RecordFollowUp: {
    title: 'Record the follow-up',
    schema: z.strictObject({
      recipient: line('Recipient', 10),
      day: wholeNumber({ title: 'Day after infusion', unit: 'days', least: 1, most: 3650 }),
      answeredAt: zonedTime('Answered at'),
      engrafted: z.enum(['yes', 'no', 'unknown']).meta({ title: 'Engrafted' }),
      neutrophilsOn: orNone(day('Neutrophils since'), { title: 'Neutrophils since' }),
      plateletsOn: orNone(day('Platelets since'), { title: 'Platelets since' }),
      words: orNone(longText('Words'), { title: 'Words', description: 'Without any name' }),
    }),
  },
};
