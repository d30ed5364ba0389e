import { registries, type Deviation, type Registry, type TellingRules } from './deviation.js';

/** A registry that is to be told, or `partner`: the one on the other side, whichever of the two that is. */
export type ToTell = Registry | 'partner';

/**
 * Who is still to be told of a deviation. Of some kinds both registries, whatever the grade; of what is serious the partner registry (S55), which any
 * telling meets: which side we are is not on record.
 */
export function stillToTell(deviation: Deviation, { bothRegistriesKinds }: TellingRules): readonly ToTell[] {
  if (isGone(deviation)) return [];
  const told = deviation.told.map(({ registry }) => registry);
  if (bothRegistriesKinds.includes(deviation.kind)) return registries.filter((each) => !told.includes(each));
  return deviation.seriousness === 'serious' && told.length === 0 ? ['partner'] : [];
}

/** Whether it is of a kind that is told by telephone at once (S53), and nobody has been told so. */
export function rapidAlertOwed(deviation: Deviation, { rapidAlertKinds }: TellingRules): boolean {
  return rapidAlertKinds.includes(deviation.kind) && deviation.rapidAlert === null && !isGone(deviation);
}

/** Whether the fact that opened it was corrected or taken back, and is no deviation any more: it waits for a person to close it. */
export function isGone({ ground }: Deviation): boolean {
  return ground?.reads === 'gone' || ground?.reads === 'taken-back';
}
