import { createLogger, noMetrics, type Metrics } from '@cellrelay/platform';
import { reached, type CommitOutcome, type ShipmentStore } from '@cellrelay/use-cases';
import { WatchedIssue } from './watched-commands.js';

const answer = { shipment: 's', revision: 7, stageRevisions: {}, events: [] };

/** A command of the bells over a store that answers so. */
async function issued(commit: () => Promise<CommitOutcome>) {
  const counted: unknown[] = [];
  const lines: string[] = [];
  const metrics: Metrics = { ...noMetrics, command: (by, fate) => counted.push([by, fate]) };
  const logger = createLogger({ level: 'debug', form: 'json', write: (line) => lines.push(line) });
  const store = { commit } as unknown as ShipmentStore;
  const after = { committed: () => Promise.resolve() };
  const issue = new WatchedIssue({ store, after, points: reached }, { metrics, logger });
  const command = { name: 'RingDeadline', data: { key: 'clearance-due', dueAt: '2026-08-21T00:00:00.000Z' } };
  const outcome = await issue
    .asSystem('s' as never, 'bell/s/clearance-due@1/RingDeadline' as never, command as never, {} as never)
    .catch((error: unknown) => String(error));
  return { outcome, counted, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('a watched command', () => {
  it.each([
    ['accepted', { kind: 'committed', answer, bells: [] }],
    ['repeated', { kind: 'repeated', answer }],
    ['refused', { kind: 'refused', refusal: { code: 'not-owed', sentence: 'Of ZZ-TELLTALE.' } }],
  ])('is counted and logged as %s, with its scope and no sentence', async (fate, committed) => {
    const { counted, lines } = await issued(() => Promise.resolve(committed as unknown as CommitOutcome));
    expect(counted).toEqual([['system', fate]]);
    expect(lines).toMatchObject([
      { level: 'debug', event: `command-${fate}`, shipment: 's', command: 'RingDeadline', key: 'clearance-due' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('TELLTALE');
  });

  it('that fails is counted as that, and fails all the same', async () => {
    const { outcome, counted, lines } = await issued(() => Promise.reject(new TypeError('ZZ-TELLTALE')));
    expect(outcome).toBe('TypeError: ZZ-TELLTALE');
    expect(counted).toEqual([['system', 'failed']]);
    expect(lines).toMatchObject([{ event: 'command-failed', reason: 'TypeError' }]);
    expect(JSON.stringify(lines)).not.toContain('TELLTALE');
  });
});
