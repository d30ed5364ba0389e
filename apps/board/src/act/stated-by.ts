import { t } from '../words/words.js';
import { formOf, type Field } from './form-model.js';

/** Every command's body may name who said it; the commands' own schemas leave that out. */
const statedBy = (): readonly Field[] =>
  formOf({
    type: 'object',
    properties: {
      statedBy: {
        type: 'object',
        title: t('Somebody else said it'),
        properties: {
          person: { type: 'string', title: t('Person') },
          organisation: { type: 'string', title: t('Organisation') },
          how: { enum: ['telephone', 'mail', 'in-person', 'signed-link'], title: t('How') },
        },
        required: ['person', 'organisation', 'how'],
      },
    },
    required: [],
  });

/** The fields of a form, and who said it where it is not the reader's own word. */
export function withStatedBy(fields: readonly Field[]): readonly Field[] {
  const more = statedBy().filter(({ name }) => !fields.some((field) => field.name === name));
  return more.length === 0 ? fields : [...fields, ...more];
}
