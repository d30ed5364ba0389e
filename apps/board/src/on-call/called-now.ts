import type { OnCall } from '../api/types.js';

/** Whom alerts reach at a moment: somebody, nobody since nobody is on call, or nobody since no channel of theirs is known. */
export type CalledNow = 'somebody' | 'nobody' | 'no-channel';

/** By the days that a roster comes to, so that a turn that ends meanwhile is seen without asking again. */
export function calledNow({ spans, now, people }: Pick<OnCall, 'spans' | 'now' | 'people'>, at: number): CalledNow {
  const span = spans.find(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
  const accounts = span?.accounts ?? now;
  if (accounts.length === 0) return 'nobody';
  const reached = people.some(({ account, reachable }) => reachable && accounts.includes(account));
  return reached ? 'somebody' : 'no-channel';
}
