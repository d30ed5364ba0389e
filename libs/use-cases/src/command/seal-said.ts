import { ok } from '@cellrelay/kernel';
import { wordsSideOf, type ShipmentCommand, type Standing } from '@cellrelay/shipment';
import type { IssuedCommand, ShipmentStore } from '../ports.js';
import { parseCommandBody, type WireContext } from '../wire/parse-command-body.js';
import { withProse } from '../words/prose.js';
import { sealedIn, type Sealing } from '../words/seal-words.js';
import type { SealedWords, WordsKeeper, WordsReader } from '../words/words.port.js';

/** What a person says, read and in order, before its words are sealed. */
export interface Said {
  readonly name: string;
  /** As it came in. */
  readonly written: unknown;
  /** With what the pool knows. */
  readonly read: unknown;
  readonly command: ShipmentCommand;
  readonly context: WireContext;
}

/** The rest of a command. */
export type Unsaid = Omit<IssuedCommand, 'bodyHash' | 'command' | 'words'>;

/** Who writes: as what they stand in the shipment, and the organisation that reads it as its own. Of what comes by a link, whose that is. */
export interface Writer {
  readonly organisation: string;
  readonly held: readonly Standing[];
}

type WriterHere = Writer & Pick<IssuedCommand, 'shipment'>;

/** A command with tokens in the place of its words, and what makes it the same command when it is sent again. */
export interface SealedCommand {
  readonly command: ShipmentCommand;
  readonly words?: SealedWords;
  /** Undefined: it is the same by what it says itself. */
  readonly asked: unknown;
}

interface Parts {
  readonly store: ShipmentStore;
  readonly words?: WordsKeeper & WordsReader;
}

/** Seals what is said in prose, for the side that its author stands on. Without what seals, the words stay where they are. */
export async function sealSaid(parts: Parts, said: Said, writer: WriterHere): Promise<SealedCommand> {
  const { name, written, read, context } = said;
  const sealing = await sealingOf(parts, said, writer);
  const instead = (body: unknown): unknown => (sealing === null ? body : withProse(name, body, sealing.instead));
  const command = sealing === null ? ok(said.command) : parseCommandBody(name, instead(read), context);
  if (!command.ok) throw new Error(`${name} reads with its words, and not with tokens in their place`);
  const asWritten = read === written && name !== 'NameParty';
  return {
    command: command.value,
    ...(sealing?.words ? { words: sealing.words } : {}),
    asked: asWritten ? undefined : { name, data: instead(written), shipment: writer.shipment },
  };
}

/** Of a correction: for the side that the corrected fact is of. */
async function sealingOf(
  { words, store }: Parts,
  { name, read, command }: Said,
  { shipment, organisation, held }: WriterHere,
): Promise<Sealing | null> {
  if (words === undefined) return null;
  const about = command.name === 'CorrectFact' ? command.data.corrected.name : command.name;
  const side = wordsSideOf(held, about);
  const author = { shipment, side, organisation };
  return sealedIn({ words, store }, author, { name, body: read });
}
