import type { Subject } from '../api/types.js';
import { standingGrantsText } from './disclosure-words.js';
import type { Whom } from './identity-requests.js';
import { useDisclosures } from './use-disclosures.js';

interface LineProps {
  readonly whom: Whom;
  readonly subject: Subject;
}

/** What is disclosed is told whenever something was recorded; nothing is asked before. */
export function DisclosuresLine({ whom, subject }: LineProps) {
  const { data } = useDisclosures(whom, subject.revision > 0);
  const text = standingGrantsText(data?.pages.flatMap(({ items }) => items) ?? []);
  return text === null ? null : <small className="block warn">{text}</small>;
}
