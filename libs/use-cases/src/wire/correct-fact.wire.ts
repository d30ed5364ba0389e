import { z } from 'zod';
import { correctingCommands } from '@cellrelay/shipment';
import type { Wires } from './command-wire.js';
import { longText, wholeNumber } from './fields.js';

const anyBody = z.record(z.string(), z.unknown()).meta({
  title: 'As it should have been recorded',
  'x-kind': 'command-body',
  description: 'The body of that command, whole',
});

/** How a correction comes in. The body within is read by the command that it names (parse-command-body.ts). */
export const correctFactWires: Wires<'CorrectFact'> = {
  CorrectFact: {
    title: 'Correct a recorded fact',
    schema: z.strictObject({
      fact: wholeNumber({
        title: 'Line of the log',
        description: 'The line that recorded the fact, or one that corrected it',
        unit: 'line',
        least: 1,
        most: 1_000_000,
      }),
      command: z.enum(correctingCommands).meta({
        title: 'Recorded by',
        description: 'If-Match states the revision of the stage of this command, which is the stage of the fact',
      }),
      body: anyBody,
      reason: longText('Reason of the correction'),
      evidence: longText('Evidence for it'),
    }),
    grave:
      'Everything that hangs on the fact is worked out anew: deadlines, forecasts, alerts. Both values stay in the log.',
  },
};
