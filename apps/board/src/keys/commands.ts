import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that can be done here: by its keys, from the list of `?`, and from the palette. What is in none of these lists is bound nowhere. */
export interface KeyCommand {
  readonly id: string;
  readonly label: string;
  /** Without them it is in the palette alone. */
  readonly keys?: string;
  /** Whether it does something now; without it always. */
  readonly when?: () => boolean;
  readonly run: () => unknown;
}

const commands = new Set<KeyCommand>();
const listeners = new Set<() => void>();
let snapshot: readonly KeyCommand[] = [];

function changed(): void {
  snapshot = [...commands];
  listeners.forEach((listen) => listen());
}

/** Offers a command while the caller is mounted. */
export function useCommand({ id, label, keys, when, run }: KeyCommand): void {
  const latest = useRef({ when, run });
  useEffect(() => {
    latest.current = { when, run };
  });
  useEffect(() => {
    const now = () => latest.current;
    const command = {
      id,
      label,
      ...(keys === undefined ? {} : { keys }),
      when: () => now().when?.() ?? true,
      run: () => now().run(),
    };
    commands.add(command);
    changed();
    return () => {
      commands.delete(command);
      changed();
    };
  }, [id, label, keys]);
}

/** Whether it does something now. */
export const doesNow = ({ when }: KeyCommand): boolean => when?.() ?? true;

/** A command that has keys. */
type BoundCommand = KeyCommand & { readonly keys: string };

export const isBound = (command: KeyCommand): command is BoundCommand => command.keys !== undefined;

/** What keys do now. */
export const boundNow = (): readonly BoundCommand[] => snapshot.filter(isBound).filter(doesNow);

/** All commands that are offered, for whoever lists them. */
export function useCommands(): readonly KeyCommand[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
