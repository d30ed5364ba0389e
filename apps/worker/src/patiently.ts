import { within } from '@cellrelay/platform';

const late = Symbol('late');

/** What a desk answers, or a rejection when it has not within so many milliseconds. The call itself is not broken off; asked again, a desk says the same. */
export async function patiently<T>(withinMs: number, call: Promise<T>): Promise<T> {
  const answer = await within<T, typeof late>(withinMs, call, () => late);
  if (answer === late) throw new Error(`the desk did not answer within ${withinMs / 1_000} s`);
  return answer;
}
