import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText } from './fields.js';
import { zonedTime } from './zoned-time.js';

const logger = line('Logger', 60).meta({ title: 'Logger', description: 'Its serial number, as it sends its readings' });

/** The loggers in a box. What their readings imply, the system records. */
export const temperatureWires: Wires<'BindLogger' | 'UnbindLogger' | 'RecordLoggerHeard' | 'RecordLoggerSilent'> = {
  BindLogger: {
    title: 'Bind a logger to the box',
    schema: z.strictObject({
      logger,
      box: line('Box', 40).meta({ title: 'Box', description: 'The packed box, or the charged shipper' }),
      probe: z.enum(['at-the-bag', 'in-the-box-air']).meta({ title: 'Where its probe is' }),
      sends: z.enum(['live', 'by-file']).meta({
        title: 'How its readings come',
        description: 'Live: it is watched, and alerts when it falls silent. By file: it is read out afterwards',
      }),
      boundAt: zonedTime('Bound at'),
    }),
  },
  UnbindLogger: {
    title: 'Unbind a logger',
    schema: z.strictObject({ logger, unboundAt: zonedTime('Unbound at'), reason: longText('Reason') }),
  },
  RecordLoggerHeard: {
    title: 'Record that a logger has sent',
    schema: z.strictObject({ logger, through: zonedTime('Its newest reading is of') }),
  },
  RecordLoggerSilent: {
    title: 'Record that a logger is silent',
    schema: z.strictObject({ logger, since: zonedTime('Silent since') }),
  },
};
