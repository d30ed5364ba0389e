import { Sheet } from '../shell/sheet.js';
import { t } from '../words/words.js';

interface QuestionProps {
  readonly waiting: number;
  readonly stay: () => void;
  readonly keep: () => void;
  readonly drop: () => void;
}

/** What is to become of the entries that were not sent. */
export function SignOutQuestion({ waiting, stay, keep, drop }: QuestionProps) {
  return (
    <Sheet title={t('Sign out with entries that were not sent?')} close={stay}>
      <p>
        {t('{count, plural, one {# entry lies} other {# entries lie}} on this phone, not sent yet.', {
          count: waiting,
        })}
      </p>
      <p>{t('Kept, they are sent when you sign in on this phone again. Nobody else can see or send them.')}</p>
      <div className="sheet-foot">
        <button type="button" className="button first" onClick={stay}>
          {t('Stay signed in')}
        </button>
        <button type="button" className="button" onClick={keep}>
          {t('Sign out, keep them')}
        </button>
        <button type="button" className="button grave" onClick={drop}>
          {t('Sign out, throw them away')}
        </button>
      </div>
    </Sheet>
  );
}
