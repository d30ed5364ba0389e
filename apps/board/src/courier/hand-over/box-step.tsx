import { FieldView } from '../../act/fields/field-view.js';
import { t } from '../../words/words.js';
import { otherFields } from './hand-over-steps.js';
import type { StepProps } from './step-props.js';
import { StepTitle } from './step-title.js';

/** What else is asked where the box changes hands on the way: where, and whether the bags went into another box. */
export function BoxStep({ fields, drafts }: StepProps) {
  return (
    <>
      <StepTitle>{t('The box')}</StepTitle>
      {otherFields(fields).map((field) => (
        <FieldView
          key={field.name}
          field={field}
          at={`/${field.name}`}
          draft={drafts.value[field.name]}
          change={(draft) => drafts.change(field.name, draft)}
        />
      ))}
    </>
  );
}
