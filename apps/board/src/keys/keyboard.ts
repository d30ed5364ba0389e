import { useEffect } from 'react';
import { boundNow, useCommand } from './commands.js';
import { SequenceReader } from './sequence.js';

const SWITCH = 'cellrelay.letters';

/** Binds keys while the caller is mounted: one key ("/"), a sequence ("g b"), or one with Ctrl or Cmd ("Mod+k"). */
export function useKey(keys: string, label: string, run: () => unknown): void {
  useCommand({ id: `${keys} ${label}`, keys, label, run });
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
      const command = reader.press(nameOf(event), event.timeStamp, boundNow());
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const modified = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;
const nameOf = (event: KeyboardEvent) => (modified(event) ? `Mod+${event.key.toLowerCase()}` : event.key);

/** Never while composing and never through an open dialog. Keys without Ctrl or Cmd not while typing, and not with text selected. */
function meant(event: KeyboardEvent): boolean {
  const free = !event.isComposing && !event.altKey && !event.defaultPrevented && !overlaid();
  if (!free || modified(event)) return free;
  return lettersOn() && !typing(event.target) && !selecting();
}

const overlaid = () => document.querySelector('[role="dialog"], dialog[open]') !== null;
const selecting = () => (window.getSelection()?.toString() ?? '') !== '';

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
