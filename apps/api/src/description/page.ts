import { prose, text } from './html.js';
import { kindOf, schemaHtml, type Schema } from './page-schema.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

interface Content {
  readonly [mediaType: string]: { readonly schema: Schema };
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

interface Described {
  readonly info: { readonly title: string; readonly summary: string; readonly version: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly 'x-commands': readonly {
    readonly name: string;
    readonly stage: string;
    readonly title: string;
    readonly grave: boolean;
  }[];
}

interface Placed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The description as one page, without scripts. */
export function descriptionPage(document: Readonly<Record<string, unknown>>): string {
  // The document is our own and stands beside this file's types; its spec reads it against both.
  const api = document as unknown as Described;
  const body = [
    ...api.tags.map((tag) => tagHtml(tag, placedUnder(api, tag.name))),
    commandsHtml(api),
    schemasHtml(api),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(api.info.title)}: API</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<header><h1>${text(api.info.title)} <small>API, version ${text(api.info.version)}</small></h1>
<p>${prose(api.info.summary)}. For programs: <a href="/api/v1/openapi.json">openapi.json</a></p></header>
<nav aria-label="Parts of this page">${navHtml(api)}</nav>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function navHtml(api: Described): string {
  const tags = api.tags.map((tag) => `<a href="#tag-${text(tag.name)}">${text(tag.description)}</a>`);
  return [...tags, '<a href="#commands">Every command</a>', '<a href="#schemas">Schemas</a>'].join('');
}

function placedUnder(api: Described, tag: string): readonly Placed[] {
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  return all.filter((each) => each.operation.tags.includes(tag));
}

/** The anchor is inside: a browser that goes there opens what is around it. */
function foldHtml(id: string, summary: string, inside: string): string {
  return `<details><summary>${summary}</summary><div id="${text(id)}">${inside}</div></details>`;
}

function tagHtml(tag: Described['tags'][number], placed: readonly Placed[]): string {
  return `<section id="tag-${text(tag.name)}"><h2>${text(tag.description)}</h2>${placed.map(operationHtml).join('')}</section>`;
}

function operationHtml({ method, path, operation }: Placed): string {
  const open = operation.security.length === 0 ? '<span class="open">without a session</span>' : '';
  const description = operation.description === undefined ? '' : `<p>${prose(operation.description)}</p>`;
  const summary = `<b class="${text(method)}">${text(method.toUpperCase())}</b> <code>${text(path)}</code> <span>${text(operation.summary)}</span> ${open}`;
  const inside = [
    description,
    parametersHtml(operation.parameters ?? []),
    bodyHtml(operation),
    responsesHtml(operation),
  ];
  return foldHtml(operation.operationId, summary, inside.join(''));
}

function parametersHtml(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: where, required, description, schema }) =>
      `<tr><td><code>${text(name)}</code> <span class="may">${text(where)}${required ? ', required' : ''}</span></td><td>${kindOf(schema)}</td><td>${prose(description ?? '')}</td></tr>`,
  );
  return `<h3>Parameters</h3><table><tbody>${rows.join('')}</tbody></table>`;
}

function bodyHtml({ operationId, requestBody }: Operation): string {
  const schema = requestBody?.content['application/json']?.schema;
  if (schema === undefined) return '';
  const kind =
    operationId === 'issueCommand' ? 'the command’s own, see <a href="#commands">every command</a>' : kindOf(schema);
  return `<h3>Body</h3><p>${kind}</p>`;
}

function responsesHtml({ responses }: Operation): string {
  const rows = Object.entries(responses).map(([status, { description, content }]) => {
    const kinds = Object.entries(content ?? {}).map(
      ([mediaType, { schema }]) => `${kindOf(schema)} <span class="may">${text(mediaType)}</span>`,
    );
    return `<tr><td>${text(status)}</td><td>${prose(description)}</td><td>${kinds.join('')}</td></tr>`;
  });
  return `<h3>Answers</h3><table><tbody>${rows.join('')}</tbody></table>`;
}

function commandsHtml(api: Described): string {
  const items = api['x-commands'].map(({ name, stage, title, grave }) => {
    const mark = grave ? ' <span class="grave">grave</span>' : '';
    const summary = `<code>${text(name)}</code> <span>${text(title)}</span> <span class="may">${text(stage)}</span>${mark}`;
    return foldHtml(`schema-${name}`, summary, schemaHtml(api.components.schemas[name] ?? {}));
  });
  return `<section id="commands"><h2>Every command</h2><p>Bodies of <a href="#issueCommand">POST …/commands/{name}</a>. Each may also carry <code>statedBy</code> (person, organisation, how) where it is not the account’s own word.</p>${items.join('')}</section>`;
}

function schemasHtml(api: Described): string {
  const commands = new Set(api['x-commands'].map((command) => command.name));
  const rest = Object.entries(api.components.schemas).filter(([name]) => !commands.has(name));
  const items = rest.map(([name, schema]) =>
    foldHtml(`schema-${name}`, `<code>${text(name)}</code>`, schemaHtml(schema)),
  );
  return `<section id="schemas"><h2>Schemas</h2>${items.join('')}</section>`;
}
