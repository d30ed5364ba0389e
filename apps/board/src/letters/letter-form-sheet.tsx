import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Typed } from '../shell/small-form.js';

interface LetterFormSheetProps {
  readonly title: string;
  readonly about: string;
  /** The words that it begins with. */
  readonly start: string;
  /** On whose behalf, where that is still to be said. */
  readonly subjects: readonly (readonly [value: string, words: string])[];
  readonly button: string;
  readonly send: (typed: Typed) => Promise<void>;
  readonly close: () => void;
}

/** A letter to be written, anew or for the first time. What is typed is kept nowhere: it goes with the sheet. */
export function LetterFormSheet({ title, about, start, subjects, button, send, close }: LetterFormSheetProps) {
  const subject = { name: 'subject', label: 'On behalf of', choices: subjects };
  const text = {
    ...{ name: 'text', label: 'Letter', start, long: true, focus: true },
    hint: 'No names, no places, no dates, nothing that tells who or where somebody is. At most 4,000 characters.',
  };
  return (
    <Sheet title={title} about={about} close={close}>
      <SmallForm
        lines={subjects.length > 1 ? [subject, text] : [text]}
        button={button}
        busy="Writing…"
        send={send}
        done={close}
      >
        <button type="button" className="button quiet" onClick={close}>
          Leave
        </button>
      </SmallForm>
    </Sheet>
  );
}
