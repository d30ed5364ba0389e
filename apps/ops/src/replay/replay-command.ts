/** Placeholder until the replay lands. */
export function replayCommand(_args: readonly string[]): Promise<number> { throw new Error('replay is being written'); }
