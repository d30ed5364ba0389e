import { z } from 'zod';
import { bagOf, type Din } from '@cellrelay/identifiers';
import type { Wires } from './command-wire.js';
import { wordOf } from './decision-fields.js';
import { report } from './faults.js';
import { day, line, longText, measure, oneOrTwo, orNone } from './fields.js';
import { bag as labelled, identifierFault, productCode, typedDin } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

const collectionDay = () => oneOrTwo('Collection day');

const platelets = measure({ title: 'Platelets before', unit: '10⁹/L', least: 1, most: 3000 });

const forRecipient = line('For recipient', 10);

const bag = z
  .strictObject({
    productCode: productCode('Product code'),
    volumeMl: measure({ title: 'Volume', unit: 'mL', least: 1, most: 5000 }),
    recipient: forRecipient,
  })
  .meta({ title: 'Bag' });

const ended = z
  .strictObject({
    day: collectionDay(),
    endedAt: zonedTime('Ended at'),
    din: typedDin('DIN of this collection'),
    bags: z.array(bag).min(1).max(12).meta({ title: 'Bags' }),
  })
  .transform((body, context) => {
    body.bags.forEach(({ productCode: code }, index) => {
      const whole = bagOf({ din: body.din as Din, productCode: code });
      if (!whole.ok) report(context, { ...identifierFault(whole.error), path: ['bags', index, 'productCode'] });
    });
    return body;
  });

const postponer = z
  .strictObject({
    party: z
      .enum(['donor', 'donor-registry', 'transplant-centre', 'collection-centre', 'other'])
      .meta({ title: 'Party' }),
    person: line('Person'),
  })
  .meta({ title: 'On whose word' });

const shippingPostponer = z
  .strictObject({
    party: z.enum(['bank', 'donor-registry', 'transplant-centre', 'other']).meta({ title: 'Party' }),
    person: line('Person'),
  })
  .meta({ title: 'On whose word' });

/** How the collection's commands come in. */
export const collectionWires: Wires<
  | 'PostponeCollection'
  | 'PostponeShipping'
  | 'RecordPostponementTold'
  | 'StartCollection'
  | 'RecordCollectionBrokenOff'
  | 'EndCollection'
  | 'CorrectCollectionEnd'
  | 'RecordStandDownTold'
  | 'SplitBag'
  | 'AllotBag'
  | 'RecordCryopreservedAtOrigin'
  | 'RecordNotUsedAtOrigin'
> = {
  PostponeCollection: {
    title: 'Postpone the collection',
    schema: z.strictObject({
      newDays: z
        .array(day('Day'))
        .min(1)
        .max(2)
        .meta({ title: 'New days', description: 'The day, and the reserve day after it' }),
      postponedAt: zonedTime('Postponed at'),
      reason: longText('Reason'),
      wordOf: postponer,
    }),
    grave: 'The live plans stand down and their seats are given up; new ones are proposed for the new days.',
  },
  PostponeShipping: {
    title: 'Let the unit leave its bank on another day',
    schema: z.strictObject({
      shipOn: day('To leave the bank on'),
      postponedAt: zonedTime('Decided at'),
      reason: longText('Reason'),
      wordOf: shippingPostponer,
    }),
    grave:
      'The live plan stands down and its seats are given up; a new one is proposed for the new day, and cargo is booked anew.',
  },
  RecordPostponementTold: {
    title: 'Record that everybody was told of the new days',
    schema: z.strictObject({ toldAt: zonedTime('Told at') }),
  },
  StartCollection: {
    title: 'Record the start of collection',
    schema: z.strictObject({
      day: collectionDay(),
      startedAt: zonedTime('Started at'),
      plateletsE9PerL: orNone(platelets, { title: 'Platelets before' }),
    }),
  },
  RecordCollectionBrokenOff: {
    title: 'Record that collecting was broken off',
    schema: z.strictObject({
      day: collectionDay(),
      brokenOffAt: zonedTime('Broken off at'),
      reason: longText('Reason'),
    }),
    grave: 'No bag came of it. Where cells are still wanted the day is to be collected again, or put off.',
  },
  EndCollection: { title: 'Record the end of collection', schema: ended },
  CorrectCollectionEnd: {
    title: 'Correct the end of collection',
    schema: z.strictObject({
      day: collectionDay(),
      endedAt: zonedTime('Ended in truth at'),
      reason: longText('Reason'),
      evidence: longText('Evidence'),
    }),
    grave: 'The clock of every bag of that day starts anew, and every deadline that hangs on it moves.',
  },
  SplitBag: {
    title: 'Split a bag',
    schema: z.strictObject({
      bag: labelled('Bag'),
      parts: z.array(bag).min(2).max(26).meta({ title: 'Parts' }),
      splitAt: zonedTime('Split at'),
      where: z.enum(['collection-centre', 'transplant-centre']).meta({ title: 'Where' }),
      by: line('Split by'),
    }),
    grave:
      'The bag is no bag of its own any more: every later step names its parts, and each recipient is judged anew.',
  },
  AllotBag: {
    title: 'Allot a bag to another recipient',
    schema: z.strictObject({
      bag: labelled('Bag'),
      recipient: forRecipient,
      allottedAt: zonedTime('Decided at'),
      wordOf: wordOf(['transplant-physician']),
      reason: longText('Reason'),
    }),
    grave: 'Both recipients are judged anew: one who was served may be short.',
  },
  RecordCryopreservedAtOrigin: {
    title: 'Record the freezing of a bag',
    schema: z.strictObject({ bag: labelled('Bag'), startedAt: zonedTime('Started at') }),
    grave: 'The clock of the bag ends.',
  },
  RecordNotUsedAtOrigin: {
    title: 'Record that a bag is left unused where it was collected',
    schema: z.strictObject({
      bag: labelled('Bag'),
      decidedAt: zonedTime('Decided at'),
      reason: longText('Reason'),
      wordOf: wordOf(['collection-physician', 'transplant-physician']),
    }),
    grave: 'The clock of the bag ends. The software discards nothing: it records the word of who has the bag.',
  },
  RecordStandDownTold: {
    title: 'Record that the centre was told',
    schema: z.strictObject({ day: collectionDay(), toldAt: zonedTime('Told at') }),
  },
};
