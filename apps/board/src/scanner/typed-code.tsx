import { useId, useRef, type FormEvent } from 'react';
import { t } from '../words/words.js';

/** A code typed or pasted by hand: it is compared like a scanned one. */
export function TypedCode({ typed }: { readonly typed: (text: string) => void }) {
  const id = useId();
  const line = useRef<HTMLInputElement>(null);
  const compare = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (line.current === null) return;
    typed(line.current.value);
    // What differs stays, to be put right; it is marked so that typing replaces it.
    line.current.select();
  };
  return (
    <form className="scan-typed" onSubmit={compare}>
      <label className="label" htmlFor={id}>
        {t('Code as it stands on the label')}
      </label>
      <div className="scan-typed-line">
        <input
          {...{ id, ref: line, type: 'text', autoComplete: 'off', autoCapitalize: 'off', spellCheck: false }}
          className="scan-mono"
          aria-describedby={`${id}-hint`}
        />
        <button type="submit" className="button">
          {t('Compare')}
        </button>
      </div>
      <p id={`${id}-hint`} className="hint">
        {t('With or without spaces. Of a DIN type the boxed check character too: it finds a mistyped one.')}
      </p>
    </form>
  );
}
