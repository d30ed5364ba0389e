import { prose, text } from './html.js';

/** A JSON Schema, as far as the page looks into it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly 'x-unit'?: string;
}

/** Above this an enumeration is counted rather than shown; openapi.json has it whole. */
const mostValues = 20;

/** What a value is, in a few words: links for named schemas, the values of an enumeration. */
export function kindOf(schema: Schema): string {
  if (schema.$ref !== undefined) return link(schema.$ref);
  if (schema.const !== undefined) return `<code>${text(JSON.stringify(schema.const))}</code>`;
  if (schema.enum !== undefined && schema.enum.length > mostValues) return `one of ${schema.enum.length} names`;
  if (schema.enum !== undefined) return schema.enum.map((value) => `<code>${text(value)}</code>`).join(' ');
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return branches.map(kindOf).join(' or ');
  if (schema.items !== undefined) return `list of ${kindOf(schema.items)}`;
  return text(plainKind(schema));
}

function plainKind({ type, format, 'x-unit': unit }: Schema): string {
  const kind = typeof type === 'string' ? type : (type ?? ['anything']).join(' or ');
  return [kind, format === undefined ? '' : `(${format})`, unit === undefined ? '' : `[${unit}]`]
    .filter((part) => part !== '')
    .join(' ');
}

function link(ref: string): string {
  const name = ref.split('/').at(-1) ?? '';
  return `<a href="#schema-${text(name)}">${text(name)}</a>`;
}

/** The fields of an object as a table, nested objects below their field; for anything else what it is. */
export function schemaHtml(schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return `<p>${kindOf(schema)}</p>`;
  const rows = fields.map(([name, field]) => fieldHtml(name, field, schema.required?.includes(name) ?? false));
  return `<table><thead><tr><th>field</th><th>is</th><th>says</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function fieldHtml(name: string, field: Schema, required: boolean): string {
  const inner = [field, field.items, ...(field.anyOf ?? []), ...(field.oneOf ?? [])].filter(
    (each) => each?.properties !== undefined,
  );
  const nested = inner.map((each) => (each === undefined ? '' : schemaHtml(each))).join('');
  const says = [field.title, field.description, boundsOf(field)]
    .filter((part) => part !== undefined && part !== '')
    .map(prose)
    .join('; ');
  const mark = required ? '' : ' <span class="may">may be left out</span>';
  return `<tr><td><code>${text(name)}</code>${mark}</td><td>${kindOf(field)}</td><td>${says}${nested}</td></tr>`;
}

function boundsOf({ minimum, maximum, maxLength, default: standard }: Schema): string {
  const wholes = Number.MAX_SAFE_INTEGER;
  const range = [
    minimum === undefined || minimum === -wholes ? '' : `from ${minimum}`,
    maximum === undefined || maximum === wholes ? '' : `to ${maximum}`,
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    standard === undefined ? '' : `\`${JSON.stringify(standard)}\` unless given`,
  ];
  return range.filter((part) => part !== '').join(' ');
}
