import type { Field } from '../act/form-model.js';
import type { Identity, Subject } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { recordLines, subjectName } from './identity-words.js';
import { t } from '../words/words.js';

interface IdentitySheetProps {
  readonly subject: Subject;
  readonly identity: Identity;
  readonly fields: readonly Field[];
  readonly change: () => void;
  readonly close: () => void;
}

/** What is recorded of somebody. Kept by nothing but this sheet. */
export function IdentitySheet({ subject, identity, fields, change, close }: IdentitySheetProps) {
  return (
    <Sheet
      title={subjectName(subject.subject)}
      about={t('That you looked is on record. The other side is never to learn of it')}
      close={close}
    >
      <dl className="identity-record">
        {recordLines(fields, identity).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="sheet-foot">
        <button type="button" className="button first" onClick={close}>
          {t('Close')}
        </button>
        {subject.mayWrite && (
          <button type="button" className="button quiet" onClick={change}>
            {t('Change the record')}
          </button>
        )}
      </div>
    </Sheet>
  );
}
