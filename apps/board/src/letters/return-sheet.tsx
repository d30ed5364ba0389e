import type { ReturnReason } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import type { MoveSaid } from './letter-requests.js';
import { moveLabels, reasonWords } from './letter-words.js';
import { t } from '../words/words.js';

interface ReturnSheetProps {
  readonly move: 'return' | 'send-back';
  readonly send: (said: MoveSaid) => Promise<void>;
  readonly close: () => void;
}

const reasons = Object.entries(reasonWords);

/** Why a letter goes back. To the other side only the reason is told: words of one's own would themselves be a letter. */
export function ReturnSheet({ move, send, close }: ReturnSheetProps) {
  const reason = { name: 'reason', label: t('Why'), choices: reasons, choose: true };
  const note = { name: 'note', label: t('To whoever wrote it'), optional: true, long: true };
  const said = ({ reason: chosen, note: words = '' }: Typed): MoveSaid => ({
    reason: chosen as ReturnReason,
    ...(words === '' ? {} : { note: words }),
  });
  const about =
    move === 'return' ? t('Whoever wrote it may write it anew') : t('It goes back to the other registry’s screener');
  return (
    <Sheet title={moveLabels[move]} about={about} close={close}>
      <SmallForm
        lines={move === 'return' ? [reason, note] : [reason]}
        button={moveLabels[move]}
        busy={t('Returning…')}
        send={(typed) => send(said(typed))}
        done={close}
      >
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </SmallForm>
    </Sheet>
  );
}
