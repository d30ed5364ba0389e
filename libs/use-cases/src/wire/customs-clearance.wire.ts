import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText } from './fields.js';
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
    schema: z.strictObject({ request, grantedAt: zonedTime('Granted at'), permit: line('Permit number', 60) }),
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
  RecordCustomsCleared: {
    title: 'Record that customs cleared the box',
    schema: z.strictObject({ request, clearedAt: zonedTime('Cleared at') }),
  },
};
