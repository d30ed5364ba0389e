import type { LetterInFull } from '../api/types.js';
import { ownZone, useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';

interface LetterVersionsProps extends Pick<LetterInFull, 'versions'> {
  /** Where they are to be read at once. */
  readonly open?: boolean;
}

/** Versions of a letter and notes to its returns but the newest version, folded away. */
export function LetterVersions({ versions, open = false }: LetterVersionsProps) {
  const now = useNow();
  const newest = versions.find(({ kind }) => kind === 'text');
  const before = versions.filter((each) => each !== newest);
  if (before.length === 0) return null;
  return (
    <details className="letter-before" open={open}>
      <summary>{t('Before, {count}', { count: before.length })}</summary>
      {before.map(({ version, kind, by, at, text }) => (
        <div key={version}>
          <small className="ink2">
            {kind === 'note'
              ? t('Returned by {by}, {when}', { by, when: whenText(Date.parse(at), ownZone, now) })
              : t('Written by {by}, {when}', { by, when: whenText(Date.parse(at), ownZone, now) })}
          </small>
          <p className="letter-text" dir="auto">
            {text ?? t('Erased')}
          </p>
        </div>
      ))}
    </details>
  );
}
