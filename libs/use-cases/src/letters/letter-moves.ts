/** How a letter stands, as its own side is told. `across`: the other side's registry has it before it; nobody else over there. */
export const letterStates = ['written', 'screening', 'across', 'returned', 'released', 'withdrawn'] as const;
export type LetterState = (typeof letterStates)[number];

/** How it stands at the side that it goes to. */
export const receivedStates = ['across', 'sent-back', 'withdrawn', 'released'] as const;
export type ReceivedState = (typeof receivedStates)[number];

/** Who moves it: people of the organisation that wrote it, that side's registry's screener, the other side's. */
export type Mover = 'author' | 'screener' | 'other-screener';

export const moveNames = ['rewrite', 'hand-in', 'withdraw', 'edit', 'return', 'release', 'send-back'] as const;
export type MoveName = (typeof moveNames)[number];

/** One move that may be made. */
export interface LetterMove {
  readonly move: MoveName;
  readonly by: Mover;
  readonly from: readonly LetterState[];
  readonly to: LetterState;
  /** What has to be said with it. */
  readonly says: 'text' | 'reason' | 'nothing';
}

/**
 * Every move there is. Each registry passes on what goes to its own people (S133: "through" Anthony Nolan; S134: through NMDP, other registries by their own rules), so that a
 * letter passes two screeners, of its own side first.
 */
export const letterMoves: readonly LetterMove[] = [
  { move: 'rewrite', by: 'author', from: ['written', 'returned'], to: 'written', says: 'text' },
  { move: 'hand-in', by: 'author', from: ['written'], to: 'screening', says: 'nothing' },
  {
    move: 'withdraw',
    by: 'author',
    from: ['written', 'screening', 'across', 'returned'],
    to: 'withdrawn',
    says: 'nothing',
  },
  { move: 'edit', by: 'screener', from: ['screening'], to: 'screening', says: 'text' },
  { move: 'return', by: 'screener', from: ['screening'], to: 'returned', says: 'reason' },
  { move: 'release', by: 'screener', from: ['screening'], to: 'across', says: 'nothing' },
  { move: 'release', by: 'other-screener', from: ['across'], to: 'released', says: 'nothing' },
  { move: 'send-back', by: 'other-screener', from: ['across'], to: 'screening', says: 'reason' },
];

/** The moves that these may make of a letter that stands so. */
export function movesOf(state: LetterState, by: readonly Mover[]): readonly LetterMove[] {
  return letterMoves.filter((each) => by.includes(each.by) && each.from.includes(state));
}

/** Why a letter is returned. A choice: of one that came across, words of the other side's would themselves be a letter. */
export const returnReasons = [
  'tells-who-somebody-is',
  'not-fit-to-be-sent',
  'cannot-be-read',
  'not-wanted-there',
] as const;
export type ReturnReason = (typeof returnReasons)[number];
