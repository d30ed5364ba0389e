interface Offered {
  readonly command: string;
  readonly prefill: Readonly<Record<string, unknown>>;
}

/**
 * The action that an offer means. The same command may be open for several subjects (day 1, day 2): it is the one whose
 * prefilled values agree with the offer's; none where every one of them contradicts it or the command is not open now.
 */
export function matchAction<Action extends Offered>(offer: Offered, actions: readonly Action[]): Action | undefined {
  const open = actions.filter(
    (action) => action.command === offer.command && !contradicts(action.prefill, offer.prefill),
  );
  return open.sort((a, b) => agreement(b.prefill, offer.prefill) - agreement(a.prefill, offer.prefill))[0];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const plain = (value: unknown) => value === null || typeof value !== 'object';

/** Composite values (times, bags) are mere suggestions; plain ones say what the action is about. */
function contradicts(known: Offered['prefill'], wanted: Offered['prefill']): boolean {
  return Object.entries(wanted).some(
    ([name, value]) => plain(value) && known[name] !== undefined && plain(known[name]) && !same(known[name], value),
  );
}

function agreement(known: Offered['prefill'], wanted: Offered['prefill']): number {
  return Object.entries(wanted).filter(([name, value]) => same(known[name], value)).length;
}
