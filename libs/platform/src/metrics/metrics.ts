import type { AttemptOutcome, BellReport, Channel, SweepReport } from '@cellrelay/use-cases';
import type { Page } from '../watch/watch-server.js';
import type { Sources } from './sources.js';

/** What became of a command. `failed`: nobody knows, its author asks again. */
export type CommandFate = 'accepted' | 'refused' | 'repeated' | 'failed';

/** Who issues commands: people, or the bells. */
export type Issuer = 'person' | 'system';

/** What a desk said to a call, or that it failed. */
export type DeskFate = 'outcome' | 'by-hand' | 'unknown' | 'failed';

/** What a process counts of its work. Kinds and outcomes only: never a shipment, a person or anything said. */
export interface Metrics {
  command(by: Issuer, fate: CommandFate, ms: number): void;
  bell(report: BellReport): void;
  /** A look of the sweep; null: it failed. */
  looked(report: SweepReport | null): void;
  desk(kind: string, fate: DeskFate, ms: number): void;
  /** A try to tell somebody, by what came of it. */
  delivery(channel: Channel, outcome: AttemptOutcome): void;
  /** Names parts to ask whenever somebody looks, beside those named before. */
  ask(sources: Sources): void;
}

/** Metrics that can be looked at. */
export interface ShownMetrics extends Metrics {
  /** All of them in the text form of Prometheus, within two seconds or so even where nobody else answers. */
  page(): Promise<Page>;
}

const nothing = (): void => undefined;

/** Counts nothing: for a process that nobody watches. */
export const noMetrics: Metrics = {
  ...{ command: nothing, bell: nothing, looked: nothing, desk: nothing },
  ...{ delivery: nothing, ask: nothing },
};
