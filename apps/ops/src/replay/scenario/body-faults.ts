import { shipmentIdOf, type ShipmentId } from '@cellrelay/kernel';
import { defaultPolicy, type Refusal } from '@cellrelay/shipment';
import { isPersonCommand, parseCommandBody, type Airports } from '@cellrelay/use-cases';
import type { PathFault } from './locate.js';
import { withAnyLine } from './named-fact.js';
import { policiesOf } from './policies.js';
import { isPapersStep, papersFaults } from './papers-step.js';
import { readingsFaults, sendReadings } from './readings-step.js';
import type { ScenarioFile } from './scenario.schema.js';

/** For reading bodies only: the shipment's own id is checked elsewhere. */
const anyShipment = '00000000-0000-4000-8000-000000000000' as ShipmentId;

/** What is wrong with the commands of a scenario: names that people cannot issue, and bodies that could never be accepted though they are to be. */
export function bodyFaults(file: ScenarioFile, airports: Airports): readonly PathFault[] {
  const shipment = shipmentIdOf(file.shipment) ?? anyShipment;
  const policies = [defaultPolicy, ...policiesOf(file)];
  const policyVersions = policies.map(({ version }) => version);
  const read = (
    name: string,
    body: Readonly<Record<string, unknown>>,
    path: readonly PropertyKey[],
  ): readonly PathFault[] => {
    const policy = policies.find(({ version }) => version === namedIn(body)) ?? defaultPolicy;
    const parsed = parseCommandBody(name, withAnyLine(name, body), { shipment, airports, policy, policyVersions });
    return parsed.ok ? [] : parsed.error.map((refusal) => faultOf(refusal, path));
  };
  return [
    ...notAnExample(file),
    ...read('OpenShipment', file.open.with, ['open', 'with']),
    ...file.steps.flatMap(({ do: name, with: body, expect }, index) => {
      if (name === sendReadings) return readingsFaults(body, ['steps', index, 'with']);
      if (isPapersStep(name)) return papersFaults(name, body, ['steps', index, 'with']);
      if (isPersonCommand(name)) return expect === 'accepted' ? read(name, body, ['steps', index, 'with']) : [];
      return read(name, body, ['steps', index, 'do']);
    }),
  ];
}

function namedIn(body: unknown): unknown {
  return (body as Readonly<Record<string, unknown>>)['version'];
}

/** A scenario is an example by law: it must never be able to reach a real desk. */
function notAnExample({ open }: ScenarioFile): readonly PathFault[] {
  if (open.with['example'] === true) return [];
  return [
    { path: ['open', 'with', 'example'], sentence: 'A scenario is an example: write "example: true" into its order.' },
  ];
}

function faultOf({ at, sentence, code, allowed = [] }: Refusal, path: readonly PropertyKey[]): PathFault {
  const known = commandCodes.has(code) ? ` There are: ${allowed.join(', ')}.` : '';
  return { path: [...path, ...partsOf(at ?? '')], sentence: `${sentence}${known}` };
}

/** Of commands the names are told too: a scenario has no form to choose them from. */
const commandCodes: ReadonlySet<string> = new Set(['unknown-command', 'command-not-for-people']);

/** A JSON pointer's parts; list indices as numbers, as the document knows them. */
function partsOf(pointer: string): readonly PropertyKey[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
