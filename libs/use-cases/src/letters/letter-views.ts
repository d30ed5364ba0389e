import { z } from 'zod';
import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusals } from '../identity/identity-refusals.js';
import { sides } from '../identity/identity-vault.port.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import { printableLines } from '../wire/text-characters.js';
import { letterStates, moveNames, receivedStates, returnReasons } from './letter-moves.js';
import { letterRules } from './letter-rules.js';
import { markKinds } from './marking-forms.js';

/** Longer letters are not taken: four pages. Markup is text like any other. */
const longestLetter = 4_000;

const letterText = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(longestLetter)
  .superRefine(printableLines)
  .meta({ title: 'Letter', 'x-kind': 'long-text' });

const note = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .superRefine(printableLines)
  .meta({ description: 'To whoever wrote it' });

/** A new letter, kept as a draft until it is handed in. */
export const newLetter = z.strictObject({
  subject: z.string().max(10).meta({ description: 'On whose behalf: `donor`, or a recipient’s label' }),
  text: letterText,
});

/** The new letter that a body comes to, or every fault that was found, each with its field. No refusal repeats a word of it. */
export function readLetter(body: unknown): Result<z.infer<typeof newLetter>, Refusals> {
  const read = newLetter.safeParse(body);
  return read.success ? ok(read.data) : err(refusalsOf(read.error.issues, namesIn(fields)) as Refusals);
}

const fields: Readonly<Record<string, unknown>> = z.toJSONSchema(newLetter, { io: 'input' });

/** What is done with a letter. */
export const letterMoveBody = z.strictObject({
  move: z.enum(moveNames),
  text: letterText.optional().meta({ description: 'Of rewrite and edit: the whole letter anew' }),
  reason: z.enum(returnReasons).optional().meta({ description: 'Of return and send-back' }),
  note: note.optional().meta({ description: 'Of return: to whoever wrote it, for their side alone' }),
});

/** Which rule a registry keeps to. */
export const chosenRule = z.strictObject({
  rule: z
    .enum(letterRules.map(({ id }) => id))
    .nullable()
    .meta({ description: 'Null: none, so that no letters go' }),
});

const at = z.iso.datetime();
const revision = z.number().meta({ description: 'To be sent as If-Match with the next move' });

export const writtenView = z.object({
  id: z.string(),
  shipment: z.string(),
  side: z.enum(sides),
  subject: z.string(),
  state: z.enum(letterStates),
  revision,
  organisation: z.string().meta({ description: 'Which wrote it, by its name' }),
  returnedFor: z.enum(returnReasons).nullable(),
  writtenAt: at,
  movedAt: at,
  moves: z.array(z.enum(moveNames)).meta({ description: 'What whoever asks may do with it now' }),
});

export const receivedView = z.object({
  id: z.string(),
  shipment: z.string(),
  side: z.enum(sides).meta({ description: 'That it goes to' }),
  state: z.enum(receivedStates),
  revision,
  releasedAt: at.nullable(),
  readAt: at.nullable(),
  moves: z.array(z.enum(moveNames)),
});

export const letterSide = z.object({
  side: z.enum(sides),
  subjects: z.array(z.string()).meta({ description: 'On whose behalf one may write' }),
  says: z
    .string()
    .meta({ description: 'Whether and when letters go between these registries, and where that was read' }),
  mayWrite: z.boolean(),
});

/** A shipment's letters as one side is told of them. */
export const lettersView = z.object({
  sides: z.array(letterSide).meta({ description: 'Those that one stands on; none of the operator' }),
  written: z.array(writtenView),
  received: z.array(receivedView),
});

const mark = z.object({ from: z.number(), to: z.number(), kinds: z.array(z.enum(markKinds)) });

export const letterVersion = z.object({
  version: z.number(),
  kind: z.enum(['text', 'note']),
  by: z.string().meta({ description: 'Empty of a letter from the other side' }),
  at,
  text: z.string().nullable().meta({ description: 'Null: erased' }),
});

/** One letter in full. */
export const letterView = z.object({
  written: writtenView.nullable(),
  received: receivedView.nullable(),
  versions: z.array(letterVersion).meta({ description: 'The newest first; of a letter from the other side, one' }),
  marks: z.array(mark).meta({
    description:
      'For screeners: what in the newest version may tell who somebody is, in UTF-16 units. A help, which finds too much and too little: the person decides',
  }),
  says: z.string().meta({ description: 'Whether it may go now, and by which rules' }),
  mayGo: z.boolean().meta({ description: 'Whether those rules let it go now' }),
});

export const letterQueue = z.object({
  items: z.array(z.object({ written: writtenView.nullable(), received: receivedView.nullable() })),
  total: z.number(),
});

const wait = z
  .object({ afterInfusionMonths: z.number().nullable(), afterCollectionMonths: z.number().nullable() })
  .nullable();

export const letterRulesView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      letters: wait.meta({ description: 'Null: never' }),
      direct: wait,
      gifts: z.boolean(),
      source: z.string(),
      mark: z.enum(['V', 'V-', 'G']).meta({ description: 'G: believed, never read, and so permits nothing' }),
      asOf: z.string(),
    }),
  ),
  chosen: z.string().nullable().meta({ description: 'Of the organisation that was asked for' }),
});

export const letterMoved = z.object({ id: z.string(), revision: z.number() });

export type WrittenView = z.infer<typeof writtenView>;
export type ReceivedView = z.infer<typeof receivedView>;
export type LettersView = z.infer<typeof lettersView>;
export type LetterView = z.infer<typeof letterView>;
export type LetterMoveBody = z.infer<typeof letterMoveBody>;
