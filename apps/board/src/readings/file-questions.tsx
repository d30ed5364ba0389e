import { useId, type FormEvent } from 'react';
import type { FileAnswers, FileQuestion } from './file-types.js';
import { questionTitle } from './file-words.js';
import { t } from '../words/words.js';

interface FileQuestionsProps {
  readonly questions: readonly FileQuestion[];
  /** Zones of the trip, offered where any may be answered. */
  readonly zones: readonly string[];
  readonly answers: FileAnswers;
  readonly answer: (answers: FileAnswers) => void;
}

/** What the file does not say. It is read anew once that is answered. */
export function FileQuestions({ questions, zones, answers, answer }: FileQuestionsProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : '',
    ]);
    answer({ ...answers, ...(Object.fromEntries(given) as FileAnswers) });
  };
  return (
    <form className="small-form" onSubmit={submit} aria-label={t('What the file does not say')}>
      {questions.map((question) => (
        <QuestionField key={question.name} question={question} zones={zones} />
      ))}
      <button type="submit" className="button">
        {t('Read it so')}
      </button>
    </form>
  );
}

function QuestionField({ question, zones }: { readonly question: FileQuestion; readonly zones: readonly string[] }) {
  const id = useId();
  const { name, sentence, allowed, chosen } = question;
  const ties = { id, name, defaultValue: chosen ?? '', 'aria-describedby': `${id}-hint` };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {questionTitle(name)}
      </label>
      {allowed.length === 0 ? (
        <>
          <input {...ties} list={`${id}-zones`} autoComplete="off" spellCheck={false} required />
          <datalist id={`${id}-zones`}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      ) : (
        <select {...ties} required>
          {chosen === null && <option value="">{t('Choose')}</option>}
          {allowed.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
      <p id={`${id}-hint`} className="hint">
        {sentence}
      </p>
    </div>
  );
}
