import type { Command, LogLine } from '../api/types.js';
import type { ActFormProps } from './act-form-props.js';

/** The command that corrects, whatever is corrected. */
export const CORRECT = 'CorrectFact';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The form of a correction: that of the command which recorded the fact, filled in with what was recorded, and why it was wrong. Undefined where the line
 * cannot be corrected, or its commands are not known.
 */
export function correctionOf(line: LogLine, commands: readonly Command[]): ActFormProps['action'] | undefined {
  const { correctable } = line;
  const own = commands.find(({ name }) => name === CORRECT);
  const recording = commands.find(({ name }) => name === correctable?.command);
  if (correctable === null || own === undefined || recording === undefined) return undefined;
  return {
    command: CORRECT,
    label: 'Correct it',
    subject: null,
    fields: withBody(own.fields, { fact: line.seq, recording }),
    prefill: { body: correctable.body },
    consequences: [
      'Whatever hangs on it is worked out anew: deadlines, forecasts, alerts. Both values stay in the log.',
    ],
  };
}

function withBody(fields: Schema, { fact, recording }: { readonly fact: number; readonly recording: Command }): Schema {
  return {
    ...fields,
    properties: {
      ...(fields['properties'] as Schema),
      fact: { const: fact },
      command: { const: recording.name },
      body: { ...recording.fields, title: 'As it should have been recorded' },
    },
  };
}
