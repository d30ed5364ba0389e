/** Why it is to be erased before its time. A choice, and no free text: it stays in the audit record for good. */
export const erasureReasons = [
  'recorded-by-mistake',
  'kept-elsewhere-as-the-law-wants',
  'ordered-by-an-authority',
  'asked-by-the-person',
] as const;
export type ErasureReason = (typeof erasureReasons)[number];
