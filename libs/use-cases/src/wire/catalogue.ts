import { z } from 'zod';
import {
  commandStages,
  preparedCommandNames,
  systemCommandNames,
  type CommandName,
  type StageName,
} from '@cellrelay/shipment';
import type { Airports } from '../ports.js';
import type { CommandWire, PersonCommandName, PreparedCommandName, SystemCommandName } from './command-wire.js';
import { wiresOver } from './wires.js';

/** One command, as the API description and the forms need it. */
export interface CatalogueEntry {
  readonly name: CommandName;
  readonly stage: StageName;
  /** A prepared one is a person’s, and issued where what it records is made. */
  readonly by: 'person' | 'prepared' | 'system';
  /** For a button: "Record the count". */
  readonly title: string;
  /** Describes the body. Bodies are read by parseCommandBody, which knows the airports. Null where no body is sent. */
  readonly schema: z.ZodType | null;
  /** Shown with what follows from it, before the one confirming press. */
  readonly grave: boolean;
  readonly consequencesHint?: string;
}

/** For describing only: no body is read through it. */
const noAirports: Airports = { find: () => undefined };

const describing: Readonly<Record<PersonCommandName, CommandWire>> = wiresOver(noAirports);

const systemTitles: Readonly<Record<SystemCommandName, string>> = {
  PlanCollection: 'Plan the collection',
  JudgeUnit: 'Judge the banked unit',
  MoveOrderedDays: 'Move the ordered days',
  CloseShipment: 'Close the shipment',
  CallUpCollectionDay: 'Call up the reserved day',
  StandDownCollectionDay: 'Stand the collection day down',
  ConfirmPlan: 'Confirm the plan',
  StandDownPlan: 'Stand the plan down',
  CoverBorders: 'Cover the borders',
  PinCalendars: 'Pin the public holidays',
  JudgeCellCount: 'Judge the doses anew',
  LapsePermit: 'Let the permit lapse',
  CoverCheckpoints: 'Cover the checkpoints',
  RecordTemperature: 'Record what the readings imply',
  SupersedePapers: 'Supersede papers whose facts have changed',
  WithdrawPapers: 'Withdraw the papers',
  OpenDeviationByRule: 'Open a deviation by rule',
  FollowCorrectedFact: 'Let a deviation follow its corrected fact',
  KeepScan: 'Keep a scan',
  RingDeadline: 'Ring the deadline',
  HandCallToPerson: 'Hand the call to a person',
  ParkItem: 'Park the item',
  RecordAlertTold: 'Tell whoever is on call of the alert',
  RecordTellingFailed: 'Note that a message reached nobody',
};

const preparedTitles: Readonly<Record<PreparedCommandName, string>> = {
  IssuePapers: 'Issue the papers',
};

/** All commands there are, in the order of the stages. */
export const commandCatalogue: readonly CatalogueEntry[] = (Object.keys(commandStages) as CommandName[]).map(entryOf);

function entryOf(name: CommandName): CatalogueEntry {
  const stage = commandStages[name];
  if (isSystemCommand(name))
    return { name, stage, by: 'system', title: systemTitles[name], schema: null, grave: false };
  if (isPreparedCommand(name))
    return { name, stage, by: 'prepared', title: preparedTitles[name], schema: null, grave: false };
  const { title, schema, grave } = describing[name];
  const hint = grave === undefined ? {} : { consequencesHint: grave };
  return { name, stage, by: 'person', title, schema, grave: grave !== undefined, ...hint };
}

/** Whether a command is the system's own. */
export function isSystemCommand(name: CommandName): name is SystemCommandName {
  return (systemCommandNames as readonly string[]).includes(name);
}

/** Whether a command is made by a use case of its own, which issues it for a person. */
export function isPreparedCommand(name: CommandName): name is PreparedCommandName {
  return (preparedCommandNames as readonly string[]).includes(name);
}

/** Whether the text names a command whose body people may send. */
export function isPersonCommand(name: string): name is PersonCommandName {
  return Object.hasOwn(describing, name);
}

/** Why no body of that command is taken, in a sentence. Undefined of one whose body people send, and of a name that is none. */
export function whyNotSent(name: string): string | undefined {
  const by = commandCatalogue.find((entry) => entry.name === name)?.by;
  if (by === 'system') return `${name} is issued by the system itself, when its time comes.`;
  return by === 'prepared' ? `${name} is issued where what it records is made, and takes no body.` : undefined;
}

const schemas = new Map<PersonCommandName, Readonly<Record<string, unknown>>>();

/** The JSON Schema of a command's body. The same object every time; not to be changed. */
export function fieldsOf(name: PersonCommandName): Readonly<Record<string, unknown>> {
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const made: Readonly<Record<string, unknown>> = z.toJSONSchema(describing[name].schema, { io: 'input' });
  schemas.set(name, made);
  return made;
}

/** What a command's button says. */
export function titleOf(name: PersonCommandName): string {
  return describing[name].title;
}

/** A command by its name, in words, for people and the system alike; a name that is none stands for itself. */
export function wordsOfCommand(name: string): string {
  return commandCatalogue.find((entry) => entry.name === name)?.title ?? name;
}

/** The stage whose revision a body is sent with: a correction moves that of the command it names. 'order' for names that are none. */
export function stageCommanded(name: string, body: unknown): StageName {
  const within = (body as { readonly command?: unknown } | null | undefined)?.command;
  const moved = name === 'CorrectFact' && typeof within === 'string' ? within : name;
  return Object.hasOwn(commandStages, moved) ? commandStages[moved as CommandName] : 'order';
}
