import { z } from 'zod';
import { owner, severity } from './views.js';

const instant = z.iso.datetime();
const count = z.number().int();

/** Whether deadlines are called out at all, for whoever relies on it. */
export const bellsView = z.object({
  ringing: z
    .boolean()
    .meta({ description: 'Bells are looked after, and no deadline is overdue by a minute unanswered' }),
  since: instant.nullable().meta({
    description: 'When bells were well last; null where nobody has ever answered any',
  }),
  clock: z.object({
    ok: z.boolean().meta({ description: 'Within the limit beyond which no process starts' }),
    says: z.string(),
  }),
});

const downtimeItem = z.object({
  shipment: z.string(),
  reference: z.string(),
  route: z.string(),
  key: z.string(),
  what: z.string(),
  does: z.enum(['ring', 'call']).meta({ description: 'It was to ring, or a desk was to be called' }),
  dueAt: instant,
  shownIn: z.object({ city: z.string(), zone: z.string() }),
  severity: severity.nullable().meta({ description: 'Null of a desk’s call' }),
  stillOwed: z.boolean().meta({ description: 'It is on the agenda still' }),
});

/** A time in which bells rang late or not at all, and what fell due in it. */
export const downtimeView = z.object({
  id: z.string(),
  from: instant,
  to: instant.nullable().meta({ description: 'Null while what fell due is still being called out' }),
  total: count,
  owners: z.array(
    z.object({
      owner,
      total: count,
      items: z.array(downtimeItem).meta({ description: 'The most urgent first; at most 25' }),
    }),
  ),
});

export type BellsView = z.infer<typeof bellsView>;
export type DowntimeView = z.infer<typeof downtimeView>;
