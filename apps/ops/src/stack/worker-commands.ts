import type { Database } from '@cellrelay/adapter-postgres';
import {
  BorderRules,
  reached,
  type AfterCommit,
  type FollowRequestMails,
  type IssueCommand,
  type ReportPapers,
  type ReportReadings,
} from '@cellrelay/use-cases';
import { tracedAfter, tracedStore, WatchedIssue } from '../watching/watched-commands.js';
import type { Watching } from '../watching/watching.js';
import { paperFactsOn } from './api-side.js';
import { paperReportsOn } from './papers-on.js';
import { reportsOn } from './readings-on.js';
import { followingOn } from './requests-on.js';
import type { StackOptions } from './stack-options.js';

/** What a worker issues: outcomes of bells, what readings imply that nobody has recorded, which papers are outdated, and which requests are with their offices. */
export interface WorkerCommands {
  readonly issue: IssueCommand;
  readonly reports: ReportReadings;
  readonly paperReports: ReportPapers;
  readonly following: FollowRequestMails;
}

/** All of them, by one way of issuing. */
export function commandsOn(
  worker: Database,
  { points = reached, logger }: Pick<StackOptions, 'points' | 'logger'>,
  { after, watching }: { readonly after: AfterCommit; readonly watching: Watching },
): WorkerCommands {
  const store = tracedStore(worker.shipments);
  const issue = new WatchedIssue({ store, after: tracedAfter(after), points }, watching);
  const rules = new BorderRules(worker.rules, worker.shipments, () => worker.clock.now());
  const ground = { rules, entered: paperFactsOn(worker) };
  return {
    issue,
    reports: reportsOn(worker, issue, logger),
    paperReports: paperReportsOn(worker, ground, { issue, logger }),
    following: followingOn(worker, issue, logger),
  };
}
