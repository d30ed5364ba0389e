import { t } from '../../words/words.js';
import type { Lacking } from './hand-over-steps.js';

/** Why the next step does not come yet, in words. */
export function LackingText({ lacking }: { readonly lacking: Lacking }) {
  return (
    <p className="said danger" role="alert">
      {words(lacking)}
    </p>
  );
}

function words(lacking: Lacking): string {
  switch (lacking) {
    case 'unanswered':
      return t('Answer every check: as it should be, or differs.');
    case 'note':
      return t('Say what was found where it differs.');
    case 'seal':
      return t('Read the number of the seal from the box.');
    case 'reason':
      return t('Say why the box is taken although its seal is another.');
    case 'same-person':
      return t('Two persons sign: whoever gives the box cannot take it.');
    default:
      return t('Write the name, then press “I sign”.');
  }
}
