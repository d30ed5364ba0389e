import { z } from 'zod';
import { deliveryStatuses } from '../deliveries/delivery.js';
import { requestMailLimits } from './request-mail-body.js';

const instant = z.iso.datetime();
const document = z.string().meta({ description: 'The id under which it was issued' });

export const requestMailView = z.object({
  id: z.string().meta({ description: 'The delivery’s number' }),
  request: z.string(),
  status: z.enum(deliveryStatuses).meta({
    description:
      'sent: the mail server has taken it; kept: there is no mail server; failed: refused, or given up; unknown: the server may have it',
  }),
  to: z.string(),
  papers: z.array(document),
  by: z.string().meta({ description: 'Who sent it' }),
  underWay: z.boolean().meta({ description: 'It waits, or was taken and is being recorded' }),
  askedAt: instant,
  endedAt: instant.nullable(),
  says: z.string().nullable().meta({ description: 'What became of the last try' }),
});

const mailable = z.object({
  request: z.string().meta({ description: 'As CN-export-PEK, or 1/0/PEK' }),
  stage: z.enum(['customs-clearance', 'xray-exemption']),
  says: z.string().meta({ description: 'In words' }),
  status: z.string().meta({ description: 'As the stage has it' }),
  wanted: z.boolean().meta({ description: 'Whether it is to be submitted still' }),
  answered: z.boolean().meta({
    description:
      'Whether it must be said when an answer can be asked for; else airport security is told, and answers on the spot',
  }),
  zone: z.string().meta({ description: 'In whose clock the office answers' }),
  suggested: z.array(document).meta({ description: 'The valid papers that are about it' }),
  mails: z.array(requestMailView).meta({ description: 'What was sent of it, the newest first' }),
});

export const requestsView = z.object({
  items: z.array(mailable).meta({ description: 'To customs and airport security, but for what was withdrawn unsent' }),
  papers: z
    .array(z.object({ document, says: z.string().meta({ description: 'What it is' }), reference: z.string() }))
    .meta({ description: 'The valid papers: those that can be attached' }),
  mostPapers: z.literal(requestMailLimits.papers).meta({ description: 'So many are attached at most' }),
  fields: z
    .record(z.string(), z.unknown())
    .meta({ description: 'JSON Schema of what is said to send one, beside the papers' }),
  sends: z.boolean().meta({ description: 'Whether this site has a mail server' }),
});

export type RequestMailView = z.infer<typeof requestMailView>;
export type RequestsView = z.infer<typeof requestsView>;
