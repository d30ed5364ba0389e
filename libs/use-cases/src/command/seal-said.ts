import { ok } from '@cellrelay/kernel';
import { standingsAmong, wordsSideOf, type Holder, type ShipmentCommand } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
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
export type Unsaid = Omit<IssuedCommand, 'bodyHash' | 'command' | 'words' | 'issuer'> & { readonly issuer: Acting };

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

/** Seals what is said in prose, for the side that its author stands on among these. Without what seals, the words stay where they are. */
export async function sealSaid(
  parts: Parts,
  said: Said,
  issued: Unsaid,
  holders: readonly Holder[],
): Promise<SealedCommand> {
  const { name, written, read, context } = said;
  const sealing = await sealingOf(parts, said, issued, holders);
  const instead = (body: unknown): unknown => (sealing === null ? body : withProse(name, body, sealing.instead));
  const command = sealing === null ? ok(said.command) : parseCommandBody(name, instead(read), context);
  if (!command.ok) throw new Error(`${name} reads with its words, and not with tokens in their place`);
  const asWritten = read === written && name !== 'NameParty';
  return {
    command: command.value,
    ...(sealing?.words ? { words: sealing.words } : {}),
    asked: asWritten ? undefined : { name, data: instead(written), shipment: issued.shipment },
  };
}

/** Of a correction: for the side that the corrected fact is of. */
async function sealingOf(
  { words, store }: Parts,
  { name, read, command }: Said,
  { shipment, issuer }: Unsaid,
  holders: readonly Holder[],
): Promise<Sealing | null> {
  if (words === undefined) return null;
  const about = command.name === 'CorrectFact' ? command.data.corrected.name : command.name;
  const side = wordsSideOf(standingsAmong(issuer, holders), about);
  const author = { shipment, side, organisation: issuer.organisation.id };
  return sealedIn({ words, store }, author, { name, body: read });
}
