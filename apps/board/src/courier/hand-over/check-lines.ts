import { itemsIn, partsIn, textIn, type Draft } from '../../act/drafts.js';
import type { Field, Option } from '../../act/form-model.js';

export type Found = 'as-it-should-be' | 'differs' | 'not-checked';

/** One check of a hand-over's list, as it stands in the form. */
export interface CheckLine {
  readonly index: number;
  /** How it should be. */
  readonly says: string;
  readonly found: Found;
  readonly note: string;
}

interface Choices {
  readonly checks: readonly Option[];
  readonly found: readonly Option[];
}

/** The options of both questions of a check, as the API's form has them. */
export function choicesOf(field: Field | undefined): Choices {
  const item = field?.kind === 'list' && field.item.kind === 'group' ? field.item.fields : [];
  return { checks: optionsOf(item, 'check'), found: optionsOf(item, 'found') };
}

function optionsOf(fields: readonly Field[], name: string): readonly Option[] {
  const field = fields.find((each) => each.name === name);
  return field?.kind === 'choice' ? field.options : [];
}

/** The list as a reader has it. */
export function linesOf(choices: Choices, draft: Draft | undefined): readonly CheckLine[] {
  return itemsIn(draft).map((item, index) => {
    const { check, found, note } = partsIn(item);
    return {
      index,
      says: choices.checks[Number(textIn(check))]?.label ?? '',
      found: (choices.found[Number(textIn(found) || NaN)]?.value ?? 'not-checked') as Found,
      note: textIn(note),
    };
  });
}

/** The list with one check answered. */
export function answered(
  draft: Draft | undefined,
  choices: Choices,
  answer: Pick<CheckLine, 'index' | 'found' | 'note'>,
): Draft {
  const found = String(choices.found.findIndex(({ value }) => value === answer.found));
  const put = { found, note: answer.found === 'differs' ? answer.note : '' };
  return itemsIn(draft).map((item, index) => (index === answer.index ? { ...partsIn(item), ...put } : item));
}

/** The list with every check that nobody has answered as it should be. */
export function restAsItShouldBe(draft: Draft | undefined, choices: Choices): Draft {
  const open = linesOf(choices, draft).filter(({ found }) => found === 'not-checked');
  return open.reduce<Draft>(
    (list, { index }) => answered(list, choices, { index, found: 'as-it-should-be', note: '' }),
    draft ?? [],
  );
}
