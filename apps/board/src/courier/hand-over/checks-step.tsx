import { useId, useState } from 'react';
import { t } from '../../words/words.js';
import { answered, linesOf, restAsItShouldBe, type CheckLine } from './check-lines.js';
import type { StepProps } from './step-props.js';
import { StepTitle, Told } from './step-title.js';

/** The list of that place, each check by its own sentence. All at once is the last thing on it, below the last check. */
export function ChecksStep({ drafts, choices }: StepProps) {
  const list = drafts.value['checks'];
  const lines = linesOf(choices, list);
  const [rest, setRest] = useState(false);
  const open = lines.filter(({ found }) => found === 'not-checked').length;
  return (
    <>
      <StepTitle>{t('Check each of these')}</StepTitle>
      <ol className="checks">
        {lines.map((line) => (
          <Check
            key={line.index}
            line={line}
            put={(answer) => drafts.change('checks', answered(list, choices, answer))}
          />
        ))}
      </ol>
      {open > 0 && (
        <button
          type="button"
          className="button wide"
          onClick={() => {
            setRest(true);
            drafts.change('checks', restAsItShouldBe(list, choices));
          }}
        >
          {t('{count, plural, one {The one left is as it should be} other {All # left are as they should be}}', {
            count: open,
          })}
        </button>
      )}
      {open === 0 && rest && (
        <Told className="ok" focused>
          ✓ {t('Every check is answered.')}
        </Told>
      )}
    </>
  );
}

interface CheckProps {
  readonly line: CheckLine;
  readonly put: (answer: Pick<CheckLine, 'index' | 'found' | 'note'>) => void;
}

function Check({ line: { index, says, found, note }, put }: CheckProps) {
  const id = useId();
  const mark = (next: CheckLine['found']) => put({ index, found: next, note });
  return (
    <li>
      <p id={id}>{says}</p>
      <div className="answers" role="group" aria-labelledby={id}>
        <button
          type="button"
          className="button"
          aria-pressed={found === 'as-it-should-be'}
          onClick={() => mark('as-it-should-be')}
        >
          {found === 'as-it-should-be' && '✓ '}
          {t('As it should be')}
        </button>
        <button type="button" className="button" aria-pressed={found === 'differs'} onClick={() => mark('differs')}>
          {found === 'differs' && '≠ '}
          {t('Differs')}
        </button>
      </div>
      {found === 'differs' && (
        <label className="field">
          <span className="label">{t('What was found')}</span>
          <textarea rows={2} value={note} onChange={(event) => put({ index, found, note: event.target.value })} />
        </label>
      )}
    </li>
  );
}
