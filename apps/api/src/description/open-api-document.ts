import { statusOf, titleOf } from '@cellrelay/platform';
import { commandForms, type CommandForm } from '../commands/command-forms.js';
import type { AnswerSpec, RouteSpec } from '../routes/route-spec.js';
import { tokenReaches } from '../routes/token-reach.js';
import { routeList } from '../routes/route-table.js';
import { fileTypes, scanTypes } from '../http/file-body.js';
import { parametersOf } from './parameters.js';
import { answerSchemas, bodySchemas } from './schemas.js';

type Json = Readonly<Record<string, unknown>>;

/** Refusals that any route may answer with. */
const anywhere = [
  'address-too-long',
  'host-not-served',
  'too-many-requests',
  'defect',
  'database-unreachable',
  'took-too-long',
];
const onWrites = ['origin-refused'];

/**
 * The description of everything served, OpenAPI 3.1, made from the route table, the views' schemas and the command catalogue.
 * The same text for the same sources: it is committed and compared.
 */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'CellRelay',
      version: '1',
      summary: 'Tracks a transplant’s cells from the order to the patient, and rings every deadline on the way',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: tags.map(([name, description]) => ({ name, description })),
    paths: pathsOf(routeList),
    components: {
      schemas: { ...answerSchemas(), ...bodySchemas(), ...commandSchemas() },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'cellrelay', description: 'Given by POST /api/v1/session' },
        token: { type: 'http', scheme: 'bearer', description: 'Made by POST /api/v1/account/tokens' },
      },
    },
    'x-commands': commandForms().map(({ name, stage, title, grave }) => ({
      name,
      stage,
      title,
      grave,
      schema: ref(name),
    })),
  };
}

const tags = [
  ['session', 'Sessions'],
  ['account', 'One’s own account'],
  ['people', 'Organisations and their people'],
  ['questions', 'Questions'],
  ['commands', 'Commanding'],
  ['links', 'Links for parties without an account'],
  ['deliveries', 'What people and programs are told, and what became of it'],
  ['scans', 'Scans of papers: what customs and airport security answered'],
  ['policies', 'Policies'],
  ['figures', 'Figures'],
  ['couriers', 'The pool of couriers'],
  ['rules', 'What borders ask for, and what a site has confirmed of it'],
  [
    'papers',
    'Papers: what they say that no log tells, made, issued, sent with requests, and checked by whoever holds one',
  ],
  ['identities', 'Who donor and recipients are, for their own side alone'],
  ['letters', 'Letters between donors and recipients, past the screeners of both registries'],
  ['bells', 'Whether bells ring, and what fell due while they did not'],
  ['readings', 'Temperature loggers: the devices, and what they send'],
  ['record', 'The audit record, and exports that can be verified'],
  ['live', 'Live changes'],
  ['health', 'Health'],
  ['description', 'This description'],
] as const;

function commandSchemas(): Json {
  return Object.fromEntries(commandForms().map((form) => [form.name, withStatedBy(form)]));
}

/** Any body may also say who said it, and that it stands although the record says otherwise; the command's own schema does not know of that. */
function withStatedBy({ fields: { $schema: _dialect, ...rest }, title }: CommandForm): Json {
  const { properties } = rest as { properties?: Json };
  return {
    ...rest,
    title,
    properties: { ...properties, statedBy: ref('StatedBy'), despiteRecord: ref('DespiteRecord') },
  };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function pathsOf(specs: readonly RouteSpec[]): Json {
  const paths = new Map<string, Record<string, unknown>>();
  specs.forEach((spec) => paths.set(spec.path, { ...paths.get(spec.path), [spec.method]: operationOf(spec) }));
  return Object.fromEntries(paths);
}

function operationOf(spec: RouteSpec): Json {
  const parameters = parametersOf(spec);
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.says,
    ...(spec.more === undefined ? {} : { description: spec.more }),
    security: securityOf(spec),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(spec.body === undefined ? {} : { requestBody: { required: true, content: contentOf(spec.body) } }),
    responses: responsesOf(spec),
  };
}

/** A program's token serves where one of some scope may go. */
function securityOf(spec: RouteSpec): readonly Json[] {
  if (spec.open) return [];
  return tokenReaches(spec, 'command') ? [{ session: [] }, { token: [] }] : [{ session: [] }];
}

function contentOf(body: string): Json {
  if (body !== 'file' && body !== 'scan') return { 'application/json': { schema: bodySchema(body) } };
  const types: readonly string[] = body === 'file' ? fileTypes : scanTypes;
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
}

function bodySchema(body: string): Json {
  return body === 'commands' ? { anyOf: commandForms().map((form) => ref(form.name)) } : ref(body);
}

function responsesOf(spec: RouteSpec): Json {
  const good = [spec.answer, ...(spec.also ?? [])].map(
    (answer) => [String(answer.status), responseOf(answer)] as const,
  );
  return Object.fromEntries([...good, ...problemsOf(spec)]);
}

function responseOf(answer: Omit<AnswerSpec, 'status'>): Json {
  const headers = Object.entries(answer.headers ?? {}).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ]);
  const content =
    answer.schema === undefined
      ? {}
      : { content: { [answer.mediaType ?? 'application/json']: { schema: ref(answer.schema) } } };
  return {
    description: answer.says,
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
    ...content,
  };
}

/** One answer per status, naming the codes that come with it. */
function problemsOf(spec: RouteSpec): readonly (readonly [string, Json])[] {
  const codes = [
    ...spec.refusals,
    ...anywhere,
    ...(spec.method === 'get' ? [] : onWrites),
    ...(spec.open ? [] : ['sign-in-needed']),
  ];
  const taken = new Set([spec.answer.status, ...(spec.also ?? []).map((answer) => answer.status)]);
  const statuses = [...new Set(codes.map(statusOf))].filter((status) => !taken.has(status)).sort((a, b) => a - b);
  return statuses.map((status) => {
    const named = codes.filter((code) => statusOf(code) === status).map((code) => `\`${code}\``);
    const content = { 'application/problem+json': { schema: ref('Problem') } };
    return [String(status), { description: `${titleOf(status)}: ${named.join(', ')}`, content }] as const;
  });
}
