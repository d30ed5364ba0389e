import type { Task } from '../api/types.js';
import { t } from '../words/words.js';

type Kind = Pick<Task, 'kind'>;

const isTelling = ({ kind }: Kind): boolean => kind === 'tell';

/** Telling whoever is on call is the machine's: it comes after what is somebody's, soonest first. */
export function peoplesFirst<Item extends Kind>(items: readonly Item[]): readonly Item[] {
  return [...items.filter((item) => !isTelling(item)), ...items.filter(isTelling)];
}

/** How much is owed, tellings apart. */
export function owedSaid(items: readonly Kind[]): string {
  const tellings = items.filter(isTelling).length;
  const owed = items.length - tellings;
  return tellings === 0 ? t('{owed} owed', { owed }) : t('{owed} owed, {tellings} to be told', { owed, tellings });
}
