import type { z } from 'zod';

/** A fault that a field finds by itself, with the code that its refusal is to carry. */
export interface Fault {
  readonly code: string;
  readonly sentence: string;
  /** What may be given instead. */
  readonly allowed?: readonly string[];
  /** Where below the field, when not the field itself. */
  readonly path?: readonly (string | number)[];
}

/** The part of zod's context that takes issues, whatever the value under it. */
interface Context {
  addIssue(issue: z.core.$ZodSuperRefineIssue): void;
}

/** Reports the fault to the parser; refusals.ts reads `params` back. The answer stands for the value that there is not. */
export function report(context: Context, fault: Fault): never {
  context.addIssue({
    code: 'custom',
    message: fault.sentence,
    params: { code: fault.code, ...(fault.allowed === undefined ? {} : { allowed: fault.allowed }) },
    ...(fault.path === undefined ? {} : { path: [...fault.path] }),
  });
  return undefined as never;
}

/** Sentences of faults that the parser finds in a field's shape, by the code their refusal carries. */
export const shapeFaults = {
  'zone-missing':
    'A local time needs its zone: say in which place’s clock it was read, such as "zone": "Asia/Shanghai".',
} as const;

/** What may be given where a zone is missing or is none: there are some six hundred, so not each by its name. */
export const zonesAllowed: readonly string[] = ['an IANA time zone, such as Asia/Shanghai'];
