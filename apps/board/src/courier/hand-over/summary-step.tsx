import type { ReactNode } from 'react';
import { textIn } from '../../act/drafts.js';
import { FieldView } from '../../act/fields/field-view.js';
import type { Field } from '../../act/form-model.js';
import { t } from '../../words/words.js';
import { linesOf } from './check-lines.js';
import type { StepProps } from './step-props.js';
import { StepTitle } from './step-title.js';

/** All that is about to be recorded, before the one confirming press. */
export function SummaryStep({ drafts, choices, time }: StepProps & { readonly time: Field | undefined }) {
  const lines = linesOf(choices, drafts.value['checks']);
  const differing = lines.filter(({ found }) => found === 'differs');
  const text = (name: string) => textIn(drafts.value[name]);
  return (
    <>
      <StepTitle>{t('Look at it once more')}</StepTitle>
      <dl className="summary">
        <Line term={t('Gives the box')}>{text('givenBy')}</Line>
        <Line term={t('Takes the box')}>{text('takenBy')}</Line>
        <Line term={t('Seal')}>
          {text('seal')}{' '}
          {text('sealDiffersReason') !== '' && <small className="block">{text('sealDiffersReason')}</small>}
        </Line>
        <Line term={t('Checks')}>
          {t('{count} as they should be', { count: lines.length - differing.length })}
          {differing.map(({ index, says, note }) => (
            <small key={index} className="block danger">
              ≠ {says}: {note}
            </small>
          ))}
        </Line>
      </dl>
      {time !== undefined && (
        <FieldView
          field={time}
          at={`/${time.name}`}
          draft={drafts.value[time.name]}
          change={(draft) => drafts.change(time.name, draft)}
        />
      )}
    </>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
