import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText, orNone } from './fields.js';
import { zonedTime } from './zoned-time.js';

const request = line('Request', 40).meta({
  title: 'Request',
  description: 'Country, direction and airport, as CN-export-PEK',
});

type Name =
  | 'RecordCustomsSubmitted'
  | 'RecordCustomsGranted'
  | 'RecordCustomsRefused'
  | 'AskCustomsAgain'
  | 'RecordCustomsWithdrawn'
  | 'RecordCustomsEscalated'
  | 'RecordReleasedFirst'
  | 'RecordRegularised'
  | 'RecordCustomsCleared';

/** How the customs clearance's commands come in. */
export const customsClearanceWires: Wires<Name> = {
  RecordCustomsSubmitted: {
    title: 'Record that the customs request is submitted',
    schema: z.strictObject({
      request,
      submittedAt: zonedTime('Submitted at'),
      answerExpectedAt: zonedTime('Answer expected by'),
    }),
  },
  RecordCustomsGranted: {
    title: 'Record the customs permit',
    schema: z.strictObject({
      request,
      grantedAt: zonedTime('Granted at'),
      permit: line('Permit number', 60),
      validUntil: orNone(zonedTime('Valid until'), {
        title: 'Valid until',
        description: 'Left empty where the desk named no end',
      }),
    }),
  },
  RecordCustomsRefused: {
    title: 'Record that customs refused',
    schema: z.strictObject({ request, refusedAt: zonedTime('Refused at'), reason: longText('Reason') }),
  },
  AskCustomsAgain: { title: 'Ask customs again', schema: z.strictObject({ request, reason: longText('Reason') }) },
  RecordCustomsWithdrawn: {
    title: 'Record that the customs request is withdrawn',
    schema: z.strictObject({ request, withdrawnAt: zonedTime('Withdrawn at') }),
  },
  RecordCustomsEscalated: {
    title: 'Record that it was taken to somebody at customs',
    schema: z.strictObject({
      request,
      escalatedAt: zonedTime('Taken there at'),
      to: line('Taken to'),
      reason: longText('Reason'),
    }),
  },
  RecordReleasedFirst: {
    title: 'Record that customs released the box first',
    schema: z.strictObject({
      request,
      releasedAt: zonedTime('Released at'),
      commitment: longText('What was committed to'),
    }),
    grave: 'The papers must be put right within the working days of the rule, whatever becomes of the shipment.',
  },
  RecordRegularised: {
    title: 'Record that the customs papers were put right',
    schema: z.strictObject({
      request,
      regularisedAt: zonedTime('Put right at'),
      reference: line('Reference', 60),
    }),
  },
  RecordCustomsCleared: {
    title: 'Record that customs cleared the box',
    schema: z.strictObject({ request, clearedAt: zonedTime('Cleared at') }),
  },
};
