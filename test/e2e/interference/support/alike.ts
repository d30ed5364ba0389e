import type { Side } from '@cellrelay/use-cases';
import type { Reader } from './readers.js';
import { partings, type Parting, type Told } from './told.js';

/** Whoever is told something, those who read the letters among them. */
export type Listener = Pick<Reader, 'name' | 'side' | 'knows' | 'standing'>;

/** All letters that were sent, whoever reads them. */
export const mailbox: Listener = { name: 'mailbox', side: null, knows: null, standing: null };

/** Where the two tellings part for these. */
export function partingsOf(one: Told, other: Told, listeners: readonly Listener[]): readonly Parting[] {
  return listeners.flatMap(({ name }) => partings(one, other, name));
}

/** To whom somebody of that side was disclosed: on every journey, to who has to know on the other side, in one organisation each. */
export const disclosedTo: Readonly<Record<Side, readonly string[]>> = {
  donor: ['transplant-centre-coordinator', 'transplant-centre-physician'],
  patient: ['donor-registry-coordinator', 'donor-registry-physician'],
};

/** Of the places where two tellings part: who reads there what of that side was disclosed to them, and all the others. */
export function disclosedOf(side: Side, found: readonly Parting[]) {
  const subject = side === 'donor' ? 'donor' : String.raw`R\d`;
  const where = new RegExp(String.raw`: readDisclosed get \S+/disclosed/${subject}/`);
  const readers = found.filter(({ what }) => where.test(what)).map(({ reader }) => reader);
  return { readers: [...new Set(readers)], parting: found.filter(({ what }) => !where.test(what)) };
}

/** Those among them who can tell one from the other. */
export function whoCanTell(one: Told, other: Told, listeners: readonly Listener[]): readonly string[] {
  return listeners.filter(({ name }) => partings(one, other, name).length > 0).map(({ name }) => name);
}

/** How much was compared, in a line. */
export function measured({ entries, streamed }: Told): string {
  const all = [...entries.values()].flat();
  const bytes = all.reduce((sum, each) => sum + Buffer.byteLength(each.bytes), 0);
  const events = [...streamed.values()].reduce((sum, each) => sum + each.size, 0);
  return `${entries.size} listeners, ${all.length} answers, ${bytes} bytes, ${events} events of live streams`;
}

/** Operations and commands that nobody was answered well in the whole journey: what is compared of them is refusals alone. */
export function refusedToAll(told: Told, ids: readonly string[]): readonly string[] {
  const well = new Set(
    [...told.entries.values()]
      .flat()
      .filter(({ bytes }) => /^1\.1 [23]/.test(bytes))
      .map(({ what }) => /^[^:]+: (\w+) /.exec(what)?.[1]),
  );
  return ids.filter((id) => !well.has(id));
}
