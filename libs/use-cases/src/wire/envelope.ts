import { z } from 'zod';
import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusal, StatedBy } from '@cellrelay/shipment';
import { line } from './fields.js';
import { namesIn } from './field-names.js';
import { refusalsOf } from './refusals.js';

/** Who said it, where it was not the account that records it. */
export const statedByField = z
  .strictObject({
    person: line('Person'),
    organisation: line('Organisation'),
    how: z.enum(['in-person', 'telephone', 'mail', 'signed-link']).meta({ title: 'How' }),
  })
  .meta({ title: 'Stated by', description: 'Who said it, and how; left out when it is your own word' });

/** A command's body taken apart: who said it, and what was said. */
export interface Envelope {
  /** Null when the body names nobody: then it is the account's own word. */
  readonly statedBy: StatedBy | null;
  readonly body: unknown;
}

/** Takes `statedBy` out of a body. What is not an object is handed on whole, for the command's schema to refuse. */
export function splitEnvelope(whole: unknown): Result<Envelope, readonly Refusal[]> {
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return ok({ statedBy: null, body: whole });
  const { statedBy, ...body } = whole as Record<string, unknown>;
  if (statedBy === undefined) return ok({ statedBy: null, body });
  const read = statedByField.safeParse(statedBy, { reportInput: true });
  if (read.success) return ok({ statedBy: read.data, body });
  const names = namesIn(z.toJSONSchema(statedByField, { io: 'input' }));
  return err(
    refusalsOf(read.error.issues, names).map((refusal) => ({ ...refusal, at: `/statedBy${refusal.at ?? ''}` })),
  );
}
