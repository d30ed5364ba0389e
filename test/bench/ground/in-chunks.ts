const most = 1_000;

/** Does it a thousand at a time, one chunk after the other. */
export async function inChunks<T>(all: readonly T[], work: (some: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += most) await work(all.slice(at, at + most));
}
