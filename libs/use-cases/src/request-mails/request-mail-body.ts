import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { z } from 'zod';
import type { Refusals } from '../identity/identity-refusals.js';
import { longText, orNone } from '../wire/fields.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import { zonedTime } from '../wire/zoned-time.js';

/** What one mail takes: more papers are a pack, which is printed; what is larger many servers do not take. */
export const requestMailLimits = { papers: 12, bytes: 10 * 1024 * 1024 } as const;

const address = (title: string) => z.email('Write the address as name@example.org.').max(200).meta({ title });

/** What is said to send a request by mail. */
export const requestMailBody = z.strictObject({
  to: address('To').meta({ title: 'To', description: 'The office’s mail address: one' }),
  replyTo: orNone(address('Answers to'), {
    title: 'Answers to',
    description: 'A mail address that somebody reads; without one the mail says that nobody reads answers to it',
  }),
  note: orNone(longText('Note'), {
    title: 'Note',
    description: 'Plain text that stands in the mail. Nobody’s name belongs in it',
  }),
  answerExpectedAt: orNone(zonedTime('Answer expected by'), {
    title: 'Answer expected by',
    description: 'When an answer can be asked for. Left empty only of airport security that answers on the spot',
  }),
  papers: z
    .array(z.string().min(1).max(60).meta({ title: 'Paper' }))
    .min(1)
    .max(requestMailLimits.papers)
    .meta({ title: 'Papers', description: 'Ids of issued papers that are valid; each is attached once' }),
});
export type RequestMailBody = z.output<typeof requestMailBody>;

/** What of it a form asks for, as JSON Schema; papers are chosen from those there are. */
export const requestMailFields = z.toJSONSchema(requestMailBody.omit({ papers: true }), { io: 'input' });

const names = namesIn(z.toJSONSchema(requestMailBody, { io: 'input' }));

/** What a body comes to, or every fault that was found, each with its field. */
export function readRequestMail(body: unknown): Result<RequestMailBody, Refusals> {
  const read = requestMailBody.safeParse(body, { reportInput: true });
  if (read.success) return ok(read.data);
  const [first, ...more] = refusalsOf(read.error.issues, names) as [Refusal, ...Refusal[]];
  return err([first, ...more]);
}
