/** What a rehearsal desk is to say otherwise than yes: a line per call, the first that fits counts. */
export interface RehearsalLine {
  /** The agenda item's key, or its beginning followed by `*`: `request-exemption/1/0/PEK/1`, `hold-seats/*`. */
  readonly call: string;
  /**
   * `yes` confirms; `no` refuses, or cancels the flight that is watched; `late` answers, or flies, that many minutes later;
   * `silent` fails as a desk does that cannot be reached; `unclear` says what nobody understands; `by-hand` leaves it to a person.
   */
  readonly says: 'yes' | 'no' | 'late' | 'silent' | 'unclear' | 'by-hand';
  readonly minutes?: number;
  readonly reason?: string;
  /** For a permit that is given: it ends so many days after the answer. Without it no end is named. */
  readonly validDays?: number;
}

/** A rehearsal: the seed makes reference numbers, the lines make trouble. */
export interface RehearsalScript {
  readonly seed: number;
  readonly lines: readonly RehearsalLine[];
}

/** The line for a call, or plain yes. */
export function lineFor(script: RehearsalScript, key: string): RehearsalLine {
  const fits = ({ call }: RehearsalLine): boolean =>
    call.endsWith('*') ? key.startsWith(call.slice(0, -1)) : key === call;
  return script.lines.find(fits) ?? { call: key, says: 'yes' };
}

/** A reference number that is the same whenever that call is asked: six characters without look-alikes. */
export function referenceFor(script: RehearsalScript, key: string): string {
  const alphabet = 'ACDEFGHJKLMNPQRTUVWXY34679';
  let state = (script.seed ^ 0x9e3779b9) >>> 0;
  for (const character of key) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return Array.from({ length: 6 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return alphabet[Math.floor((state / 2 ** 32) * alphabet.length)];
  }).join('');
}
