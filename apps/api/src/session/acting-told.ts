import type { Acting } from '@cellrelay/use-cases';

/** Who somebody is and as whom they act, as they are told it. */
export function actingTold({ name, acting }: { readonly name: string; readonly acting: Acting }) {
  const { person, role, organisation } = acting;
  return { name, person, role, organisation };
}
