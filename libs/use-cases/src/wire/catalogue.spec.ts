import { commandStages, type ShipmentCommand } from '@cellrelay/shipment';
import { commandCatalogue, fieldsOf, isPersonCommand, isSystemCommand, titleOf, stageCommanded } from './catalogue.js';
import type { PersonCommandName, PreparedCommandName, SystemCommandName } from './command-wire.js';

/** Fails to compile when a name of the union is neither a person's, prepared for one, nor the system's. */
type Covered = PersonCommandName | PreparedCommandName | SystemCommandName;
const allNamed: [ShipmentCommand['name']] extends [Covered] ? true : never = true;

const forPeople = commandCatalogue.filter((entry) => entry.by === 'person');

describe('the catalogue of commands', () => {
  it('covers exactly the commands that the core knows, each with its stage', () => {
    expect(allNamed).toBe(true);
    expect(commandCatalogue.map((entry) => entry.name).sort()).toEqual(Object.keys(commandStages).sort());
    expect(commandCatalogue.every((entry) => entry.stage === commandStages[entry.name])).toBe(true);
  });

  it('has a schema for every command whose body people send, and none for the prepared and the system’s', () => {
    expect(commandCatalogue.filter((entry) => (entry.schema === null) === (entry.by === 'person'))).toEqual([]);
    expect(forPeople.every((entry) => isPersonCommand(entry.name) && !isSystemCommand(entry.name))).toBe(true);
  });

  it('gives every button its own words', () => {
    expect(new Set(commandCatalogue.map((entry) => entry.title)).size).toBe(commandCatalogue.length);
  });

  it('makes the consequences of grave commands known', () => {
    expect(forPeople.filter((entry) => entry.grave !== (entry.consequencesHint !== undefined))).toEqual([]);
    expect(forPeople.filter((entry) => entry.grave).map((entry) => entry.name)).toContain('DecideOnCount');
  });
});

describe('the JSON Schema of a body', () => {
  it.each(forPeople.map((entry) => entry.name))('%s is closed and every field has a title', (name) => {
    const schema = fieldsOf(name as PersonCommandName) as JsonSchema;
    expect(schema.type).toBe('object');
    expect(openObjectsIn(schema)).toEqual([]);
    expect(Object.entries(schema.properties ?? {}).filter(([, field]) => field.title === undefined)).toEqual([]);
  });

  it('says what kind of field a form is to show, and the unit', () => {
    const count = fieldsOf('RecordCellCount') as JsonSchema;
    const timed = { 'x-kind': 'zoned-time', title: 'Counted at', type: 'object' };
    expect(fieldAt(count, 'countedAt')).toMatchObject(timed);
    expect(fieldAt(count, 'bags', 'volumeMl')).toMatchObject({ 'x-unit': 'mL', minimum: 1 });
    expect(fieldAt(count, 'bags', 'bag')).toMatchObject({ 'x-kind': 'bag', type: 'string' });
    const flight = fieldAt(fieldsOf('ProposePlan'), 'legs', 'flight');
    expect(flight).toMatchObject({ 'x-kind': 'flight', required: flightFields });
  });

  it('is made once and the same each time', () => {
    expect(fieldsOf('ClearDonor')).toBe(fieldsOf('ClearDonor'));
    expect(titleOf('RecordCellCount')).toBe('Record the count');
  });
});

describe('the stage that a body moves', () => {
  it.each([
    ['ClearDonor', {}, 'donor-clearance'],
    ['CorrectFact', { command: 'RecordReceipt' }, 'receipt'],
    ['CorrectFact', { command: 'toString' }, 'order'],
    ['CorrectFact', null, 'order'],
    ['Unheard', {}, 'order'],
  ])('%s with %j: %s', (name, body, stage) => {
    expect(stageCommanded(name, body)).toBe(stage);
  });
});

const flightFields = ['designator', 'from', 'to', 'departsLocal', 'arrivesLocal'];

interface JsonSchema {
  type?: string;
  title?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  required?: string[];
  additionalProperties?: unknown;
  'x-kind'?: string;
}

/** A field by its path, through the items of lists. */
function fieldAt(schema: JsonSchema, ...path: string[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((below, name) => (below?.items ?? below)?.properties?.[name], schema);
}

function openObjectsIn(schema: JsonSchema): JsonSchema[] {
  const below = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ];
  // The body of another command, which that command's own schema closes.
  const within = schema['x-kind'] === 'command-body';
  const open = schema.type === 'object' && schema.additionalProperties !== false && !within;
  return [...(open ? [schema] : []), ...below.flatMap(openObjectsIn)];
}
