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

/** Said to stand although the record says otherwise: asked for where a refusal says so (`standsIfConfirmed`). */
export const despiteRecordField = z.boolean().meta({
  title: 'It stands all the same',
  description: 'The record contradicts it; it is taken, and a person finds out which is right',
});

/** A command's body taken apart: who said it, and what was said. */
export interface Envelope {
  /** Null when the body names nobody: then it is the account's own word. */
  readonly statedBy: StatedBy | null;
  readonly despiteRecord: boolean;
  readonly body: unknown;
}

/** Takes `statedBy` and `despiteRecord` out of a body. What is not an object is handed on whole, for the command's schema to refuse. */
export function splitEnvelope(whole: unknown): Result<Envelope, readonly Refusal[]> {
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole))
    return ok({ statedBy: null, despiteRecord: false, body: whole });
  const { statedBy, despiteRecord, ...body } = whole as Record<string, unknown>;
  const read = envelope.safeParse({ statedBy, despiteRecord }, { reportInput: true });
  if (read.success)
    return ok({ statedBy: read.data.statedBy ?? null, despiteRecord: read.data.despiteRecord ?? false, body });
  return err(refusalsOf(read.error.issues, namesIn(z.toJSONSchema(envelope, { io: 'input' }))));
}

const envelope = z.strictObject({ statedBy: statedByField.optional(), despiteRecord: despiteRecordField.optional() });
