import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterInFull, Move } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { Asked } from '../shell/states.js';
import { LetterFormSheet } from './letter-form-sheet.js';
import { moveLetter, readLetter } from './letter-requests.js';
import { LetterVersions } from './letter-versions.js';
import { Said } from './said.js';
import { moveLabels, newestText } from './letter-words.js';
import { t } from '../words/words.js';

interface LetterSheetProps {
  readonly id: string;
  readonly close: () => void;
}

/** One letter with its words, and what its writers may do with it. Kept by nothing but this sheet. */
export function LetterSheet({ id, close }: LetterSheetProps) {
  const letter = useQuery({
    queryKey: ['letter', id],
    queryFn: () => readLetter(id),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Sheet title={t('Letter')} about={t('That you looked is on record')} close={close}>
      <Asked what={t('the letter')} lines={3} query={letter}>
        {(found) => <Opened letter={found} close={close} />}
      </Asked>
    </Sheet>
  );
}

interface OpenedProps {
  readonly letter: LetterInFull;
  readonly close: () => void;
}

function Opened({ letter, close }: OpenedProps) {
  const [anew, setAnew] = useState(false);
  const { id = '', revision = 0 } = letter.written ?? letter.received ?? {};
  const text = newestText(letter);
  if (anew)
    return (
      <LetterFormSheet
        form={`rewrite ${id} ${revision}`}
        title={t('Write it anew')}
        about={t('A new version. Those before it are kept, for your side alone')}
        {...{ start: text ?? '', subjects: [], button: t('Keep the draft'), close }}
        send={({ text: words = '' }) => moveLetter(id, revision, 'rewrite', { text: words })}
      />
    );
  return (
    <>
      <p className="letter-text" dir="auto">
        {text ?? t('The words of this letter have been erased.')}
      </p>
      <LetterVersions versions={letter.versions} open={letter.written?.state === 'returned'} />
      <Moves letter={letter} close={close} rewrite={() => setAnew(true)} />
    </>
  );
}

function Moves({ letter, close, rewrite }: OpenedProps & { readonly rewrite: () => void }) {
  const { id = '', revision = 0, moves = [] } = letter.written ?? letter.received ?? {};
  const moving = useMutation({ mutationFn: (move: Move) => moveLetter(id, revision, move), onSuccess: close });
  const press = (move: Move) => {
    if (move === 'rewrite') rewrite();
    else if (moving.isIdle || moving.isError) moving.mutate(move);
  };
  return (
    <>
      <Said error={moving.error} />
      <div className="sheet-foot">
        {[...moves].sort(firstHandIn).map((move) => (
          <button
            key={move}
            type="button"
            className={`button ${move === 'hand-in' ? 'first' : ''}`}
            onClick={() => press(move)}
          >
            {moveLabels[move]}
          </button>
        ))}
        <button type="button" className="button quiet" onClick={close}>
          {t('Close')}
        </button>
      </div>
    </>
  );
}

function firstHandIn(one: Move, other: Move): number {
  return Number(other === 'hand-in') - Number(one === 'hand-in');
}
