import { scanMediaTypes } from '@cellrelay/shipment';
import { z } from 'zod';

const subject = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('customs'), request: z.string() }),
    z.object({ kind: z.literal('exemption'), exemption: z.string() }),
    z.object({ kind: z.literal('document'), document: z.string() }),
  ])
  .meta({ description: 'What the paper shows: the answer to a request, or a document by its name' });

const at = z.iso.datetime();

export const scanView = z.object({
  scan: z.string().meta({ description: 'Its number, as S1' }),
  subject,
  says: z.string().meta({ description: 'What the paper shows, in words' }),
  mediaType: z.enum(scanMediaTypes).meta({ description: 'By its own first bytes' }),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  keptAt: at,
  withdrawn: z
    .object({ at, reason: z.string() })
    .nullable()
    .meta({ description: 'When and why its bytes were deleted; null while it stands' }),
});

const request = z.object({
  subject,
  says: z.string().meta({ description: 'Which request, in words' }),
  status: z.string().meta({ description: 'As the stage has it' }),
  answered: z.boolean().meta({ description: 'An answer is on record, of which a scan is to be had' }),
  reference: z
    .string()
    .nullable()
    .meta({ description: 'The number of the permit or of the exemption, as it was recorded' }),
  validUntil: z
    .object({ at, zone: z.string() })
    .nullable()
    .meta({ description: 'When a permit ends; null where nobody named an end' }),
  scans: z.array(z.string()).meta({ description: 'The numbers of the scans that stand for it' }),
});

export const scansView = z.object({
  items: z
    .array(scanView)
    .meta({ description: 'All of them, in the order in which they were kept; those withdrawn too' }),
  requests: z.array(request).meta({ description: 'Of customs and of airport security, but for what was withdrawn' }),
  left: z.number().int().meta({ description: 'How many more are kept' }),
});

export type ScanView = z.infer<typeof scanView>;
export type ScansView = z.infer<typeof scansView>;
export type ScannedRequest = ScansView['requests'][number];
