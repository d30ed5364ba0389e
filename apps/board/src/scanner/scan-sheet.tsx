import { useEffect, useReducer, useRef } from 'react';
import type { ExpectedCode } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { t } from '../words/words.js';
import { CameraView } from './camera-view.js';
import { ScanList } from './scan-list.js';
import { begun, isWhole, matchedIn, stepped, thingsOf, type Progress, type Step, type Thing } from './scan-progress.js';
import { ScanVerdictShown } from './scan-verdict.js';
import { askWords, nextWords } from './scan-words.js';
import { TypedCode } from './typed-code.js';

interface ScanSheetProps {
  readonly expected: readonly ExpectedCode[];
  readonly close: () => void;
  /** Once every code has matched, and whoever checked says so. */
  readonly done: () => void;
}

/** Bags and box are checked against what is expected, one after the other, by the camera or by hand. Nothing of it leaves this device. */
export function ScanSheet({ expected, close, done }: ScanSheetProps) {
  return (
    <Sheet title={t('Check the labels')} close={close}>
      {expected.length === 0 ? (
        <p>{t('No codes are known yet: they are once a bag is on record.')}</p>
      ) : (
        <Checking {...{ expected, done }} />
      )}
    </Sheet>
  );
}

function Checking({ expected, done }: Pick<ScanSheetProps, 'expected' | 'done'>) {
  // What is expected may become another while somebody checks: what has matched stays matched, and the rest is asked for.
  const [held, step] = useReducer((each: Progress, one: Step) => stepped({ ...each, expected }, one), expected, begun);
  const progress = { ...held, expected };
  const things = thingsOf(expected);
  const take = (of: string) => step({ kind: 'taken', of });
  const left = things.filter((thing) => !isWhole(progress, thing));
  const inHand = left.find(({ of }) => of === progress.inHand);
  return (
    <>
      {inHand !== undefined && <Ask key={inHand.of} words={askWords(inHand)} />}
      {left.length > 0 && <CameraView inHand={inHand?.of ?? null} seen={(texts) => step({ kind: 'seen', texts })} />}
      <div role="status" className="scan-told">
        {progress.told.map((verdict, place) => (
          <ScanVerdictShown key={`${verdict.kind}-${String(place)}`} {...{ verdict, take }} />
        ))}
        <p className="scan-left">{leftWords(progress, left)}</p>
      </div>
      {inHand === undefined && <Onwards {...{ left, take, done }} />}
      {inHand !== undefined && <TypedCode key={inHand.of} typed={(text) => step({ kind: 'typed', text })} />}
      <ScanList {...{ progress, things, take }} offered={inHand === undefined ? left[0]?.of : undefined} />
    </>
  );
}

/** What is in hand. The focus goes there: what was pressed to come here is gone. */
function Ask({ words }: { readonly words: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 className="scan-ask" ref={heading} tabIndex={-1}>
      {words}
    </h3>
  );
}

function leftWords(progress: Progress, left: readonly Thing[]): string {
  const total = progress.expected.length;
  if (left.length === 0) return t('{total, plural, one {The code matches.} other {All # codes match.}}', { total });
  return t('{matched} of {total} codes match.', { matched: matchedIn(progress), total });
}

interface OnwardsProps {
  readonly left: readonly Thing[];
  readonly take: (of: string) => void;
  readonly done: () => void;
}

/** What is in hand is checked: the next is taken by a press, since its own label may still be before the camera. */
function Onwards({ left: [next], take, done }: OnwardsProps) {
  return (
    <p className="scan-onwards">
      {next === undefined ? (
        <button type="button" className="button first" autoFocus onClick={done}>
          {t('Done')}
        </button>
      ) : (
        <button type="button" className="button first" autoFocus onClick={() => take(next.of)}>
          {nextWords(next)}
        </button>
      )}
    </p>
  );
}
