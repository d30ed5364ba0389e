import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterInFull, Move } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { LetterFormSheet } from './letter-form-sheet.js';
import { moveLetter, type MoveSaid } from './letter-requests.js';
import { LetterVersions } from './letter-versions.js';
import { moveLabels, newestText, reasonWords } from './letter-words.js';
import { MarkedText } from './marked-text.js';
import { Said } from './said.js';
import { ReturnSheet } from './return-sheet.js';
import { t } from '../words/words.js';

interface ScreeningProps {
  readonly letter: LetterInFull;
  /** After a move: of an edited letter, to look at it again; else to go on to the next. */
  readonly moved: (move: Move) => void;
}

/** A letter before its screener: marked, with what can be done with it. */
export function Screening({ letter, moved }: ScreeningProps) {
  const text = newestText(letter);
  const [open, setOpen] = useState<Move>();
  const { moves = [] } = letter.written ?? letter.received ?? {};
  useKey('e', t('Edit the letter'), () => moves.includes('edit') && setOpen('edit'));
  if (text === null) return <p className="none">{t('The words of this letter have been erased.')}</p>;
  return (
    <>
      <MarkedText text={text} marks={letter.marks} />
      <SentBack letter={letter} />
      <p className="letter-rule ink2">{letter.says}</p>
      {!letter.mayGo && (
        <p id="not-to-go" className="warn">
          {t('Not to be released now: the registries’ rules do not let it go.')}
        </p>
      )}
      <Buttons {...{ letter, moved, open: setOpen }} />
      <LetterVersions versions={letter.versions} />
      <OpenSheet {...{ letter, text, moved, open }} close={() => setOpen(undefined)} />
    </>
  );
}

function Buttons({ letter, moved, open }: ScreeningProps & { readonly open: (move: Move) => void }) {
  const { id = '', revision = 0, moves = [] } = letter.written ?? letter.received ?? {};
  const release = useMutation({
    mutationFn: () => moveLetter(id, revision, 'release'),
    onSuccess: () => moved('release'),
  });
  const press = () => {
    if (letter.mayGo && !release.isPending) release.mutate();
  };
  return (
    <>
      <Said error={release.error} />
      <div className="letter-buttons">
        <button
          type="button"
          className={`button ${letter.mayGo ? 'first' : 'unready'}`}
          aria-disabled={!letter.mayGo || release.isPending}
          aria-describedby={letter.mayGo ? undefined : 'not-to-go'}
          onClick={press}
        >
          {letter.received === null ? t('Release to the other registry') : t('Release to your side')}
        </button>
        {moves
          .filter((move) => move !== 'release')
          .map((move) => (
            <button key={move} type="button" className="button" onClick={() => open(move)}>
              {moveLabels[move]}
            </button>
          ))}
      </div>
    </>
  );
}

interface OpenSheetProps extends ScreeningProps {
  readonly text: string;
  readonly open: Move | undefined;
  readonly close: () => void;
}

function OpenSheet({ letter, text, moved, open, close }: OpenSheetProps) {
  const { id = '', revision = 0 } = letter.written ?? letter.received ?? {};
  const send = (move: Move) => async (said: MoveSaid) => {
    await moveLetter(id, revision, move, said);
    moved(move);
  };
  if (open === 'return' || open === 'send-back') return <ReturnSheet move={open} send={send(open)} close={close} />;
  if (open !== 'edit') return null;
  return (
    <LetterFormSheet
      form={`edit ${id} ${revision}`}
      title={t('Edit the letter')}
      about={t('A new version. Those before it are kept, for its own side alone')}
      {...{ start: text, subjects: [], button: t('Keep this version'), close }}
      send={({ text: words = '' }) => send('edit')({ text: words })}
    />
  );
}

function SentBack({ letter: { written } }: Pick<ScreeningProps, 'letter'>) {
  if (written === null || written.returnedFor === null) return null;
  return (
    <p className="warn">
      {t('The other registry’s screener sent it back: {reasonWords}.', {
        reasonWords: reasonWords[written.returnedFor],
      })}
    </p>
  );
}
