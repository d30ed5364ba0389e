import { Failure } from '../api/client.js';

/** Does it; what is refused blames the line of a small form that the field was typed in. `lineOf` answers its name by the field's pointer, and undefined where it was typed in none. */
export async function blamed<Answer>(
  work: Promise<Answer>,
  lineOf: (pointer: string) => string | undefined,
): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const fields = error.refusal.fields.map((each) => {
      const line = lineOf(each.pointer);
      return line === undefined ? each : { ...each, pointer: `/${line}` };
    });
    throw new Failure(error.status, { ...error.refusal, fields });
  }
}
