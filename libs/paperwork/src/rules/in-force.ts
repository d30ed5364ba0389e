import type { LocalDate } from '@cellrelay/kernel';

const day = (text: string): LocalDate => text as LocalDate;

/** Nothing was read of a beginning or an end. */
export const always = { from: null, to: null } as const;

/** From that day on. */
export const from = (first: string) => ({ from: day(first), to: null });

/** From one day to another, both within it. */
export const between = (first: string, last: string) => ({ from: day(first), to: day(last) });

/** Up to that day, which is the last. */
export const until = (last: string) => ({ from: null, to: day(last) });
