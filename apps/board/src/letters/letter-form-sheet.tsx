import { useState } from 'react';
import { useMe } from '../api/questions.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { forgetWords, keepWords, keptWords } from './kept-words.js';
import { t } from '../words/words.js';

interface LetterFormSheetProps {
  /** Names what is written, so that what was typed is found again; of a letter with its revision. */
  readonly form: string;
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

/** A letter to be written, anew or for the first time. What is typed is kept in this page's memory until it is sent or begun anew. */
export function LetterFormSheet({ form, title, about, start, subjects, button, send, close }: LetterFormSheetProps) {
  const words = useWords(form);
  const done = () => {
    words.forget();
    close();
  };
  return (
    <Sheet title={title} about={about} close={close}>
      <SmallForm
        key={words.turn}
        lines={linesOf(words.before, { start, subjects })}
        button={button}
        busy={t('Writing…')}
        send={send}
        done={done}
        typing={words.keep}
      >
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave, keep what is typed')}
        </button>
        {words.typed && (
          <button type="button" className="plain" onClick={words.beginAnew}>
            {t('Begin anew')}
          </button>
        )}
      </SmallForm>
    </Sheet>
  );
}

function linesOf(
  before: Typed | undefined,
  { start, subjects }: Pick<LetterFormSheetProps, 'start' | 'subjects'>,
): readonly Line[] {
  const text: Line = {
    ...{ name: 'text', label: t('Letter'), start: before?.['text'] ?? start, long: true, focus: true },
    hint: t('No names, no places, no dates, nothing that tells who or where somebody is. At most 4,000 characters.'),
  };
  const chosen = before?.['subject'] ?? subjects[0]?.[0] ?? '';
  return subjects.length > 1
    ? [{ name: 'subject', label: t('On behalf of'), choices: subjects, start: chosen }, text]
    : [text];
}

/** What was typed here before by whoever is signed in. */
function useWords(form: string) {
  const letter = `${useMe().data?.name ?? ''} ${form}`;
  const [before, setBefore] = useState(() => keptWords(letter));
  const [typed, setTyped] = useState(before !== undefined);
  const [turn, setTurn] = useState(0);
  const forget = () => forgetWords(letter);
  return {
    ...{ before, typed, turn, forget },
    keep: (words: Typed) => {
      keepWords(letter, words);
      setTyped(true);
    },
    beginAnew: () => {
      forget();
      setBefore(undefined);
      setTyped(false);
      setTurn(turn + 1);
    },
  };
}
