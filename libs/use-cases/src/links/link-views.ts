import { orderOf, sharedShipment, type Shipment } from '@cellrelay/shipment';
import { z } from 'zod';
import { endsOf } from '../questions/places.js';
import { actionView, type ActionView } from '../questions/views.js';
import { place } from '../questions/when-and-where.js';
import { linkStates, type SignedLink } from './link-store.port.js';
import { taskText } from './link-task.js';

/** A link as coordinators see it. */
export const linkView = z.object({
  id: z.string(),
  command: z.string(),
  task: z.string().meta({ description: 'What its holder is asked for' }),
  addressee: z.string().meta({ description: 'For whom it was made, in words' }),
  organisation: z.string().meta({ description: 'For which organisation its holder states' }),
  mail: z.string().nullable(),
  mailed: z.enum(['sent', 'failed']).nullable().meta({ description: 'What became of the mail' }),
  madeBy: z.string().meta({ description: 'The account that made it' }),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(linkStates),
  endedAt: z.iso.datetime().nullable().meta({ description: 'When it was used or revoked' }),
});

/** What the holder of a link is told: the one form, and what they must know to fill it in. */
export const linkTask = actionView
  .pick({ command: true, label: true, prefill: true, fields: true, consequences: true, stageRevision: true })
  .extend({
    reference: z.string().meta({ description: 'What all who stand in the shipment call it by' }),
    from: place,
    to: place,
    task: z.string(),
    addressee: z.string(),
    organisation: z.string(),
    expiresAt: z.iso.datetime(),
  });

export type LinkTask = z.infer<typeof linkTask>;

/** What the holder of that link is told of its task. */
export function linkTaskOf(link: SignedLink, state: Shipment, action: ActionView): LinkTask {
  const { label, command, prefill, fields, consequences, stageRevision } = action;
  const { addressee, organisation, expiresAt } = link;
  const shared = sharedShipment(state);
  const { from, to } = endsOf(shared);
  return {
    ...{ command, label, prefill, fields, consequences, stageRevision },
    ...{ reference: orderOf(shared).details.reference, from, to, task: taskText(action) },
    ...{ addressee, organisation, expiresAt },
  };
}
