import { commandForms } from '../commands/command-forms.js';
import { routeList } from '../routes/route-table.js';
import { openApiDocument } from './open-api-document.js';
import { descriptionPage } from './page.js';

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<string, unknown>;
}

const document = openApiDocument() as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the description', () => {
  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('has every line of the route table, once, under a name of its own', () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      routeList.map((spec) => spec.id).sort(),
    );
    expect(new Set(routeList.map((spec) => `${spec.method} ${spec.path}`)).size).toBe(routeList.length);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((found) => String(found[1]));
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((each) => !known.includes(each))).toEqual([]);
  });

  it('names every parameter of a path', () => {
    for (const { path, operation } of operations) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      const given = (operation.parameters ?? []).filter((each) => each.in === 'path').map((each) => each.name);
      expect({ path, given }).toEqual({ path, given: wanted });
    }
  });

  it('says of sign-in, joining, links, calendars, devices, how a paper stands, health and itself alone that they answer without a session', () => {
    const open = operations.filter(({ operation }) => operation.security.length === 0);
    expect(open.map(({ operation }) => operation.operationId).sort()).toEqual(
      [
        ...['calendarFeed', 'docs', 'docsStyle', 'healthLive', 'healthReady', 'openApi', 'session', 'signIn'],
        ...['join', 'lookAtInvitation', 'lookAtLink', 'sendByLink', 'sendReadings'],
        ...['providerCallback', 'signInBy', 'signInByProvider', 'paperPage', 'paperStanding'],
      ].sort(),
    );
  });

  it('tells the problems of every route', () => {
    for (const { operation } of operations)
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['429', '500']));
  });

  it('describes the body of every command that people may issue, and that it may say who stated it', () => {
    expect(commandForms().length).toBeGreaterThan(40);
    expect(commandForms().find(({ name }) => name === 'CorrectFact')?.stage).toBe('stage of the fact');
    for (const { name, title } of commandForms()) {
      expect(document.components.schemas[name]).toMatchObject({ type: 'object', title, additionalProperties: false });
      expect(document.components.schemas[name]?.['properties']).toHaveProperty('statedBy');
    }
  });

  it('is the same each time it is made', () => {
    expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(document));
  });
});

describe('the page', () => {
  const page = descriptionPage(openApiDocument());

  it('shows every route and every command', () => {
    const missing = [...routeList.map((spec) => spec.id), ...commandForms().map((form) => `schema-${form.name}`)];
    expect(missing.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  });

  it('links to nothing that is not on it', () => {
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((found) => String(found[1]));
    expect(links.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  });

  it('has neither script nor inline style, which the content security policy forbids', () => {
    expect(/<script|<style|\sstyle=|\son\w+="/.exec(page)).toBeNull();
  });
});
