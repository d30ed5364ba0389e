import { agendaOf, type Alert, type Obligation, type Shipment } from '@cellrelay/shipment';
import { entryOf, type StoredEntry } from '@cellrelay/use-cases';
import type { TakenStep } from '../run/run-scenario.js';
import type { Expectations, KeyedMoment, Scenario } from '../scenario/scenario.js';
import { rungBells, type RungBell } from './rung-bells.js';
import { unmetOwed, unmetStates } from './standing.js';

/** What a run has come to. */
export interface Ran {
  readonly taken: readonly TakenStep[];
  readonly shipment: Shipment;
  readonly log: readonly StoredEntry[];
}

/** How many expectations were looked at, and those that were missed, each as a sentence. */
export interface Judged {
  readonly looked: number;
  readonly missed: readonly string[];
}

/** Holds a run against what its scenario expects. */
export function judge(scenario: Scenario, ran: Ran): Judged {
  const { expect } = scenario;
  const raised = ran.shipment.stages.alert.alerts;
  const missed = [
    ...ran.taken.flatMap(missedStep),
    ...unmetStates(expect.states ?? {}, ran.shipment),
    ...missedAgenda(expect, agendaOf(ran.shipment).filter(looksAt(expect, ({ key }) => key))),
    ...missedBells(expect, rungBells(ran.log)),
    ...(expect.alerts === null
      ? []
      : missedAlerts(expect.alerts, raised.filter(looksAt(expect, ({ cause }) => cause.key)))),
    ...missedCounts(expect.log, ran.log),
  ];
  return { looked: lookedAt(scenario), missed };
}

function lookedAt({ steps, expect }: Scenario): number {
  const ofSteps = steps.flatMap(({ then }) => [1, ...(then === null ? [] : Object.values(then).map(sizeOf))]);
  const ofAll = Object.values(expect).map(sizeOf);
  return [...ofSteps, ...ofAll].reduce((sum, each) => sum + each, 0);
}

/** An empty list that is expected is one thing looked at. */
function sizeOf(expected: object | null): number {
  return expected === null ? 0 : Array.isArray(expected) ? Math.max(1, expected.length) : Object.keys(expected).length;
}

function missedStep({ step, outcome, unmet }: TakenStep): readonly string[] {
  const name = `step ${step.number} (${step.command})`;
  const after = unmet.map((each) => `after ${name}: ${each}`);
  if (outcome === null) return after;
  if (outcome.kind === 'accepted') {
    return step.refusedAs === null
      ? after
      : [`${name} was accepted, expected to be refused as ${step.refusedAs}`, ...after];
  }
  if (step.refusedAs === outcome.code) return after;
  const expected = step.refusedAs === null ? 'to be accepted' : `to be refused as ${step.refusedAs}`;
  return [`${name} was refused as ${outcome.code}, expected ${expected}: ${outcome.sentence}`, ...after];
}

/**
 * Every infusion is followed up weeks later, and every alert is told until somebody acknowledges it: a scenario that names none of those is not about them, and is
 * not held to them.
 */
function looksAt<Item>(expect: Expectations, keyOf: (item: Item) => string): (item: Item) => boolean {
  const expected = JSON.stringify(expect);
  const beside = ['follow-up/', 'tell/'].filter((of) => !expected.includes(of));
  return (item) => !beside.some((of) => keyOf(item).includes(of));
}

function missedAgenda({ owes }: Expectations, agenda: readonly Obligation[]): readonly string[] {
  if (owes === null) return [];
  const unexpected = agenda.filter((item) => !owes.some((each) => each.key === item.key));
  return [
    ...owes.flatMap((each) => unmetOwed(each, agenda)),
    ...unexpected.map((item) => `${item.key} is owed at the end, which was not expected`),
  ];
}

function missedBells({ rang, rangNot }: Expectations, rung: readonly RungBell[]): readonly string[] {
  return [
    ...rang.flatMap((each) => missedBell(each, rung)),
    ...rangNot.filter((key) => rung.some((bell) => bell.key === key)).map((key) => `${key} rang, but was not to`),
  ];
}

function missedBell({ key, at }: KeyedMoment, rung: readonly RungBell[]): readonly string[] {
  const times = rung.filter((bell) => bell.key === key).map((bell) => bell.at);
  if (times.includes(at)) return [];
  return [`${key} rang ${times.length === 0 ? 'never' : `at ${times.join(' and ')}`}, expected at ${at}`];
}

function missedAlerts(expected: NonNullable<Expectations['alerts']>, raised: readonly Alert[]): readonly string[] {
  const found = raised.map((alert) => alert.cause.key);
  if (found.join('\n') !== expected.map((each) => each.cause).join('\n')) {
    return [
      `the alerts were ${found.join(', ') || 'none'}; expected ${expected.map((each) => each.cause).join(', ') || 'none'}`,
    ];
  }
  return expected.flatMap(({ cause, at, resolved }, index) => {
    const alert = raised[index];
    if (alert === undefined) return [];
    return [
      ...(at === null || alert.raisedAt === at
        ? []
        : [`the alert for ${cause} was raised at ${alert.raisedAt}, expected at ${at}`]),
      ...(resolved === null || (alert.status === 'resolved') === resolved
        ? []
        : [`the alert for ${cause} is ${alert.status}, expected ${resolved ? '' : 'not '}resolved`]),
    ];
  });
}

function missedCounts(expected: Readonly<Record<string, number>>, log: readonly StoredEntry[]): readonly string[] {
  const types = log.map((line) => entryOf(line.text).event.type as string);
  return Object.entries(expected).flatMap(([type, count]) => {
    const found = types.filter((each) => each === type).length;
    return found === count ? [] : [`the log holds ${type} ${found} times, expected ${count}`];
  });
}
