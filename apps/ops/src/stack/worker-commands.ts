import type { Database } from '@cellrelay/adapter-postgres';
import { reached, type AfterCommit, type IssueCommand, type ReportReadings } from '@cellrelay/use-cases';
import { tracedAfter, tracedStore, WatchedIssue } from '../watching/watched-commands.js';
import type { Watching } from '../watching/watching.js';
import { reportsOn } from './readings-on.js';
import type { StackOptions } from './stack-options.js';

/** What a worker issues: outcomes of bells, and what readings imply that nobody has recorded. */
export function commandsOn(
  worker: Database,
  { points = reached, logger }: Pick<StackOptions, 'points' | 'logger'>,
  { after, watching }: { readonly after: AfterCommit; readonly watching: Watching },
): { readonly issue: IssueCommand; readonly reports: ReportReadings } {
  const store = tracedStore(worker.shipments);
  const issue = new WatchedIssue({ store, after: tracedAfter(after), points }, watching);
  return { issue, reports: reportsOn(worker, issue, logger) };
}
