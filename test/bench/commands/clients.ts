/** What a round of many clients came to. */
export interface Round {
  readonly perSecond: number;
  /** Of each command, in milliseconds. */
  readonly tookMs: readonly number[];
}

/** Many clients at once, each sending the next as soon as the last is answered, until the time is over. Those under way are counted with their time. */
export async function runClients(
  clients: number,
  forMs: number,
  one: (client: number, nth: number) => Promise<void>,
): Promise<Round> {
  const tookMs: number[] = [];
  const began = performance.now();
  const client = async (number: number): Promise<void> => {
    for (let nth = 0; performance.now() - began < forMs; nth += 1) {
      const asked = performance.now();
      await one(number, nth);
      tookMs.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { perSecond: tookMs.length / ((performance.now() - began) / 1_000), tookMs };
}
