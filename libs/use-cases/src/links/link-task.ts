import { toldByLink, goesByLink, type Shipment } from '@cellrelay/shipment';
import { actionsOf } from '../questions/actions.js';
import { shaped } from '../questions/action-shape.js';
import { actionFor } from '../questions/disclosed.js';
import { toldTo } from '../questions/seen.js';
import type { ActionView } from '../questions/views.js';
import type { Pins } from './link-token.js';

/** Names under which a form holds the thing that it is about, and no suggestion. */
const pinning: ReadonlySet<string> = new Set([
  ...['bag', 'booking', 'day', 'decision', 'exemption', 'leg', 'plan', 'recipient', 'request', 'step'],
]);

/** One task of a shipment: a command, and what it is about. */
export interface Task {
  readonly command: string;
  readonly pins: Pins;
}

/** What of a form's values a link holds fast. */
export function pinsOf(prefill: Readonly<Record<string, unknown>>): Pins {
  const pins = Object.entries(prefill).filter(
    (entry): entry is [string, string | number] =>
      pinning.has(entry[0]) && ['string', 'number'].includes(typeof entry[1]),
  );
  return Object.fromEntries(pins);
}

/** Whether two name the same thing. */
export function samePins(one: Pins, other: Pins): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/**
 * The form of a task as whoever has a link for it is told it: with nothing that is not theirs to know, and without what the link holds fast. Undefined where the task is
 * not asked for as things stand, or does not go by a link.
 */
export function taskByLink(shipment: Shipment, { command, pins }: Task): ActionView | undefined {
  if (!goesByLink(command)) return undefined;
  const held = toldByLink(command);
  const { actions } = actionsOf(toldTo(held, shipment).state);
  const found = actions.find((action) => action.command === command && samePins(pinsOf(action.prefill), pins));
  return found && withoutPins(actionFor(held, found), pins);
}

/** A form is not asked for what is known. */
function withoutPins(action: ActionView, pins: Pins): ActionView {
  const prefill = Object.entries(action.prefill).filter(([name]) => !(name in pins));
  const fields = { ...shaped(action.fields, { without: Object.keys(pins) }) };
  return { ...action, prefill: Object.fromEntries(prefill), fields };
}

/** "Record the grant, CN export" */
export function taskText({ label, subject }: Pick<ActionView, 'label' | 'subject'>): string {
  return subject === null ? label : `${label}, ${subject}`;
}
