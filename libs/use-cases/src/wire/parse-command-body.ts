import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Policy, Refusal, ShipmentCommand, StageCommand } from '@cellrelay/shipment';
import type { Organisation } from '../people/acting.js';
import type { Airports } from '../ports.js';
import { commandCatalogue, fieldsOf, isPersonCommand, whyNotSent } from './catalogue.js';
import type { BodyData, CommandWire, CorrectionBody, PersonCommandName } from './command-wire.js';
import { againstRecord } from './against-record.js';
import { namesIn } from './field-names.js';
import { refusalsOf } from './refusals.js';
import { wiresOver } from './wires.js';

/** What a body does not say but its command needs. */
export interface WireContext {
  readonly shipment: ShipmentId;
  readonly airports: Airports;
  /** Pinned to a shipment that is opened; to be adopted, where it is of the version that the body names. */
  readonly policy: Policy;
  /** Versions that could be named instead. */
  readonly policyVersions?: readonly string[];
  /** The organisation of the register that the body names, where there is one of that id. */
  readonly organisation?: Organisation | undefined;
  /** Ids of the bags on record, where the shipment is known: a mistyped bag is then told with the positions that differ. */
  readonly bags?: readonly string[];
}

const wires = new WeakMap<Airports, Readonly<Record<PersonCommandName, CommandWire>>>();

function wireOf(name: PersonCommandName, airports: Airports): CommandWire {
  const known = wires.get(airports) ?? wiresOver(airports);
  wires.set(airports, known);
  return known[name];
}

/**
 * Reads a command's body. Either the command in the core's own terms (instants resolved, identifiers as they are stored) or
 * every fault that was found, each with its field. Nothing is looked up but airports.
 */
export function parseCommandBody(
  name: string,
  body: unknown,
  context: WireContext,
): Result<ShipmentCommand, readonly Refusal[]> {
  if (!isPersonCommand(name)) return err([notForPeople(name)]);
  const read = wireOf(name, context.airports).schema.safeParse(body, { reportInput: true });
  if (!read.success)
    return err(againstRecord(refusalsOf(read.error.issues, namesIn(fieldsOf(name))), body, context.bags ?? []));
  if (name === 'CorrectFact') return correctionOf(read.data as CorrectionBody, context);
  const data = completed(name, read.data, context);
  // The schema of each name comes to that name's data (see Wires); the union cannot follow that.
  return data.ok ? ok({ name, data: data.value } as ShipmentCommand) : err([data.error]);
}

/** The body with what it does not say itself: the address, and the policy as a whole. */
function completed(name: string, data: unknown, context: WireContext): Result<unknown, Refusal> {
  const { shipment, policy, policyVersions } = context;
  if (name === 'OpenShipment') return ok({ ...(data as object), shipment, policy });
  if (name === 'NameParty') return withOrganisation(data as BodyData<'NameParty'>, context.organisation);
  if (name !== 'AdoptPolicy') return ok(data);
  const { version, ...rest } = data as BodyData<'AdoptPolicy'>;
  return version === policy.version ? ok({ ...rest, policy }) : err(unknownPolicy(version, policyVersions ?? []));
}

function withOrganisation(
  { part, organisation: id }: BodyData<'NameParty'>,
  found: Organisation | undefined,
): Result<unknown, Refusal> {
  if (id === null) return ok({ part, organisation: null });
  if (found?.id !== id) return err(unknownOrganisation);
  return ok({ part, organisation: { id, name: found.name, kind: found.kind, example: found.example } });
}

const unknownOrganisation: Refusal = {
  code: 'no-such-organisation',
  sentence: 'The register has no organisation of this id.',
  at: '/organisation',
};

function unknownPolicy(version: string, allowed: readonly string[]): Refusal {
  return { code: 'policy-unknown', sentence: `There is no policy of version "${version}".`, at: '/version', allowed };
}

/** The body within is read as that command's own; what is wrong with it is wrong below `/body`. */
function correctionOf(
  { command, body, ...rest }: CorrectionBody,
  context: WireContext,
): Result<ShipmentCommand, readonly Refusal[]> {
  const corrected = parseCommandBody(command, body, context);
  if (!corrected.ok) return err(corrected.error.map((refusal) => ({ ...refusal, at: `/body${refusal.at ?? ''}` })));
  return ok({ name: 'CorrectFact', data: { ...rest, corrected: corrected.value as StageCommand } });
}

function notForPeople(name: string): Refusal {
  const known = commandCatalogue.filter((entry) => entry.by === 'person').map((entry) => entry.name);
  const why = whyNotSent(name);
  if (why !== undefined) return { code: 'command-not-for-people', sentence: why, allowed: known };
  return { code: 'unknown-command', sentence: `There is no command "${name.slice(0, 60)}".`, allowed: known };
}
