import type { BorderRule } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line } from '../shell/small-form.js';
import { ownZone, useNow } from '../time/now.js';
import { localText } from '../time/zone.js';
import { confirmRule, useRulesAgain, withdrawConfirmation } from './use-rules.js';

interface SheetProps {
  readonly rule: BorderRule;
  readonly close: () => void;
}

/** Says that a rule holds: who found out, when, and by what. */
export function ConfirmSheet({ rule, close }: SheetProps) {
  const again = useRulesAgain();
  const today = localText(useNow(), ownZone).slice(0, 10);
  const lines: readonly Line[] = [
    { name: 'person', label: 'Who says so', hint: 'A person, with office or post', focus: true },
    { name: 'source', label: 'By what', hint: 'The letter, page or call, so that somebody else finds it' },
    { name: 'confirmedOn', label: 'Confirmed on', type: 'date', start: today },
    { name: 'until', label: 'Counts for trips until', type: 'date', optional: true },
  ];
  const done = () => {
    close();
    void again();
  };
  return (
    <Sheet title={`Confirm ${rule.id}`} about={`Ask ${rule.askedOf}`} close={close}>
      <ul className="rule-says">
        {rule.sentences.map(({ message, english }) => (
          <li key={message}>{english}</li>
        ))}
      </ul>
      <SmallForm
        lines={lines}
        button="Confirm it"
        busy="Confirming…"
        send={(typed) => confirmRule(rule.id, rule.version, typed)}
        done={done}
      >
        <button type="button" className="button quiet" onClick={close}>
          Leave
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
  const lines: readonly Line[] = [{ name: 'reason', label: 'Why', focus: true }];
  return (
    <Sheet title="Withdraw the confirmation?" about={`${rule.id} prints no more then`} close={close}>
      <SmallForm
        lines={lines}
        button="Withdraw it"
        busy="Withdrawing…"
        grave
        send={(typed) => withdrawConfirmation(rule.confirmation?.id ?? '', typed)}
        done={done}
      >
        <button type="button" className="button quiet" onClick={close}>
          Leave
        </button>
      </SmallForm>
    </Sheet>
  );
}
