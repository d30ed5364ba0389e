import { useRef } from 'react';
import type { LetterMark } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { kindsText } from './letter-words.js';
import { markedParts } from './marked-parts.js';
import { t } from '../words/words.js';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly LetterMark[];
}

/** A letter as the text that it is, with what it may tell marked, and each mark listed under it. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const letter = useRef<HTMLDivElement>(null);
  const last = useRef(-1);
  const go = (index: number) => {
    last.current = index;
    letter.current?.querySelectorAll('mark').item(index).focus();
  };
  useKey('n', t('Next mark in the letter'), () => marks.length > 0 && go((last.current + 1) % marks.length));
  return (
    <>
      <div ref={letter} className="letter-text" dir="auto">
        {markedParts(text, marks).map(({ text: said, mark }, index) =>
          mark === null ? (
            <span key={index}>{said}</span>
          ) : (
            <mark key={index} tabIndex={-1} title={kindsText(mark)}>
              {said}
            </mark>
          ),
        )}
      </div>
      <p className="hint">
        {marks.length === 0 && <>{t('Nothing was marked.')} </>}
        {t(
          'Marks are a help: they find too much and too little. Whether the letter tells who somebody is, you decide.',
        )}
      </p>
      {marks.length > 0 && <Marks text={text} marks={marks} go={go} />}
    </>
  );
}

function Marks({ text, marks, go }: MarkedTextProps & { readonly go: (index: number) => void }) {
  return (
    <ul className="letter-marks" aria-label={t('Marked')}>
      {marks.map((mark, index) => (
        <li key={mark.from}>
          <button type="button" className="button quiet" onClick={() => go(index)}>
            <q dir="auto">{text.slice(mark.from, mark.to)}</q> <small className="ink2">{kindsText(mark)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
