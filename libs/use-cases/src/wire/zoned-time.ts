import { z } from 'zod';
import { resolveLocal, type LocalTimeProblem, type ZonedInstant } from '@cellrelay/kernel';
import { report, shapeFaults, zonesAllowed, type Fault } from './faults.js';
import { unknownZone } from './fields.js';
import { spelledZone } from './zone-spelling.js';

/** A local time as people state it, before it is a moment. */
export interface StatedLocal {
  readonly local: string;
  readonly zone: string;
  readonly offset?: string | undefined;
}

const shape = z.strictObject(
  {
    local: z.string().max(19).meta({ description: 'What the wall clock showed: 2026-11-23T08:00' }),
    zone: z
      .string({ error: zoneMissing })
      .max(60)
      .meta({ description: 'Whose wall clock: IANA zone, such as Asia/Shanghai' }),
    offset: z
      .string()
      .max(6)
      .optional()
      .meta({ description: 'Only where a clock change repeats the hour: which of the two, such as -05:00' }),
  },
  {
    error: ({ code, input }) =>
      code === 'invalid_type' && typeof input === 'string' && looksLikeTime(input)
        ? shapeFaults['zone-missing']
        : undefined,
  },
);

/** A time of day in figures: what lacks its zone is one, and what is none lacks more. */
function looksLikeTime(text: string): boolean {
  return /\d:\d/.test(text);
}

function zoneMissing({ input }: { readonly input?: unknown }): string | undefined {
  return input === undefined || input === null || input === '' ? shapeFaults['zone-missing'] : undefined;
}

/** A moment stated as a place's wall clock shows it. Skipped and repeated local times are asked back with both readings. */
export function zonedTime(title: string) {
  return shape
    .transform((stated, context): ZonedInstant => {
      const read = readLocal(stated);
      return read.ok ? read.value : report(context, read.error);
    })
    .meta({ title, 'x-kind': 'zoned-time', description: 'A local time with its zone' });
}

/** The moment that a stated local time is, or the fault to tell. */
export function readLocal(stated: StatedLocal): { ok: true; value: ZonedInstant } | { ok: false; error: Fault } {
  if (stated.zone === '')
    return {
      ok: false,
      error: { code: 'zone-missing', sentence: shapeFaults['zone-missing'], path: ['zone'], allowed: zonesAllowed },
    };
  const zone = spelledZone(stated.zone);
  if (zone === undefined) return { ok: false, error: { ...unknownZone(stated.zone), path: ['zone'] } };
  const read = resolveLocal(stated.local, zone, stated.offset);
  return read.ok ? { ok: true, value: read.value } : { ok: false, error: faultOf(read.error) };
}

function faultOf({ code, sentence, readings }: LocalTimeProblem): Fault {
  return { code, sentence, ...(readings === undefined ? {} : { allowed: readings }) };
}
