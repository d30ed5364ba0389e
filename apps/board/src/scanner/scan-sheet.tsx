import { useReducer } from 'react';
import type { ExpectedCode } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { t } from '../words/words.js';
import { CameraView } from './camera-view.js';
import { ScanList } from './scan-list.js';
import { begun, isWhole, stepped, thingsOf, type Progress, type Thing } from './scan-progress.js';
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
  const [progress, step] = useReducer(stepped, expected, begun);
  const things = thingsOf(expected);
  const take = (of: string) => step({ kind: 'taken', of });
  const left = things.filter((thing) => !isWhole(progress, thing));
  const [inHand] = left.filter(({ of }) => of === progress.inHand);
  return (
    <Sheet title={t('Check the labels')} close={close}>
      {things.length === 0 && <p>{t('No codes are known yet: they are once a bag is on record.')}</p>}
      {inHand !== undefined && <h3 className="scan-ask">{askWords(inHand)}</h3>}
      {left.length > 0 && <CameraView inHand={inHand?.of ?? null} seen={(texts) => step({ kind: 'seen', texts })} />}
      <div role="status" className="scan-told">
        {progress.told.map((verdict, place) => (
          <ScanVerdictShown key={`${verdict.kind}-${String(place)}`} {...{ verdict, take }} />
        ))}
        {things.length > 0 && <p className="scan-left">{leftWords(progress, left)}</p>}
      </div>
      {inHand === undefined && <Onwards {...{ left, take, done }} any={things.length > 0} />}
      {inHand !== undefined && <TypedCode key={inHand.of} typed={(text) => step({ kind: 'typed', text })} />}
      <ScanList {...{ progress, things, take }} />
    </Sheet>
  );
}

function leftWords({ expected, matched }: Progress, left: readonly Thing[]): string {
  const total = expected.length;
  if (left.length === 0) return t('{total, plural, one {The code matches.} other {All # codes match.}}', { total });
  return t('{matched} of {total} codes match.', { matched: matched.size, total });
}

interface OnwardsProps {
  readonly left: readonly Thing[];
  readonly take: (of: string) => void;
  readonly done: () => void;
  readonly any: boolean;
}

/** What is in hand is checked: the next is taken by a press, since its own label may still be before the camera. */
function Onwards({ left: [next], take, done, any }: OnwardsProps) {
  if (!any) return null;
  return (
    <p className="scan-onwards">
      {next === undefined ? (
        <button type="button" className="button first" onClick={done}>
          {t('Done')}
        </button>
      ) : (
        <button type="button" className="button first" onClick={() => take(next.of)}>
          {nextWords(next)}
        </button>
      )}
    </p>
  );
}
