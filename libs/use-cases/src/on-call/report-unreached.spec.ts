import { exampleShipment } from '@cellrelay/testkit';
import type { CommandOutcome, IssueCommand } from '../command/issue-command.js';
import type { UnreachedNotice } from './notices.port.js';
import { ReportUnreached } from './report-unreached.js';

const shipment = exampleShipment();
const unreached = (id: string, change: Partial<UnreachedNotice> = {}): UnreachedNotice => ({
  ...{ id, shipment, alert: 'a#1', occasion: 1, step: 2, channel: 'mail', status: 'failed', left: 0 },
  ...change,
});
const accepted = { kind: 'accepted', repeated: false } as CommandOutcome;
const refused = (code: string) => ({ kind: 'refused', refusal: { code, sentence: 'No.' } }) as CommandOutcome;

/** Looks once; what was said to the log, and which of them are settled. */
async function looked(notices: readonly UnreachedNotice[], answer: (id: string) => CommandOutcome | Error) {
  const said: { readonly id: string; readonly data: unknown }[] = [];
  const settled: string[] = [];
  const asSystem: IssueCommand['asSystem'] = (_shipment, id, { data }) => {
    said.push({ id, data });
    const given = answer(id);
    return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
  };
  const failed = await new ReportUnreached({
    notices: { unreached: () => Promise.resolve(notices), settle: (id) => Promise.resolve(void settled.push(id)) },
    issue: { asSystem },
  })
    .look()
    .then(
      () => null,
      (error: unknown) => (error as Error).message,
    );
  return { said, settled, failed };
}

describe('messages that reached nobody', () => {
  it('are said to the log, each as what became of it, under an id of its own, and settled', async () => {
    const notices = (['failed', 'kept', 'unknown', 'withdrawn'] as const).map((status) =>
      unreached(status, { status }),
    );
    const { said, settled } = await looked(notices, () => accepted);
    const how = ['given-up', 'kept', 'unknown', 'given-up'];
    expect(said.map(({ data }) => data)).toEqual(
      how.map((each) => ({ alert: 'a#1', occasion: 1, step: 2, channel: 'mail', how: each, left: 0 })),
    );
    expect(new Set(said.map(({ id }) => id)).size).toBe(4);
    expect(settled).toEqual(['failed', 'kept', 'unknown', 'withdrawn']);
  });

  it('whose step the log does not know yet wait, and are no fault', async () => {
    const { settled, failed } = await looked([unreached('1')], () => refused('step-not-taken'));
    expect([settled, failed]).toEqual([[], null]);
  });

  it('are on record once, though whoever said so died before it was settled and fewer are left by now', async () => {
    const { said } = await looked([unreached('1', { left: 1 }), unreached('1')], () => accepted);
    expect(said.map(({ data }) => data)).toMatchObject([{ left: 1 }, { left: 0 }]);
    expect(new Set(said.map(({ id }) => id)).size).toBe(1);
    const again = await looked([unreached('1')], () => refused('idempotency-key-reused'));
    expect([again.settled, again.failed]).toEqual([['1'], null]);
  });

  it.each([
    ['cannot be recorded', new Error('no database'), 'no database'],
    ['are refused', refused('another'), 'that a message reached nobody could not be recorded: No.'],
  ])('that %s stay, hold up no other, and are told', async (_case, answer, message) => {
    const { settled, failed } = await looked([unreached('1'), unreached('2')], (id) =>
      id.endsWith('/1') ? answer : accepted,
    );
    expect([settled, failed]).toEqual([['2'], message]);
  });
});
