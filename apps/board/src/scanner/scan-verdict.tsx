import { ArrowLeftRight, CircleCheck, CircleHelp, OctagonX } from 'lucide-react';
import { t } from '../words/words.js';
import { isSame, type Pair } from './align.js';
import type { ScanVerdict } from './compare-scan.js';
import { differenceWords, doubtWords, nextWords, verdictWords } from './scan-words.js';

interface ScanVerdictProps {
  readonly verdict: ScanVerdict;
  /** Takes another bag or the box in hand. */
  readonly take: (of: string) => void;
}

/** What came of a code: a sign, a sentence, and of one that differs where. */
export function ScanVerdictShown({ verdict, take }: ScanVerdictProps) {
  return (
    <div className={`scan-verdict ${verdict.kind}`}>
      <p className="with-icon">
        <Sign kind={verdict.kind} /> <strong>{verdictWords(verdict)}</strong>
      </p>
      {verdict.kind === 'differs' && <Differences pairs={verdict.pairs} />}
      {verdict.kind === 'differs' && <p>{doubtWords(verdict.doubt)}</p>}
      {verdict.kind === 'of-another' && (
        <button type="button" className="button" onClick={() => take(verdict.code.of)}>
          {nextWords(verdict.code)}
        </button>
      )}
    </div>
  );
}

function Sign({ kind }: Pick<ScanVerdict, 'kind'>) {
  const as = { size: 20, 'aria-hidden': true } as const;
  if (kind === 'matches') return <CircleCheck {...as} />;
  if (kind === 'differs') return <OctagonX {...as} />;
  return kind === 'of-another' ? <ArrowLeftRight {...as} /> : <CircleHelp {...as} />;
}

/** Both codes under each other, character by character; for whoever does not see them, the words alone. */
function Differences({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <>
      <div className="scan-beside" aria-hidden="true">
        <Row label={t('Expected')} pairs={pairs} side="expected" />
        <Row label={t('Read')} pairs={pairs} side="read" />
      </div>
      <ul className="scan-places">
        {differenceWords(pairs).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly label: string;
  readonly pairs: readonly Pair[];
  readonly side: keyof Pair;
}

function Row({ label, pairs, side }: RowProps) {
  return (
    <p>
      <span className="scan-side">{label}</span>
      <span className="scan-mono">
        {pairs.map((pair, place) =>
          isSame(pair) ? pair[side] : <mark key={`${side}-${String(place)}`}>{pair[side] ?? '·'}</mark>,
        )}
      </span>
    </p>
  );
}
