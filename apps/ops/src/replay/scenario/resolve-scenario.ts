import type { RehearsalLine } from '@cellrelay/adapter-desks';
import { err, ok, shipmentIdOf, zoneOf, type Instant, type Result, type Zone } from '@cellrelay/kernel';
import { callKinds } from '@cellrelay/shipment';
import type { Airports } from '@cellrelay/use-cases';
import { bodyFaults } from './body-faults.js';
import { expectFaults } from './expect-faults.js';
import type { PathFault } from './locate.js';
import { Moments } from './moments.js';
import { policiesOf, policyFaults } from './policies.js';
import type { Expectations, Scenario, Standing, Step } from './scenario.js';
import type { ScenarioFile, StandingField } from './scenario.schema.js';

/** A well-shaped file as a scenario, or all that is wrong with what it says. */
export function resolveScenario(file: ScenarioFile, airports: Airports): Result<Scenario, readonly PathFault[]> {
  const moments = new Moments();
  const steps = stepsOf(file, moments);
  const shipment = shipmentIdOf(file.shipment);
  const expect = expectationsOf(file.expect, moments);
  const until = file.until === 'closed' ? null : moments.at(file.until, ['until']);
  const faults = [
    ...(shipment === undefined
      ? [{ path: ['shipment'], sentence: `"${file.shipment}" is not a UUID in lower case.` }]
      : []),
    ...moments.faults,
    ...outOfOrder(steps.filter(({ number }) => !moments.isFaulty(pathOf(number)))),
    ...deskFaults(file.desks),
    ...policyFaults(file),
    ...bodyFaults(file, airports),
    ...expectFaults(file),
  ];
  const zones = zonesOf(file);
  if (faults.length > 0 || shipment === undefined || zones === undefined) return err(faults);
  const { name, about, seed } = file;
  return ok({
    name,
    about,
    shipment,
    script: { seed, lines: linesOf(file) },
    policies: policiesOf(file),
    steps,
    until,
    expect,
    zones,
  });
}

function stepsOf(file: ScenarioFile, moments: Moments): readonly Step[] {
  const { open } = file;
  const opening: Step = {
    number: 0,
    at: moments.at(open.at, ['open', 'at']),
    command: 'OpenShipment',
    body: bodyOf({ ...open, despiteRecord: undefined }),
    refusedAs: null,
    then: null,
  };
  const rest = file.steps.map((step, index): Step => ({
    number: index + 1,
    at: moments.at(step.at, ['steps', index, 'at']),
    command: step.do,
    body: bodyOf(step),
    refusedAs: step.expect === 'accepted' ? null : step.expect.refused,
    then: step.then === undefined ? null : standingOf(step.then, moments, ['steps', index, 'then']),
  }));
  return [opening, ...rest];
}

function bodyOf(said: Said): Readonly<Record<string, unknown>> {
  const { by, despiteRecord } = said;
  return {
    ...said.with,
    ...(by === undefined ? {} : { statedBy: by }),
    ...(despiteRecord === undefined ? {} : { despiteRecord }),
  };
}

type Said = Pick<ScenarioFile['open'], 'by' | 'with'> & Pick<ScenarioFile['steps'][number], 'despiteRecord'>;

function standingOf(field: StandingField, moments: Moments, path: readonly PropertyKey[]): Standing {
  return {
    states: field.states ?? null,
    owes:
      field.owes?.map((each, index) => keyed(each.key, moments.at(each.dueAt, [...path, 'owes', index, 'dueAt']))) ??
      null,
    owesNot: field.owesNot ?? null,
    alerts: field.alerts ?? null,
  };
}

function keyed(key: string, at: Instant): { readonly key: string; readonly at: Instant } {
  return { key, at };
}

function expectationsOf(field: ScenarioFile['expect'], moments: Moments): Expectations {
  const at = (moment: ScenarioFile['open']['at'], ...path: PropertyKey[]): Instant =>
    moments.at(moment, ['expect', ...path]);
  return {
    states: field.states ?? null,
    owes: field.owes?.map((each, index) => keyed(each.key, at(each.dueAt, 'owes', index, 'dueAt'))) ?? null,
    rang: (field.rang ?? []).map((each, index) => keyed(each.key, at(each.at, 'rang', index, 'at'))),
    rangNot: field.rangNot ?? [],
    alerts:
      field.alerts?.map((each, index) => ({
        cause: each.cause,
        at: each.at === undefined ? null : at(each.at, 'alerts', index, 'at'),
        resolved: each.resolved ?? null,
      })) ?? null,
    log: field.log ?? {},
  };
}

function pathOf(number: number): readonly PropertyKey[] {
  return number === 0 ? ['open', 'at'] : ['steps', number - 1, 'at'];
}

/** Steps are recorded one after the other: the clock of a replay never goes back. */
function outOfOrder(steps: readonly Step[]): readonly PathFault[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (before === undefined || step.at >= before.at) return [];
    return [{ path: pathOf(step.number), sentence: 'This step is recorded before the one above it.' }];
  });
}

function deskFaults(desks: ScenarioFile['desks']): readonly PathFault[] {
  return desks.flatMap(({ call, says, minutes }, index) => {
    const kind = call.split('/')[0] ?? '';
    const known = (callKinds as readonly string[]).includes(kind.replace(/\*$/, ''));
    return [
      ...(known
        ? []
        : [
            {
              path: ['desks', index, 'call'],
              sentence: `No call is named "${kind}". There are: ${callKinds.join(', ')}.`,
            },
          ]),
      ...(says === 'late' && minutes === undefined
        ? [{ path: ['desks', index, 'says'], sentence: '"late" needs minutes: how late.' }]
        : []),
    ];
  });
}

function linesOf(file: ScenarioFile): readonly RehearsalLine[] {
  return file.desks.map(({ call, says, minutes, reason, validDays }) => ({
    call,
    says,
    ...(minutes === undefined ? {} : { minutes }),
    ...(reason === undefined ? {} : { reason }),
    ...(validDays === undefined ? {} : { validDays }),
  }));
}

/** The zones of the two centres. Undefined where the order does not say them, which its own body check has told by then. */
function zonesOf(file: ScenarioFile): Scenario['zones'] | undefined {
  const zone = (centre: string): Zone | undefined => {
    const parties = file.open.with['parties'] as Readonly<Record<string, { readonly zone?: unknown }>> | undefined;
    const said = parties?.[centre]?.zone;
    return typeof said === 'string' ? zoneOf(said) : undefined;
  };
  const [collectionCentre, transplantCentre] = [zone('collectionCentre'), zone('transplantCentre')];
  return collectionCentre === undefined || transplantCentre === undefined
    ? undefined
    : { collectionCentre, transplantCentre };
}
