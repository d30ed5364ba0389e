import { z } from 'zod';
import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { line, longText, orNone, wholeNumber } from '../wire/fields.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import type { FiguresStore, PastTotal } from './figures.port.js';

const country = z.string().regex(/^[A-Z]{2}$/, 'two capitals, such as US');

/** The body with which a past year's total is entered. Either a country or a region; a count of null takes the entry back. */
export const newPastTotal = z.strictObject({
  year: wholeNumber({ title: 'Year', unit: 'year', least: 1970, most: 2100 }),
  country: orNone(country, { title: 'Country', description: 'ISO 3166-1 alpha-2' }),
  region: orNone(line('Region', 80), { title: 'Region', description: 'Where it is more than one country' }),
  product: line('Product', 40),
  count: wholeNumber({ title: 'Shipments', unit: 'shipments', least: 0, most: 1_000_000 })
    .nullable()
    .meta({ title: 'Shipments', description: 'Null: the entry before is taken back' }),
  source: longText('Source'),
  reason: longText('Reason'),
});

type Body = z.infer<typeof newPastTotal>;
type Refusals = readonly [Refusal, ...Refusal[]];

/** Enters a total of a past year behind those before it, by that account; nothing that was entered is changed. */
export async function enterPastTotal(
  store: FiguresStore,
  body: unknown,
  by: string,
): Promise<Result<{ readonly total: PastTotal; readonly repeated: boolean }, Refusals>> {
  const read = newPastTotal.safeParse(body, { reportInput: true });
  if (!read.success) return err(shapeRefusals(read.error.issues));
  const refused = placeProblem(read.data);
  return refused === undefined ? ok(await store.enter({ ...read.data, by })) : err([refused]);
}

function shapeRefusals(issues: z.ZodError['issues']): Refusals {
  const [first, ...rest] = refusalsOf(issues, namesIn(z.toJSONSchema(newPastTotal, { io: 'input' })));
  if (first === undefined) throw new Error('a refusal without a reason');
  return [first, ...rest];
}

function placeProblem({ country, region }: Body): Refusal | undefined {
  if ((country === null) !== (region === null)) return undefined;
  const sentence = 'A total is that of one country or of one region: give one of the two.';
  return { code: 'one-destination', sentence, at: country === null ? '/country' : '/region' };
}
