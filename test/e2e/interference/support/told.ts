/** One thing that a reader was told: what they asked, or where it came from, and every byte of it. */
export interface Entry {
  readonly what: string;
  readonly bytes: string;
}

/** Where two tellings part. */
export interface Parting {
  readonly reader: string;
  readonly what: string;
  readonly one: string;
  readonly other: string;
}

/** Everything that each reader was told in one run, in order. What comes by a stream is known by the revision that it tells of. */
export class Told {
  readonly entries = new Map<string, Entry[]>();
  readonly streamed = new Map<string, Map<string, string>>();

  add(reader: string, what: string, bytes: string): void {
    const known = this.entries.get(reader) ?? [];
    known.push({ what, bytes });
    this.entries.set(reader, known);
  }

  stream(reader: string, revision: string, bytes: string): void {
    const known = this.streamed.get(reader) ?? new Map<string, string>();
    this.streamed.set(reader, known.set(revision, bytes));
  }
}

/**
 * Every place where what a reader was told in one run is not what they were told in the other. Of streams, only what both told of: how many commits come as one event is a matter of
 * time. What stood at the end of each moment is among the entries.
 */
export function partings(one: Told, other: Told, reader: string): readonly Parting[] {
  const [theirs, others] = [one.entries.get(reader) ?? [], other.entries.get(reader) ?? []];
  const asked = Array.from({ length: Math.max(theirs.length, others.length) }, (_, at) => {
    const [mine, yours] = [theirs[at] ?? nothing, others[at] ?? nothing];
    const what = mine.what === yours.what ? mine.what : `${mine.what} beside ${yours.what}`;
    return { what, one: mine.bytes, other: yours.bytes };
  });
  return [...asked, ...streamedBoth(one, other, reader)]
    .filter((each) => each.one !== each.other || each.what.includes(' beside '))
    .map((each) => ({ reader, ...shortened(each) }));
}

const nothing: Entry = { what: '(nothing)', bytes: '' };

function streamedBoth(one: Told, other: Told, reader: string) {
  const others = other.streamed.get(reader);
  return [...(one.streamed.get(reader) ?? [])].flatMap(([revision, bytes]) => {
    const said = others?.get(revision);
    return said === undefined ? [] : [{ what: `live ${revision}`, one: bytes, other: said }];
  });
}

/** From a little before the first byte that differs. */
function shortened({ what, one, other }: Omit<Parting, 'reader'>): Omit<Parting, 'reader'> {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  return { what, one: one.slice(from, at + 100), other: other.slice(from, at + 100) };
}
