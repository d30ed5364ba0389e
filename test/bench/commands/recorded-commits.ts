import { instantFromMillis } from '@cellrelay/kernel';
import { defaultPolicy } from '@cellrelay/shipment';
import {
  IssueCommand,
  noRelay,
  reached,
  TakeCommand,
  fixedPolicies,
  type Commit,
  type Loaded,
  type PlayedHistory,
  type ShipmentStore,
} from '@cellrelay/use-cases';
import { airports, holidays } from '../../../apps/ops/src/stack/open-stack.js';
import { accepted, dailyCommand, send, type Flown } from './daily-commands.js';

/** What the real commands write, taken down without a database: the yardstick writes exactly these rows. */
export async function recordCommits(history: PlayedHistory, flown: Flown, count: number): Promise<readonly Commit[]> {
  const store = new RecordingStore({ state: history.shipment, lastHash: '0'.repeat(64), now: nowInstant() });
  const take = new TakeCommand({
    issue: new IssueCommand(store, noRelay, reached, holidays),
    store,
    airports,
    policies: fixedPolicies(defaultPolicy),
  });
  const [first] = history.entries;
  if (first === undefined) throw new Error('a history without a line');
  for (let n = 0; n < count; n += 1) {
    accepted(await send(take, first.shipment, dailyCommand(n, flown), { key: `record-${n}`, ifMatch: null }));
  }
  return store.commits;
}

const nowInstant = (): Loaded['now'] => instantFromMillis(Date.now());

/** One shipment in memory, and what was to be written of it. */
class RecordingStore implements ShipmentStore {
  readonly commits: Commit[] = [];

  constructor(private loaded: Loaded) {}

  commit: ShipmentStore['commit'] = (_command, decide) => {
    const decided = decide({ ...this.loaded, now: nowInstant() });
    if (!decided.ok) return Promise.resolve({ kind: 'refused', refusal: decided.refusal });
    this.commits.push(decided.commit);
    const lastHash = decided.commit.entries.at(-1)?.hash ?? this.loaded.lastHash;
    this.loaded = { ...this.loaded, state: decided.commit.state, lastHash };
    return Promise.resolve({ kind: 'committed', answer: decided.commit.answer, bells: [] });
  };

  load: ShipmentStore['load'] = () => Promise.resolve(this.loaded.state);

  loadAll: ShipmentStore['loadAll'] = () => Promise.resolve([]);

  holders: ShipmentStore['holders'] = () => Promise.resolve([]);

  log: ShipmentStore['log'] = () => Promise.resolve([]);
}
