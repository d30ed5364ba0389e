import { textIn } from '../../act/drafts.js';
import { FieldView } from '../../act/fields/field-view.js';
import type { Field } from '../../act/form-model.js';
import { t } from '../../words/words.js';
import { linesOf } from './check-lines.js';
import type { StepProps } from './step-props.js';

/** All that is about to be recorded, before the one confirming press. */
export function SummaryStep({ drafts, choices, time }: StepProps & { readonly time: Field | undefined }) {
  const lines = linesOf(choices, drafts.value['checks']);
  const differing = lines.filter(({ found }) => found === 'differs');
  const text = (name: string) => textIn(drafts.value[name]);
  return (
    <>
      <h3>{t('Look at it once more')}</h3>
      <dl className="summary">
        <div>
          <dt>{t('Gives the box')}</dt>
          <dd>{text('givenBy')}</dd>
        </div>
        <div>
          <dt>{t('Takes the box')}</dt>
          <dd>{text('takenBy')}</dd>
        </div>
        <div>
          <dt>{t('Seal')}</dt>
          <dd>
            {text('seal')}{' '}
            {text('sealDiffersReason') !== '' && <small className="block">{text('sealDiffersReason')}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('Checks')}</dt>
          <dd>
            {t('{count} as they should be', { count: lines.length - differing.length })}
            {differing.map(({ index, says, note }) => (
              <small key={index} className="block danger">
                ≠ {says}: {note}
              </small>
            ))}
          </dd>
        </div>
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
