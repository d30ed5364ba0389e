import { type PostgresWords, reach, roleThatBypasses, type Database } from '@cellrelay/adapter-postgres';
import {
  BoardQuestions,
  BorderRules,
  type DecisionQuestion,
  type ForecastQuestions,
  type Disclosures,
  type Identities,
  ImportOrders,
  IssueCommand,
  type LetterRuleChoice,
  type Letters,
  PaperFactsRegister,
  reached,
  SitePolicies,
  type Scans,
  type AfterCommit,
  type ReadingFiles,
  type TakeCommand,
  type TakeReadings,
  type TemperatureQuestion,
} from '@cellrelay/use-cases';
import type { ApiParts } from '../../../api/src/parts.js';
import { tracedAfter, tracedStore, WatchedTake } from '../watching/watched-commands.js';
import { useOf, watchingOf } from '../watching/watching.js';
import { exportsOf } from './exports-of.js';
import { linksOf } from './links-of.js';
import type { Opened } from './opened.js';
import { calendarsOf } from './calendars-of.js';
import {
  codesBy,
  labelsOn,
  openPress,
  papersOn,
  type LabelParts,
  type PaperPress,
  type SiteAddress,
} from './papers-on.js';
import { readingsOn } from './readings-on.js';
import { endpointsOn } from './sending-of.js';
import { airports, holidays, type StackOptions } from './stack-options.js';
import { openStores } from './stores.js';
import { identitiesOn, lettersOn, scansOn, wordsOn } from './walls-on.js';

/** Commands and questions, without HTTP. */
export interface ApiSide {
  readonly api: Database;
  readonly issue: IssueCommand;
  readonly take: TakeCommand;
  readonly policies: SitePolicies;
  readonly rules: BorderRules;
  readonly paperFacts: PaperFactsRegister;
  readonly questions: BoardQuestions;
  readonly identities: Identities;
  readonly disclosures: Disclosures;
  readonly letters: Letters;
  readonly letterRules: LetterRuleChoice;
  readonly forecasts: ForecastQuestions;
  readonly decisions: DecisionQuestion;
  readonly intake: TakeReadings;
  readonly temperature: TemperatureQuestion;
  readonly words: PostgresWords;
  readonly readingFiles: ReadingFiles;
  readonly press: PaperPress;
  readonly labels: LabelParts;
  readonly scans: Scans;
}

/** What of this side the API is made of. Without a folder of keys nothing is exported signed; without it or an address of the site papers have no code. */
export function servedBy(side: ApiSide, keysFolder: string | null = null, site: SiteAddress = { origin: null }) {
  const { api, take, questions, policies, identities, disclosures, letters, letterRules, words } = side;
  const { forecasts, decisions, intake, temperature, readingFiles } = side;
  const { figures, accounts, ownAccounts, people, board, changes, couriers, onCall, clock, downtimes, audit } = api;
  const { loggers, deliveryRecord, savedViews } = api;
  return {
    ...{ takeCommand: take, questions, policies, identities, disclosures, letters, letterRules, words, airports },
    ...{ rules: side.rules, paperFacts: side.paperFacts, scans: side.scans },
    ...side.labels,
    orders: ordersOn(api, take, policies),
    ...{ figures, accounts, ownAccounts, people, board, changes, couriers, onCall, clock, downtimes, audit },
    ...{ forecasts, decisions, intake, temperature, readingFiles, loggers, deliveryRecord, savedViews },
    exports: exportsOf(api, keysFolder),
    papers: papersOn(
      api,
      { rules: side.rules, entered: side.paperFacts },
      { ...side.press, issue: side.issue, words, codes: codesBy(api, keysFolder, site) },
    ),
    links: linksOf(api, take, keysFolder),
    endpoints: endpointsOn(api, keysFolder),
    ...calendarsOf(api),
  } satisfies Partial<ApiParts>;
}

/** Connects what takes commands and answers questions. `after` hangs the bells of a commit. */
export async function openApiSide(options: StackOptions, opened: Opened, after: AfterCommit): Promise<ApiSide> {
  const api = await openStores(options, options.urls.apiUrl, 'cellrelay api');
  opened.add(() => api.close());
  await warnOfNoWall(api, options);
  const watching = watchingOf(options);
  watching.metrics.ask({
    agenda: () => api.agenda.depth(),
    reach: () => reach(options.urls.apiUrl),
    open: () => api.agenda.open(),
    pools: { api: useOf(api.pool) },
  });
  const issue = new IssueCommand(tracedStore(api.shipments), tracedAfter(after), options.points ?? reached, holidays);
  const policies = new SitePolicies(api.policies, { airports, holidays });
  const { shipments: store, couriers, organisations, loggers } = api;
  const words = wordsOn(api, options);
  const paperFacts = paperFactsOn(api);
  const press = openPress(opened, options.points);
  return {
    api,
    issue,
    take: new WatchedTake(
      { issue, store, airports, policies, couriers, organisations, loggers, ...words.sealing },
      watching,
    ),
    policies,
    rules: new BorderRules(api.rules, api.shipments, () => api.clock.now()),
    paperFacts,
    questions: new BoardQuestions(api.shipments, api.board),
    ...identitiesOn(api, options.keysFolder ?? null),
    ...lettersOn(api, options.keysFolder ?? null),
    ...readingsOn(api, issue, options),
    scans: scansOn(api, issue, options.keysFolder ?? null),
    words: words.reader,
    press,
    labels: labelsOn(api, paperFacts, press.typesetter),
  };
}

/** Orders by file, each opened by a command as if it were typed. */
export function ordersOn(
  { shipments, board, clock }: Pick<Database, 'shipments' | 'board' | 'clock'>,
  take: Pick<TakeCommand, 'take'>,
  policies: Pick<SitePolicies, 'current'>,
): ImportOrders {
  return new ImportOrders({ take, shipments, references: board, policies, airports, clock });
}

/** What papers say that no log tells. */
export function paperFactsOn({
  paperFacts,
  shipments,
  couriers,
  organisations,
  clock,
}: Pick<Database, 'paperFacts' | 'shipments' | 'couriers' | 'organisations' | 'clock'>): PaperFactsRegister {
  return new PaperFactsRegister({ store: paperFacts, shipments, couriers, organisations, now: () => clock.now() });
}

/** Identities are refused then; everything else works. */
async function warnOfNoWall({ pool }: Database, { logger }: StackOptions): Promise<void> {
  const role = await roleThatBypasses(pool);
  if (role !== null) logger.error('row-security-bypassed', { role, reason: 'identities are neither kept nor shown' });
}
