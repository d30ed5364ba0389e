import { formOf, type Field } from './form-model.js';

/** Every command's body may name who said it; the commands' own schemas leave that out. */
const [statedBy] = formOf({
  type: 'object',
  properties: {
    statedBy: {
      type: 'object',
      title: 'Somebody else said it',
      properties: {
        person: { type: 'string', title: 'Person' },
        organisation: { type: 'string', title: 'Organisation' },
        how: { enum: ['telephone', 'mail', 'in-person', 'signed-link'], title: 'How' },
      },
      required: ['person', 'organisation', 'how'],
    },
  },
  required: [],
});

/** The fields of a form, and who said it where it is not the reader's own word. */
export function withStatedBy(fields: readonly Field[]): readonly Field[] {
  const there = statedBy === undefined || fields.some(({ name }) => name === statedBy.name);
  return there ? fields : [...fields, statedBy];
}
