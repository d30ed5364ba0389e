import { signedText, urgency } from '../time/duration.js';
import { useNowNear } from '../time/now.js';
import { ToneIcon } from './mark-icon.js';
import { t } from '../words/words.js';

const tones = { past: 'danger', near: 'warn', calm: 'plain' } as const;

/** Time left to a moment, with sign, colour, and a shape that says the same without colour. */
export function DueFigure({ at }: { readonly at: string }) {
  const due = Date.parse(at);
  const left = due - useNowNear(due);
  const tone = tones[urgency(left)];
  return (
    <strong className={`figure ${tone}`}>
      {signedText(left)}
      <ToneIcon tone={tone} />
      {tone === 'danger' && <span className="unseen">{t('overdue')}</span>}
    </strong>
  );
}
