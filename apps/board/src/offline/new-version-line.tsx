import { t } from '../words/words.js';
import { takeNewer, useWorker } from './worker.js';

/** A newer app lies on the phone. It is taken when somebody presses, never under a form. */
export function NewVersionLine() {
  const { newer, overtaken } = useWorker();
  if (newer === null && !overtaken) return null;
  return (
    <div role="status" className="lost network">
      <p>{t('A new version is ready. What is typed in an open form stays in this tab.')}</p>
      <button type="button" className="button" onClick={takeNewer}>
        {t('Open the new version')}
      </button>
    </div>
  );
}
