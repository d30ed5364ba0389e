/** Too many wait for their turn already. */
export class TooManyWait extends Error {}

/** Does one piece of work after another. Throws TooManyWait where as many as `most` are being done and waited for: they would fill memory with what nobody waits for any more. */
export function oneAtATime(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (work) => {
    if (waiting >= most) return Promise.reject(new TooManyWait());
    waiting += 1;
    const turn = tail.then(work).finally(() => (waiting -= 1));
    tail = turn.catch(() => undefined);
    return turn;
  };
}
