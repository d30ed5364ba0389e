import { useId } from 'react';
import { textIn } from '../../act/drafts.js';
import { t } from '../../words/words.js';
import { compareSeal } from './seal-compare.js';
import type { StepProps } from './step-props.js';
import { StepTitle } from './step-title.js';

/** The seal as it is read from the box, compared at once where the phone may know the one on record. */
export function SealStep({ drafts, onRecord }: StepProps) {
  const id = useId();
  const read = textIn(drafts.value['seal']);
  return (
    <>
      <StepTitle>{t('Read the seal')}</StepTitle>
      <div className="field">
        <label className="label" htmlFor={id}>
          {t('Number on the seal, as it reads')}
        </label>
        <input
          id={id}
          value={read}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={`${id}-said`}
          onChange={(event) => drafts.changeAll({ seal: event.target.value, sealDiffersReason: '' })}
        />
        <div id={`${id}-said`} aria-live="polite">
          <Verdict read={read} onRecord={onRecord['seal']} />
        </div>
      </div>
      {compareSeal(read, onRecord['seal']).kind === 'differs' && <Reason drafts={drafts} />}
    </>
  );
}

interface VerdictProps {
  readonly read: string;
  readonly onRecord: string | undefined;
}

function Verdict({ read, onRecord }: VerdictProps) {
  const verdict = compareSeal(read, onRecord);
  if (verdict.kind === 'empty') return null;
  if (verdict.kind === 'unknown')
    return <p className="hint">{t('It is compared with the record when this is sent.')}</p>;
  if (verdict.kind === 'same') return <p className="ok">✓ {t('The seal on record.')}</p>;
  const { positions } = verdict;
  return (
    <div className="danger">
      <p>
        ≠{' '}
        {t(
          'Not the seal on record, {onRecord}: {count, plural, one {position {positions} differs} other {positions {positions} differ}}.',
          {
            onRecord: onRecord ?? '',
            count: positions.length,
            positions: positions.join(', '),
          },
        )}
      </p>
      <p>{t('Read it again. If it stays so, say below why the box is taken all the same.')}</p>
    </div>
  );
}

function Reason({ drafts }: Pick<StepProps, 'drafts'>) {
  return (
    <label className="field">
      <span className="label">{t('Why the box is taken under another seal')}</span>
      <textarea
        rows={2}
        value={textIn(drafts.value['sealDiffersReason'])}
        onChange={(event) => drafts.change('sealDiffersReason', event.target.value)}
      />
    </label>
  );
}
