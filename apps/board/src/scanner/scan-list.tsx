import { Circle, CircleCheck } from 'lucide-react';
import { t } from '../words/words.js';
import { isMatched, isWhole, type Progress, type Thing } from './scan-progress.js';
import { codeWords, nextWords, thingWords } from './scan-words.js';

interface ScanListProps {
  readonly progress: Progress;
  readonly things: readonly Thing[];
  readonly take: (of: string) => void;
  /** The thing that a button above offers already. */
  readonly offered: string | undefined;
}

/** Every code of each bag and of the box, ticked as it is matched. What it should be is not shown before: it would be typed off the screen. */
export function ScanList({ progress, things, take, offered }: ScanListProps) {
  return (
    <ul className="scan-list">
      {things.map((thing) => (
        <li key={thing.of} {...(thing.of === progress.inHand ? { 'aria-current': 'step' as const } : {})}>
          <h3>{thingWords(thing)}</h3>
          <ul>
            {thing.codes.map((code) => (
              <li key={code.kind} className="with-icon">
                <Tick done={isMatched(progress, code)} /> {codeWords(code)}
                {isMatched(progress, code) && <span className="scan-mono ink2">{code.human}</span>}
              </li>
            ))}
          </ul>
          {![progress.inHand, offered].includes(thing.of) && !isWhole(progress, thing) && (
            <button type="button" className="button quiet" onClick={() => take(thing.of)}>
              {nextWords(thing)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Tick({ done }: { readonly done: boolean }) {
  const size = 20;
  return done ? (
    <CircleCheck size={size} className="ok" role="img" aria-label={t('matches')} />
  ) : (
    <Circle size={size} className="ink3" role="img" aria-label={t('not read yet')} />
  );
}
