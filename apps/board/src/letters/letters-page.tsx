import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LetterInFull, Move, QueuedLetter } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { Asked, Loading } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { ownZone, useNow } from '../time/now.js';
import { readLetter } from './letter-requests.js';
import { fromWords, queuedWords } from './letter-words.js';
import { Said } from './said.js';
import { Screening } from './screening.js';
import { useLettersAgain, useQueue } from './use-letters.js';
import { t } from '../words/words.js';

/** Letters that wait for a screener, one of them open. What is open is kept by nothing but this page. */
export function LettersPage() {
  const queue = useQueue();
  useTitle(t('Letters'));
  return (
    <section className="register" aria-labelledby="letters-title">
      <div className="bar">
        <h1 id="letters-title">{t('Letters')}</h1>
        <small className="ink2 push">{t('Every look is on record')}</small>
      </div>
      <Asked what={t('the letters')} lines={3} query={queue}>
        {({ items, total }) => <Desk items={items} total={total} />}
      </Asked>
    </section>
  );
}

interface DeskProps {
  readonly items: readonly QueuedLetter[];
  readonly total: number;
}

function Desk({ items, total }: DeskProps) {
  const again = useLettersAgain();
  const desk = useOpenLetter();
  const { letter, open, shut } = desk;
  const current = letter === undefined ? '' : idOf(letter);
  useSteps(items.map(idOf), current, open);
  const moved = (move: Move) => {
    void again();
    if (move === 'edit') open(current);
    else shut();
  };
  if (items.length === 0 && letter === undefined)
    return <p className="none">{t('No letter waits for a screener of your registry.')}</p>;
  return (
    <div className="letter-desk">
      <div>
        <p className="ink2">
          {t('{total, plural, one {# letter waits} other {# letters wait}}, the longest first.', { total })}
        </p>
        <ul className="letter-queue" aria-label={t('Waiting')}>
          {items.map((item, index) => (
            <li key={idOf(item)}>
              <QueueButton item={item} place={index + 1} open={open} current={idOf(item) === current} />
            </li>
          ))}
        </ul>
      </div>
      <section aria-label={t('Letter')} className="letter-open">
        <OpenLetter {...desk} moved={moved} />
      </section>
    </div>
  );
}

/** Through the queue by j and k. */
function useSteps(ids: readonly string[], current: string, open: (id: string) => void): void {
  const at = ids.indexOf(current);
  const step = (by: number) => {
    const next = ids[at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1)];
    if (next !== undefined) open(next);
  };
  useKey('j', t('Next letter'), () => step(1));
  useKey('k', t('Letter before'), () => step(-1));
}

interface OpenLetterProps extends Pick<ReturnType<typeof useOpenLetter>, 'letter' | 'reading' | 'error'> {
  readonly moved: (move: Move) => void;
}

function OpenLetter({ letter, reading, error, moved }: OpenLetterProps) {
  if (reading) return <Loading what={t('the letter')} lines={3} />;
  if (error !== null) return <Said error={error} />;
  if (letter === undefined) return <p className="none">{t('Choose a letter. j and k go through them.')}</p>;
  return <Screening key={keyOf(letter)} letter={letter} moved={moved} />;
}

/** The letter that is open, if any; it is asked for each time. */
function useOpenLetter() {
  const [letter, setLetter] = useState<LetterInFull>();
  const { mutate, isPending, error, reset } = useMutation({ mutationFn: readLetter, gcTime: 0, onSuccess: setLetter });
  useEffect(() => reset, [reset]);
  const open = (id: string) => {
    setLetter(undefined);
    mutate(id);
  };
  return { letter, reading: isPending, error, open, shut: () => setLetter(undefined) };
}

interface QueueButtonProps {
  readonly item: QueuedLetter;
  /** In the queue, from 1. */
  readonly place: number;
  readonly open: (id: string) => void;
  readonly current: boolean;
}

function QueueButton({ item, place, open, current }: QueueButtonProps) {
  const now = useNow();
  return (
    <button
      type="button"
      className="plain"
      aria-current={current ? 'true' : undefined}
      onClick={() => open(idOf(item))}
    >
      <strong className="block">
        {place}. {fromWords(item)}
      </strong>
      <small className="block ink2">{queuedWords(item, { zone: ownZone, now })}</small>
    </button>
  );
}

function idOf({ written, received }: QueuedLetter): string {
  return written?.id ?? received?.id ?? '';
}

function keyOf({ written, received }: LetterInFull): string {
  return `${idOf({ written, received })}/${(written ?? received)?.revision ?? 0}`;
}
