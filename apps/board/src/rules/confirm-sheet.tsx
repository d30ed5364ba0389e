import type { BorderRule } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line } from '../shell/small-form.js';
import { ownZone, useNow } from '../time/now.js';
import { localText } from '../time/zone.js';
import { confirmRule, useRulesAgain, withdrawConfirmation } from './use-rules.js';
import { t } from '../words/words.js';

interface SheetProps {
  readonly rule: BorderRule;
  readonly close: () => void;
}

/** Says that a rule holds: who found out, when, and by what. */
export function ConfirmSheet({ rule, close }: SheetProps) {
  const again = useRulesAgain();
  const today = localText(useNow(), ownZone).slice(0, 10);
  const lines: readonly Line[] = [
    { name: 'person', label: t('Who says so'), hint: t('A person, with office or post'), focus: true },
    { name: 'source', label: t('By what'), hint: t('The letter, page or call, so that somebody else finds it') },
    { name: 'confirmedOn', label: t('Confirmed on'), type: 'date', start: today },
    { name: 'until', label: t('Counts for trips until'), type: 'date', optional: true },
  ];
  const done = () => {
    close();
    void again();
  };
  return (
    <Sheet
      title={t('Confirm {id}', { id: rule.id })}
      about={t('Ask {askedOf}', { askedOf: rule.askedOf })}
      close={close}
    >
      <ul className="rule-says">
        {rule.sentences.map(({ message, english }) => (
          <li key={message}>{english}</li>
        ))}
      </ul>
      <SmallForm
        lines={lines}
        button={t('Confirm it')}
        busy={t('Confirming…')}
        send={(typed) => confirmRule(rule.id, rule.version, typed)}
        done={done}
      >
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </SmallForm>
    </Sheet>
  );
}

/** Withdraws the confirmation of a rule. */
export function WithdrawSheet({ rule, close }: SheetProps) {
  const again = useRulesAgain();
  const done = () => {
    close();
    void again();
  };
  const lines: readonly Line[] = [{ name: 'reason', label: t('Why'), focus: true }];
  return (
    <Sheet title={t('Withdraw the confirmation?')} about={t('{id} prints no more then', { id: rule.id })} close={close}>
      <SmallForm
        lines={lines}
        button={t('Withdraw it')}
        busy={t('Withdrawing…')}
        grave
        send={(typed) => withdrawConfirmation(rule.confirmation?.id ?? '', typed)}
        done={done}
      >
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </SmallForm>
    </Sheet>
  );
}
