import type { Command, FactToCorrect } from '../api/types.js';
import type { ActFormProps } from './act-form-props.js';
import { t } from '../words/words.js';

/** The command that corrects, whatever is corrected. */
export const CORRECT = 'CorrectFact';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/**
 * The form of a correction: that of the command which recorded the fact, filled in with what was recorded, and why it was wrong. What must stay as it is is not
 * asked for. Undefined where its commands are not known.
 */
export function correctionOf(fact: FactToCorrect, commands: readonly Command[]): ActFormProps['action'] | undefined {
  const own = commands.find(({ name }) => name === CORRECT);
  const recording = commands.find(({ name }) => name === fact.command);
  if (own === undefined || recording === undefined) return undefined;
  const stays = staysAsItIs(recording.fields, fact.kept);
  return {
    command: CORRECT,
    label: t('Correct it'),
    subject: null,
    fields: withBody(own.fields, fact, recording),
    prefill: { body: fact.body },
    consequences: [
      t('Whatever hangs on it is worked out anew: deadlines, forecasts, alerts. Both values stay in the log.'),
      ...(stays === ''
        ? []
        : [
            t(
              'Not corrected here, because with another it would be another fact, or because it has a form of its own: {stays}.',
              { stays },
            ),
          ]),
    ],
  };
}

function withBody(fields: Schema, fact: FactToCorrect, recording: Command): Schema {
  return {
    ...fields,
    properties: {
      ...propertiesOf(fields),
      fact: { const: fact.fact },
      command: { const: recording.name },
      body: {
        ...recording.fields,
        title: t('As it should have been recorded'),
        properties: keptAsTheyAre(fact, recording),
      },
    },
  };
}

/** A field that must stay is sent as it was recorded. */
function keptAsTheyAre({ kept, body }: FactToCorrect, recording: Command): Schema {
  const constant = (name: string, schema: unknown) => (kept.includes(name) ? { const: body[name] } : schema);
  return Object.fromEntries(
    Object.entries(propertiesOf(recording.fields)).map(([name, schema]) => [name, constant(name, schema)]),
  );
}

function staysAsItIs(fields: Schema, kept: readonly string[]): string {
  const titles = kept
    .map((name) => propertiesOf(fields)[name])
    .map((schema) => (isSchema(schema) ? schema['title'] : ''));
  return titles.filter((title) => typeof title === 'string' && title !== '').join(', ');
}

function propertiesOf(fields: Schema): Schema {
  const properties = fields['properties'];
  return isSchema(properties) ? properties : {};
}
