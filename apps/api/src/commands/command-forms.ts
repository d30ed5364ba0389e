import { commandCatalogue, fieldsOf, isPersonCommand, type PersonCommandName } from '@cellrelay/use-cases';

/** One command that people may issue, with the JSON Schema of its body. */
export interface CommandForm {
  readonly name: PersonCommandName;
  /** Whose revision If-Match states. */
  readonly stage: string;
  readonly title: string;
  readonly grave: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every command that people may issue, in the order of the stages. */
export function commandForms(): readonly CommandForm[] {
  return commandCatalogue.flatMap(({ name, stage, title, grave }) =>
    isPersonCommand(name) ? [{ name, stage: stageSaid(name, stage), title, grave, fields: fieldsOf(name) }] : [],
  );
}

/** A correction is sent with the revision of the stage whose fact it corrects: that of the command in its body. */
function stageSaid(name: PersonCommandName, stage: string): string {
  return name === 'CorrectFact' ? 'stage of the fact' : stage;
}
