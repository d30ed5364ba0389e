import type { Zone, ZonedInstant } from '@cellrelay/kernel';
import type { TransitionTable } from '@cellrelay/shipment';
import { clockIn } from '../wire/body-of.js';
import type { PersonCommandName } from '../wire/command-wire.js';
import type { Shape } from './action-shape.js';

/** One form in which a command can be issued now. */
export interface Form {
  /** What the button says, where not the command's own title. */
  readonly label?: string;
  /** What it is about, where not the subject's own name. */
  readonly about?: string;
  readonly prefill: Readonly<Record<string, unknown>>;
  /** What this form asks for otherwise than its command does everywhere. */
  readonly shape?: Shape;
}

/** One thing that commands move: a collection day, a booking, the courier. */
export interface Subject {
  readonly table: TransitionTable;
  readonly state: string;
  /** "day 1", "plan 2, UA 889"; null where the stage has only one. */
  readonly about: string | null;
  /** The people's commands that move it; the table says which of them now. */
  readonly commands: readonly PersonCommandName[];
  /** What names it in a body, and what is known already. */
  readonly prefill: Readonly<Record<string, unknown>>;
  /** In whose clock a form's times are stated, by field where they differ. */
  readonly zone: string;
  readonly zones?: Readonly<Record<string, string>>;
  /** Where a command has other forms than the plain one, or none for the reason given. */
  readonly forms?: Readonly<Partial<Record<PersonCommandName, readonly Form[] | string>>>;
}

/** A form that fills in more than what names the subject. */
export function form(prefill: Readonly<Record<string, unknown>>, more: Omit<Form, 'prefill'> = {}): Form {
  return { ...more, prefill };
}

/** A recorded time as a form shows it, to be corrected. */
export function asStated({ at, zone }: ZonedInstant): { local: string; zone: string; offset: string } {
  return localIn(at, zone);
}

/** A moment in a zone's clock, as a form shows it. The offset is given so that a repeated hour stays the one that was meant. */
export function localIn(at: ZonedInstant['at'], zone: Zone): { local: string; zone: string; offset: string } {
  return { ...clockIn(at, zone), zone };
}
