/** What may be left out of what a courier carries in the phone, and what is said of it. */
const said = {
  bags: 'No bag is on record yet, so there are no codes of bags.',
  'more-bags': 'More may be collected: the codes are those of the bags that there are so far.',
  box: 'The number of the box is not known yet: it is once the box is packed.',
  plan: 'No plan stands, so it is not known which officers are met.',
  cargo: 'The cells travel without a courier: no sentences are shown to officers.',
  courier: 'No courier is nominated, so no sentence names one.',
  hotline: 'The telephone that is answered at any hour is not known, so no sentence tells it.',
  clock: 'It is not known by when the cells must be used, so no sentence tells it.',
} as const;

export type PocketLack = keyof typeof said;

/** Each of these with its sentence. */
export function pocketLacks(facts: readonly PocketLack[]): { fact: PocketLack; sentence: string }[] {
  return facts.map((fact) => ({ fact, sentence: said[fact] }));
}
