import { deviationKinds, registries } from '@cellrelay/shipment';
import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText, orNone } from './fields.js';
import { zonedTime } from './zoned-time.js';

const deviation = line('Deviation', 10).meta({ title: 'Deviation', description: 'Its number, as D1' });
const seriousness = z.enum(['minor', 'major', 'serious']).meta({ title: 'Seriousness' });

/** No donor or recipient is named in words either: the draft of the report is made of them. */
const what = {
  kind: z.enum(deviationKinds).meta({ title: 'Kind', 'x-words': { 'x-ray-scanned': 'X-ray scanned' } }),
  happenedAt: zonedTime('Happened at'),
  words: longText('What happened').meta({
    title: 'What happened',
    description: 'Without names of donor or recipient: a report is drafted from it',
    'x-kind': 'long-text',
  }),
};

type Name =
  | 'OpenDeviation'
  | 'GradeDeviation'
  | 'RecordPartnerTold'
  | 'RecordRapidAlert'
  | 'RecordSpearSubmitted'
  | 'CloseDeviation'
  | 'CorrectDeviation';

/** How the deviations' commands come in. */
export const deviationWires: Wires<Name> = {
  OpenDeviation: {
    title: 'Open a deviation',
    schema: z.strictObject({
      ...what,
      seriousness: orNone(seriousness, { title: 'Seriousness', description: 'Empty when it is still to be graded' }),
    }),
  },
  GradeDeviation: {
    title: 'Grade the deviation',
    schema: z.strictObject({ deviation, seriousness, gradedAt: zonedTime('Graded at'), reason: longText('Reason') }),
  },
  RecordPartnerTold: {
    title: 'Record that a registry is told',
    schema: z.strictObject({
      deviation,
      registry: z.enum(registries).meta({ title: 'Registry' }),
      who: line('Who was told'),
      how: z.enum(['telephone', 'mail', 'in-person', 'portal']).meta({ title: 'How' }),
      toldAt: zonedTime('Told at'),
    }),
  },
  RecordRapidAlert: {
    title: 'Record the rapid alert by telephone',
    schema: z.strictObject({ deviation, to: line('Told to'), toldAt: zonedTime('Told at') }),
  },
  RecordSpearSubmitted: {
    title: 'Record that the S(P)EAR is submitted',
    schema: z.strictObject({
      deviation,
      submittedAt: zonedTime('Submitted at'),
      reference: line('Reference', 100),
    }),
  },
  CloseDeviation: {
    title: 'Close the deviation',
    schema: z.strictObject({
      deviation,
      closedAt: zonedTime('Closed at'),
      outcome: longText('Outcome'),
      correctiveAction: longText('Corrective action'),
    }),
  },
  CorrectDeviation: {
    title: 'Correct the deviation',
    schema: z.strictObject({ deviation, ...what, reason: longText('Reason'), evidence: longText('Evidence') }),
  },
};
