import type { z } from 'zod';
import type { CommandName, preparedCommandNames, ShipmentCommand, systemCommandNames } from '@cellrelay/shipment';

export type SystemCommandName = (typeof systemCommandNames)[number];
/** Of people, and made by a use case of its own: no body of it is read. */
export type PreparedCommandName = (typeof preparedCommandNames)[number];
/** Of people, who send its body. */
export type PersonCommandName = Exclude<CommandName, SystemCommandName | PreparedCommandName>;

type DataOf<Name extends CommandName> = Extract<ShipmentCommand, { readonly name: Name }>['data'];

/**
 * What the body must come to. An order's shipment id stands in the address, and policies are the site's: to adopt one, its version is named; so is an organisation by its id. A correction holds
 * another command's body.
 */
export type BodyData<Name extends CommandName> = Name extends 'OpenShipment'
  ? Omit<DataOf<'OpenShipment'>, 'shipment' | 'policy'>
  : Name extends 'AdoptPolicy'
    ? Omit<DataOf<'AdoptPolicy'>, 'policy'> & { readonly version: string }
    : Name extends 'NameParty'
      ? Omit<DataOf<'NameParty'>, 'organisation'> & { readonly organisation: string | null }
      : Name extends 'CorrectFact'
        ? CorrectionBody
        : DataOf<Name>;

/** A correction as it comes in: the corrected command by its name, and its body still to be read. */
export interface CorrectionBody extends Omit<DataOf<'CorrectFact'>, 'corrected'> {
  readonly command: DataOf<'CorrectFact'>['corrected']['name'];
  readonly body: Readonly<Record<string, unknown>>;
}

/** How one command comes in over HTTP. */
export interface CommandWire<Data = unknown> {
  /** In words for a button. */
  readonly title: string;
  /** From the body's JSON to the command's data. */
  readonly schema: z.ZodType<Data>;
  /** What it leads to, for commands that are shown with their consequences before the confirming press. */
  readonly grave?: string;
}

/** The commands of some names, each with a schema that comes to exactly the core's data. */
export type Wires<Name extends PersonCommandName> = { readonly [Each in Name]: CommandWire<BodyData<Each>> };
