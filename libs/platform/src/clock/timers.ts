/** A wait that can be ended early. Ending it twice is harmless. */
export interface Alarm {
  cancel(): void;
}

/** Resolves after `ms`. Keeps the process alive until then. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Calls `act` every `ms` until cancelled. Does not keep the process alive. */
export function every(ms: number, act: () => void): Alarm {
  const timer = setInterval(act, ms);
  timer.unref();
  return { cancel: () => clearInterval(timer) };
}

/** Calls `act` once after `ms` unless cancelled. Does not keep the process alive. */
export function after(ms: number, act: () => void): Alarm {
  const timer = setTimeout(act, ms);
  timer.unref();
  return { cancel: () => clearTimeout(timer) };
}

/** What `work` answers, or `instead` when it has not answered within `ms`. The work itself is not stopped. */
export async function within<T, I>(ms: number, work: Promise<T>, instead: () => I): Promise<T | I> {
  let alarm: Alarm | undefined;
  const late = new Promise<I>((resolve) => {
    alarm = after(ms, () => resolve(instead()));
  });
  return Promise.race([work, late]).finally(() => alarm?.cancel());
}
