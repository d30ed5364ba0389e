import { err, inZone, ok, type ZonedInstant } from '@cellrelay/kernel';
import { decided, inTheFuture, notAllowedNow, notWorded, outOfOrder, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { newsIn } from './temperature.changes.js';
import type {
  BindLogger,
  LoggerBinding,
  LoggerStatus,
  RecordLoggerHeard,
  RecordLoggerSilent,
  TemperatureCommand,
  TemperatureEvent,
  TemperatureFacts,
  TemperatureReport,
  TemperatureState,
  UnbindLogger,
} from './temperature.js';
import { watchOf } from './temperature.watched.js';
import { loggerTable } from './temperature.transitions.js';

/** Binds and unbinds loggers, and takes down what their readings imply; the readings themselves stay out of the log. */
export function decideTemperature(
  command: TemperatureCommand,
  state: TemperatureState,
  facts: TemperatureFacts,
): Decision<TemperatureEvent> {
  if (command.name === 'RecordTemperature') return reportTaken(command.data, state, facts);
  const { logger } = command.data;
  const refused = notAllowedNow(loggerTable, {
    command: command.name,
    state: statusOf(state, logger),
    what: `Logger ${logger}`,
  });
  if (refused !== undefined) return err(refused);
  switch (command.name) {
    case 'BindLogger':
      return decided(bindingProblem(command, state, facts), () => [bindingOf(command)]);
    case 'UnbindLogger':
      return decided(unbindingProblem(command, state, facts), () => [unbindingOf(command)]);
    case 'RecordLoggerHeard':
      return decided(heardProblem(command, state, facts), () => [heardOf(command)]);
    case 'RecordLoggerSilent':
      return decided(silentProblem(command, state, facts), () => [silentOf(command)]);
  }
}

/** Whether the logger is bound now. */
export function statusOf(state: TemperatureState, logger: string): LoggerStatus {
  return bindingNow(state, logger) === undefined ? 'unbound' : 'bound';
}

function bindingNow({ bindings }: TemperatureState, logger: string): LoggerBinding | undefined {
  return bindings.find((each) => each.logger === logger && each.unboundAt === null);
}

function envelope(occurredAt: ZonedInstant) {
  return { v: 1, stage: 'temperature', occurredAt } as const;
}

function bindingProblem({ data }: BindLogger, state: TemperatureState, facts: TemperatureFacts): Refusal | undefined {
  const last = state.bindings.findLast(({ logger }) => logger === data.logger);
  return (
    notWorded(data.logger, 'The logger’s number', '/logger', 60) ??
    inTheFuture(data.boundAt, facts.now, '/boundAt') ??
    noSuchBox(data.box, facts) ??
    outOfOrder(facts, boundTooEarly(data.boundAt, last))
  );
}

function noSuchBox(box: string, { boxes }: TemperatureFacts): Refusal | undefined {
  if (boxes.some((each) => each.box === box)) return undefined;
  const known = [...new Set(boxes.map((each) => each.box))];
  const sentence =
    known.length === 0
      ? 'No box is packed and no shipper charged: a logger is bound to one that is.'
      : `${box} is no box or shipper of this shipment; there is ${known.join(', ')}.`;
  const allowed = known.length === 0 ? ['PackBox', 'ChargeShipper'] : known;
  return { code: 'logger-without-box', sentence, at: '/box', allowed };
}

function boundTooEarly(boundAt: ZonedInstant, last: LoggerBinding | undefined): Refusal | undefined {
  if (last?.unboundAt == null || boundAt.at >= last.unboundAt.at) return undefined;
  const sentence = `Logger ${last.logger} was in ${last.box} until ${inZone(last.unboundAt.at, boundAt.zone)}: it cannot be in two boxes at once.`;
  return { code: 'logger-bound-twice', sentence, at: '/boundAt' };
}

function bindingOf({ data: { boundAt, ...bound } }: BindLogger): TemperatureEvent {
  return { type: 'LoggerBound', ...envelope(boundAt), data: bound };
}

function unbindingProblem(
  { data: { logger, unboundAt, reason } }: UnbindLogger,
  state: TemperatureState,
  facts: TemperatureFacts,
): Refusal | undefined {
  const bound = bindingNow(state, logger);
  return (
    notWorded(reason, 'The reason', '/reason') ??
    inTheFuture(unboundAt, facts.now, '/unboundAt') ??
    outOfOrder(facts, bound === undefined ? undefined : unboundTooEarly(unboundAt, bound))
  );
}

function unboundTooEarly(unboundAt: ZonedInstant, { logger, boundAt }: LoggerBinding): Refusal | undefined {
  if (unboundAt.at >= boundAt.at) return undefined;
  const sentence = `Logger ${logger} was bound at ${inZone(boundAt.at, unboundAt.zone)} only.`;
  return { code: 'unbound-before-bound', sentence, at: '/unboundAt' };
}

function unbindingOf({ data: { unboundAt, ...data } }: UnbindLogger): TemperatureEvent {
  return { type: 'LoggerUnbound', ...envelope(unboundAt), data };
}

const utc = (at: ZonedInstant['at']): ZonedInstant => ({ at, zone: 'UTC' as ZonedInstant['zone'] });

/** What is known already is not heard again: the bell would find the same call due for ever. */
function heardProblem(
  { data: { logger, through } }: RecordLoggerHeard,
  state: TemperatureState,
  facts: TemperatureFacts,
): Refusal | undefined {
  const known = watchOf(state, logger).through;
  const early = known !== null && through.at <= known;
  const sentence = `Logger ${logger} was heard through ${known === null ? '' : inZone(known, through.zone)} already.`;
  return (
    inTheFuture(through, facts.now, '/through') ??
    (early ? { code: 'logger-heard-already', sentence, at: '/through' } : undefined)
  );
}

function heardOf({ data }: RecordLoggerHeard): TemperatureEvent {
  return { type: 'LoggerHeard', ...envelope(data.through), data: { logger: data.logger, through: data.through.at } };
}

function silentProblem(
  { data: { since } }: RecordLoggerSilent,
  _state: TemperatureState,
  facts: TemperatureFacts,
): Refusal | undefined {
  return inTheFuture(since, facts.now, '/since');
}

function silentOf({ data }: RecordLoggerSilent): TemperatureEvent {
  return { type: 'LoggerSilent', ...envelope(data.since), data: { logger: data.logger, since: data.since.at } };
}

/** A report that is older than what is on record was overtaken by another: who made it makes it anew, from all readings there are. */
function reportTaken(
  report: TemperatureReport,
  state: TemperatureState,
  { now }: TemperatureFacts,
): Decision<TemperatureEvent> {
  const { asOf } = report.basis;
  const future = inTheFuture(utc(asOf), now, '/basis/asOf');
  if (future !== undefined) return err(future);
  if (state.reportedAsOf === null || asOf >= state.reportedAsOf) return ok(newsIn(report, state));
  const sentence = `What the readings say is on record as of ${state.reportedAsOf}: a report as of ${asOf} is made anew.`;
  return err({ code: 'report-overtaken', sentence, at: '/basis/asOf' });
}
