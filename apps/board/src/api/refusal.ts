import { t } from '../words/words.js';

/** What is wrong with one field, by JSON pointer into the body, and what would be right where that can be listed. */
export interface FieldFault {
  readonly pointer: string;
  readonly detail: string;
  readonly allowed: readonly string[];
}

/** A problem document (RFC 9457) as the board uses it. */
export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** What is wrong with single fields, by JSON pointer into the body. */
  readonly fields: readonly FieldFault[];
  /** What is allowed instead: commands, values, or both offsets of a repeated local time. */
  readonly allowed: readonly string[];
  /** The one field that is to blame, where there is one. */
  readonly at?: string;
  /** It contradicts the record: sent again as standing all the same, it is taken and becomes a conflict. */
  readonly standsIfConfirmed: boolean;
}

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** The refusal in an answer's body; an answer that is no problem document still gets a sentence. */
export function refusalOf(status: number, body: unknown): Refusal {
  const problem = record(body);
  const detail = text(problem['detail'], t('The server answered {status}.', { status }));
  const allowed = texts(problem['allowed']);
  const at = typeof problem['at'] === 'string' ? pointerOf(problem['at']) : undefined;
  return {
    code: text(problem['code'], `status-${status}`),
    title: text(problem['title'], t('Refused')),
    detail,
    fields: fieldsOf(problem['errors'], { at, detail, allowed }),
    allowed,
    standsIfConfirmed: problem['standsIfConfirmed'] === true,
    ...(at === undefined ? {} : { at }),
  };
}

function fieldsOf(
  errors: unknown,
  blamed: Omit<FieldFault, 'pointer'> & { at: string | undefined },
): readonly FieldFault[] {
  const { at, detail, allowed } = blamed;
  const told = (Array.isArray(errors) ? errors : []).map(record).map((one) => ({
    pointer: pointerOf(text(one['at'] ?? one['pointer'], '')),
    detail: text(one['detail'], t('This is not right.')),
    allowed: texts(one['allowed']),
  }));
  return told.length === 0 && at !== undefined ? [{ pointer: at, detail, allowed }] : told;
}

/** "#/bags/0" and "bags/0" mean "/bags/0". */
function pointerOf(said: string): string {
  const bare = said.replace(/^#/, '');
  return bare === '' || bare.startsWith('/') ? bare : `/${bare}`;
}

/** What is said about the field at `pointer`, and about things within it where the field is shown as one (a zoned time). */
export function saidOf(pointer: string, faults: readonly FieldFault[], within: boolean): readonly FieldFault[] {
  return faults.filter((one) => one.pointer === pointer || (within && one.pointer.startsWith(`${pointer}/`)));
}

/** Whether the command was turned down because somebody else moved the same stage meanwhile. */
export function isStale(status: number, refusal: Refusal): boolean {
  return status === 412 || status === 428 || /stale|revision/.test(refusal.code);
}
