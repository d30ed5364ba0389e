import { useState } from 'react';
import { lettersOn, setLetters } from './keyboard.js';
import { t } from '../words/words.js';

/** Puts single letters off and on, in this browser. */
export function LettersSwitch() {
  const [on, setOn] = useState(lettersOn);
  const change = (next: boolean) => {
    setLetters(next);
    setOn(next);
  };
  return (
    <label className="inline">
      <input type="checkbox" checked={on} onChange={(event) => change(event.target.checked)} />
      {t('Single keys do something')}
    </label>
  );
}
