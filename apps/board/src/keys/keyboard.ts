import { useEffect, useRef, useSyncExternalStore } from 'react';
import { SequenceReader } from './sequence.js';

/** A key and what it does: the list of `?` is made of these, so that nothing is bound that is not listed. */
export interface KeyCommand {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

const SWITCH = 'cellrelay.letters';
const commands = new Set<KeyCommand>();
const listeners = new Set<() => void>();
let snapshot: readonly KeyCommand[] = [];

function changed(): void {
  snapshot = [...commands];
  listeners.forEach((listen) => listen());
}

/** Binds keys while the caller is mounted: one key ("/"), or a sequence ("g b"). */
export function useKey(keys: string, label: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const command = { keys, label, run: () => latest.current() };
    commands.add(command);
    changed();
    return () => {
      commands.delete(command);
      changed();
    };
  }, [keys, label]);
}

/** All keys that do something now. */
export function useKeyCommands(): readonly KeyCommand[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

/** Whether single letters are on: who dictates or uses a switch device can put them off (WCAG 2.1.4). */
export const lettersOn = (): boolean => localStorage.getItem(SWITCH) !== 'off';
export const setLetters = (on: boolean): void => localStorage.setItem(SWITCH, on ? 'on' : 'off');

/** Listens for all bound keys; mounted once. */
export function useKeyboard(): void {
  useEffect(() => {
    const reader = new SequenceReader();
    const press = (event: KeyboardEvent) => {
      if (!meant(event)) return;
      const command = reader.press(event.key, event.timeStamp, [...commands]);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Not while typing or composing, not with text selected, not with a modifier, and never through an open dialog. */
function meant(event: KeyboardEvent): boolean {
  const plain = !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
  const free = lettersOn() && document.querySelector('[role="dialog"]') === null;
  return plain && free && !typing(event.target) && !selecting();
}

const selecting = () => (window.getSelection()?.toString() ?? '') !== '';

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
