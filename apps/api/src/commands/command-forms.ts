import { commandCatalogue, fieldsOf, isPersonCommand, type PersonCommandName } from '@cellrelay/use-cases';

/** One command that people may issue, with the JSON Schema of its body. */
export interface CommandForm {
  readonly name: PersonCommandName;
  readonly stage: string;
  readonly title: string;
  readonly grave: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every command that people may issue, in the order of the stages. */
export function commandForms(): readonly CommandForm[] {
  return commandCatalogue.flatMap(({ name, stage, title, grave }) =>
    isPersonCommand(name) ? [{ name, stage, title, grave, fields: fieldsOf(name) }] : [],
  );
}
