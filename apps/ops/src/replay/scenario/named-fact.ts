import { z } from 'zod';
import { corrections } from '@cellrelay/shipment';
import { entryOf, type StoredEntry } from '@cellrelay/use-cases';

/** How a scenario names the fact that it corrects: by its kind and which of them. The log's own line numbers nobody can know who writes one. */
const namedFact = z.strictObject({
  type: z.enum(['FactCorrected', ...Object.keys(corrections)]),
  nth: z.int().min(1).max(500).default(1),
});

type Body = Readonly<Record<string, unknown>>;

/** The body as it is read, with some line or other in place of the named fact; what is wrong with the name stays, to be told. */
export function withAnyLine(command: string, body: Body): Body {
  return command === 'CorrectFact' && namedFact.safeParse(body['fact']).success ? { ...body, fact: 1 } : body;
}

/** The body as it is sent: the line of that fact in the log. Throws when the log has no such line, which is a mistake in the scenario. */
export async function withItsLine(
  command: string,
  body: Body,
  log: () => Promise<readonly StoredEntry[]>,
): Promise<Body> {
  const named = namedFact.safeParse(body['fact']);
  if (command !== 'CorrectFact' || !named.success) return body;
  const { type, nth } = named.data;
  const found = (await log()).filter((entry) => entryOf(entry.text).event.type === type).at(nth - 1);
  if (found === undefined) throw new Error(`the log has no ${type} number ${nth} to correct`);
  return { ...body, fact: found.seq };
}
