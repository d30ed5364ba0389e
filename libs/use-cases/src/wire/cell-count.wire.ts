import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { confirmedBy, wordOf } from './decision-fields.js';
import { line, longText, measure, oneOrTwo, orNone, type Measure } from './fields.js';
import { bag } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

/** Needed where a dose of its metric is ordered, which the count's own stage knows. */
const concentration = (shown: Measure) => orNone(measure(shown), { title: shown.title });

const bagCount = z
  .strictObject({
    bag: bag('Bag'),
    cd34PerUl: concentration({ title: 'CD34+ cells', unit: 'per µL', least: 0, most: 20_000 }),
    wbcE9PerL: concentration({ title: 'White cells', unit: '× 10⁹/L', least: 0, most: 2000 }),
    cd3PerUl: concentration({ title: 'CD3+ cells', unit: 'per µL', least: 0, most: 500_000 }),
    mncPercent: concentration({ title: 'Mononuclear cells', unit: '% of the white cells', least: 0, most: 100 }),
    volumeMl: measure({ title: 'Volume', unit: 'mL', least: 1, most: 5000 }),
  })
  .meta({ title: 'Count of one bag' });

const count = {
  day: oneOrTwo('Collection day'),
  countedAt: zonedTime('Counted at'),
  bags: z.array(bagCount).min(1).max(12).meta({ title: 'Bags' }),
};

/** How the cell count's commands come in. */
export const cellCountWires: Wires<
  'RecordCellCount' | 'CorrectCellCount' | 'DecideOnCount' | 'CryopreserveAtOrigin' | 'RecordFollowUpShipment'
> = {
  RecordCellCount: { title: 'Record the count', schema: z.strictObject(count) },
  CorrectCellCount: {
    title: 'Correct the count',
    schema: z.strictObject({ ...count, reason: longText('Reason'), evidence: longText('Evidence') }),
    grave: 'The dose is judged anew; a decision that was taken stands until a person changes it.',
  },
  DecideOnCount: {
    title: 'Decide on the count',
    schema: z.strictObject({
      decision: z.enum(['collect-again', 'accept-less', 'stop', 'ship-day-1-early']).meta({ title: 'Decision' }),
      decidedAt: zonedTime('Decided at'),
      wordOf: wordOf(['collection-physician', 'transplant-physician']),
      confirmedBy,
      recipients: orNone(z.array(line('Recipient', 10)).min(1).max(8), {
        title: 'Recipients it is for',
        description: 'Left empty: all who are short',
      }),
      reason: longText('Reason'),
    }),
    grave: 'It confirms one plan and stands the other down, or stops the shipment.',
  },
  CryopreserveAtOrigin: {
    title: 'Freeze the cells where they were collected',
    schema: z.strictObject({
      decidedAt: zonedTime('Decided at'),
      wordOf: wordOf(['transplant-physician']),
      confirmedBy,
      reason: longText('Reason'),
    }),
    grave: 'Every plan stands down and its seats are given up; the shipment ends once the last bag is frozen.',
  },
  RecordFollowUpShipment: {
    title: 'Record the shipment of the second day',
    schema: z.strictObject({ reference: line('Its reference', 40) }),
  },
};
