/** What a run has to undo, the last first: servers to end, folders to remove. */
const undoings: (() => Promise<unknown>)[] = [];

/** To be undone at the end, or when the run is interrupted. Undoing something twice must do no harm. */
export function atTheEnd(undo: () => Promise<unknown>): void {
  undoings.push(undo);
}

/** Undoes everything; what fails is told and does not keep the rest. */
export async function undoAll(): Promise<void> {
  for (let undo = undoings.pop(); undo !== undefined; undo = undoings.pop())
    await undo().catch((error: unknown) => console.error(error));
}

/** Ends the run cleanly when somebody has had enough of it. */
export function undoWhenInterrupted(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void undoAll().finally(() => process.exit(130)));
}
