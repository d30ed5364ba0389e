import type { Database } from '@cellrelay/adapter-postgres';
import {
  BoardQuestions,
  IssueCommand,
  reached,
  SitePolicies,
  TakeCommand,
  type AfterCommit,
} from '@cellrelay/use-cases';
import type { ApiParts } from '../../../api/src/parts.js';
import type { Opened } from './opened.js';
import { airports, type StackOptions } from './stack-options.js';
import { openStores } from './stores.js';

/** Commands and questions, without HTTP. */
export interface ApiSide {
  readonly api: Database;
  readonly issue: IssueCommand;
  readonly take: TakeCommand;
  readonly policies: SitePolicies;
  readonly questions: BoardQuestions;
}

/** What of this side the API is made of. */
export function servedBy({ api, take, questions, policies }: ApiSide) {
  const { figures, accounts, board, changes, couriers, clock, downtimes } = api;
  return {
    ...{ takeCommand: take, questions, policies, airports },
    ...{ figures, accounts, board, changes, couriers, clock, downtimes },
  } satisfies Partial<ApiParts>;
}

/** Connects what takes commands and answers questions. `after` hangs the bells of a commit. */
export async function openApiSide(options: StackOptions, opened: Opened, after: AfterCommit): Promise<ApiSide> {
  const api = await openStores(options, options.urls.apiUrl, 'cellrelay api');
  opened.add(() => api.close());
  const issue = new IssueCommand(api.shipments, after, options.points ?? reached);
  const policies = new SitePolicies(api.policies);
  const { shipments: store, couriers } = api;
  return {
    api,
    issue,
    take: new TakeCommand({ issue, store, airports, policies, couriers }),
    policies,
    questions: new BoardQuestions(api.shipments, api.board),
  };
}
