import { paperFactBodies, papersToIssue, placedParts } from '@cellrelay/use-cases';
import { z } from 'zod';
import type { PathFault } from './locate.js';

/** The name of the step by which papers are made and issued: no body of that command is sent, what it records is made. */
export const issuePapers = 'IssuePapers';

/** The name of the step that is no command: what papers say is entered that no log tells. */
export const enterForPapers = 'EnterForPapers';

const entries = z.strictObject({
  site: paperFactBodies.site.optional(),
  markers: paperFactBodies.markers.shape.markers.optional(),
  value: paperFactBodies.value.shape.value.optional(),
  parties: z.partialRecord(z.enum(placedParts), paperFactBodies.party.shape.address).optional(),
});

/** What is entered in a step, each under its address; of whom it is said is asked first. */
export type EnteredInStep = z.infer<typeof entries>;

const bodies: Readonly<Record<string, z.ZodType>> = { [issuePapers]: papersToIssue, [enterForPapers]: entries };

/** Whether a step is one of these. */
export function isPapersStep(name: string): boolean {
  return Object.hasOwn(bodies, name);
}

/** What is wrong with such a step. */
export function papersFaults(name: string, body: unknown, path: readonly PropertyKey[]): readonly PathFault[] {
  const read = bodies[name]?.safeParse(body);
  return read === undefined || read.success
    ? []
    : read.error.issues.map((issue) => ({ path: [...path, ...issue.path], sentence: `${issue.message}.` }));
}
