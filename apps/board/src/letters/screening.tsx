import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterInFull, Move } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { LetterFormSheet } from './letter-form-sheet.js';
import { moveLetter, type Said } from './letter-requests.js';
import { LetterVersions } from './letter-versions.js';
import { moveLabels, newestText, reasonWords } from './letter-words.js';
import { MarkedText } from './marked-text.js';
import { ReturnSheet } from './return-sheet.js';

interface ScreeningProps {
  readonly letter: LetterInFull;
  /** After a move: of an edited letter, to look at it again; else to go on to the next. */
  readonly moved: (move: Move) => void;
}

/** A letter before its screener: marked, with what can be done with it. */
export function Screening({ letter, moved }: ScreeningProps) {
  const { id = '', revision = 0, moves = [] } = letter.written ?? letter.received ?? {};
  const text = newestText(letter);
  const [open, setOpen] = useState<Move>();
  const release = useMutation({
    mutationFn: () => moveLetter(id, revision, 'release'),
    onSuccess: () => moved('release'),
  });
  const send = (move: Move) => async (said: Said) => {
    await moveLetter(id, revision, move, said);
    moved(move);
  };
  const edits = moves.includes('edit');
  useKey('e', 'Edit the letter', () => edits && setOpen('edit'));
  if (text === null) return <p className="none">The words of this letter have been erased.</p>;
  return (
    <>
      <MarkedText text={text} marks={letter.marks} />
      <SentBack letter={letter} />
      <p className="letter-rule ink2">{letter.says}</p>
      {release.error !== null && (
        <p role="alert" className="said danger">
          {release.error.message}
        </p>
      )}
      <div className="letter-buttons">
        <button
          type="button"
          className="button first"
          aria-disabled={release.isPending}
          onClick={() => !release.isPending && release.mutate()}
        >
          {letter.received === null ? 'Release to the other registry' : 'Release to your side'}
        </button>
        {moves
          .filter((move) => move !== 'release')
          .map((move) => (
            <button
              key={move}
              type="button"
              className="button"
              aria-keyshortcuts={move === 'edit' ? 'e' : undefined}
              onClick={() => setOpen(move)}
            >
              {moveLabels[move]}
            </button>
          ))}
      </div>
      <LetterVersions versions={letter.versions} />
      {open === 'edit' && (
        <LetterFormSheet
          title="Edit the letter"
          about="A new version. Those before it are kept, for its own side alone"
          {...{ start: text, subjects: [], button: 'Keep this version', close: () => setOpen(undefined) }}
          send={({ text: words = '' }) => send('edit')({ text: words })}
        />
      )}
      {(open === 'return' || open === 'send-back') && (
        <ReturnSheet move={open} send={send(open)} close={() => setOpen(undefined)} />
      )}
    </>
  );
}

function SentBack({ letter: { written } }: Pick<ScreeningProps, 'letter'>) {
  if (written === null || written.returnedFor === null) return null;
  return <p className="warn">The other registry’s screener sent it back: {reasonWords[written.returnedFor]}.</p>;
}
