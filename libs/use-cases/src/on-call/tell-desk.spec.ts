import type { Zone } from '@cellrelay/kernel';
import { agendaOf, type Alert, type Call, type Shipment } from '@cellrelay/shipment';
import {
  FakeClock,
  exampleShipment,
  issueAll,
  MemoryStore,
  openedAt,
  openShipment,
  proposePlan,
} from '@cellrelay/testkit';
import { IssueCommand } from '../command/issue-command.js';
import { noRelay } from '../bell/relay.js';
import { personalChannels, type PersonalChannel } from '../deliveries/delivery.js';
import type { PersonTold } from './on-call.port.js';
import type { AlertNotice } from './notices.port.js';
import type { KeptRoster } from './roster.js';
import { TellDesk } from './tell-desk.js';
import { TellNotices } from './tell-notices.js';

const shipment = exampleShipment();
const utc = 'UTC' as Zone;
const allDay = (account: string, place = 1) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ account, place, weekday, from: '00:00', to: '00:00' }));
const rosterOf = (...shifts: KeptRoster['shifts']): KeptRoster => ({
  ...{ zone: utc, shifts, exceptions: [], substitutions: [], revision: 1 },
});
/** A turn that is over when the bell rings. */
const elsewhen = allDay('one').map((shift) => ({ ...shift, from: '03:00', to: '03:01' }));
const person = (account: string, change: Partial<PersonTold['acting']> = {}): PersonTold => ({
  account,
  acting: {
    ...{ person: account, role: 'coordinator', courier: null },
    organisation: { id: 'operator-1', name: 'Operator', kind: 'operator' },
    ...change,
  },
  wish: { zone: utc, quiet: null, channels: [{ channel: 'mail', to: `${account}@example.org` }] },
});
const alert: Alert = {
  ...{ id: 'seats-refused/1#1', status: 'raised', raisedAt: openedAt, acknowledgedAt: null },
  ...{ acknowledgedBy: null, resolvedAt: null, resolution: null },
  cause: {
    ...{ key: 'seats-refused/1', stage: 'flight-booking', severity: 'critical' },
    ...{ wrong: 'No seats are left.', follows: 'The box cannot fly.', offers: [] },
  },
};

/** A shipment in which that alert stands, the people there are, and a place for notices. */
async function site(
  people: readonly PersonTold[],
  roster: KeptRoster | null,
  {
    standing = [alert],
    sends = personalChannels,
  }: { standing?: readonly Alert[]; sends?: readonly PersonalChannel[] } = {},
) {
  const store = new MemoryStore(new FakeClock(openedAt));
  await issueAll(new IssueCommand(store, noRelay), shipment, [openShipment(), proposePlan(1)]);
  const opened = (await store.load(shipment))!;
  const state: Shipment = {
    ...opened,
    stages: { ...opened.stages, alert: { ...opened.stages.alert, alerts: standing } },
  };
  const kept: AlertNotice[] = [];
  const known = {
    roster: (organisation: string) => Promise.resolve(organisation === 'operator-1' ? roster : null),
    people: (accounts: readonly string[]) =>
      Promise.resolve(people.filter(({ account }) => accounts.includes(account))),
    operator: () => Promise.resolve('operator-1'),
  };
  const desk = new TellDesk({
    shipments: { load: () => Promise.resolve(state) },
    onCall: known,
    notices: { keep: (notices) => Promise.resolve(void kept.push(...notices)) },
    sends,
  });
  const owed = agendaOf(state).find((each): each is Call => each.kind === 'tell');
  if (owed === undefined) throw new Error('nothing is to be told');
  const ask = () =>
    desk.call({
      ...{ kind: 'tell', idempotencyKey: `${shipment}/${owed.key}`, dueAt: owed.dueAt, now: openedAt },
      ...{ shipment, data: owed.request },
    });
  return { ask, kept, state, known };
}

describe('the desk that tells', () => {
  it('notes whom to tell, and answers with how many and which accounts, by no name', async () => {
    const { ask, kept } = await site([person('one'), person('two')], rosterOf(...allDay('one'), ...allDay('two', 2)));
    expect(await ask()).toEqual({
      kind: 'outcome',
      command: {
        name: 'RecordAlertTold',
        data: {
          ...{ key: 'tell/seats-refused/1#1/1.1', deliveries: 1, rostered: true },
          ...{ channels: ['mail'], accounts: ['one'] },
        },
      },
    });
    expect(kept).toMatchObject([{ account: 'one', to: 'one@example.org', severity: 'critical', notBefore: null }]);
  });

  it('asked again after a crash, notes under the same keys', async () => {
    const { ask, kept } = await site([person('one')], rosterOf(...allDay('one')));
    await ask();
    await ask();
    expect(new Set(kept.map(({ key }) => key)).size).toBe(1);
  });

  it.each<[string, readonly PersonTold[], KeptRoster | null]>([
    ['nobody is on call', [person('one')], rosterOf(...elsewhen)],
    ['whoever is on call has left', [], rosterOf(...allDay('one'))],
    ['they have no channel', [{ ...person('one'), wish: null }], rosterOf(...allDay('one'))],
    ['they see no shipments', [person('one', { role: 'administrator' })], rosterOf(...allDay('one'))],
    ['they only read', [person('one', { role: 'auditor' })], rosterOf(...allDay('one'))],
    [
      'they are of another organisation by now',
      [person('one', { organisation: { id: 'x', name: 'X', kind: 'registry' } })],
      rosterOf(...allDay('one')),
    ],
  ])('says that nobody was told where %s', async (_case, people, roster) => {
    const { ask, kept } = await site(people, roster);
    expect(await ask()).toMatchObject({ command: { data: { deliveries: 0, rostered: true, accounts: [] } } });
    expect(kept).toEqual([]);
  });

  it.each<[string, KeptRoster | null]>([
    ['there is no roster', null],
    ['the roster has no turns', rosterOf()],
  ])('says that nobody says who is on call where %s', async (_case, roster) => {
    const { ask } = await site([person('one')], roster);
    expect(await ask()).toMatchObject({ command: { data: { deliveries: 0, rostered: false } } });
  });
});

describe('where this server sends no mail', () => {
  const outcome = async (people: readonly PersonTold[], sends: readonly PersonalChannel[]) => {
    const { ask, kept } = await site(people, rosterOf(...allDay('one'), ...allDay('two', 2)), { sends });
    const answer = await ask();
    return { data: answer.kind === 'outcome' ? answer.command.data : answer, kept };
  };
  const two: PersonTold = {
    ...person('two'),
    wish: { zone: utc, quiet: null, channels: [{ channel: 'sms', to: '+4930123456' }] },
  };

  it('whoever wants mail is not told: it is kept, and the answer says by what nobody was', async () => {
    const { data, kept } = await outcome([person('one')], ['sms', 'voice']);
    expect(data).toMatchObject({ deliveries: 0, rostered: true, channels: [], accounts: [], lacking: ['mail'] });
    expect(kept).toMatchObject([{ account: 'one', kept: true }]);
  });

  it('the next who can be is told in their place', async () => {
    const { data, kept } = await outcome([person('one'), two], ['sms']);
    expect(data).toMatchObject({ deliveries: 1, channels: ['sms'], accounts: ['two'], lacking: ['mail'] });
    expect(kept).toMatchObject([
      { account: 'one', channel: 'mail', kept: true },
      { account: 'two', channel: 'sms', kept: false },
    ]);
  });

  it('and where it does, nothing lacks: the control', async () => {
    const { data, kept } = await outcome([person('one')], ['mail']);
    expect(data).toMatchObject({ deliveries: 1, channels: ['mail'] });
    expect([Object.keys(data).includes('lacking'), kept.map((each) => each.kept)]).toEqual([false, [false]]);
  });
});

describe('what becomes of notices', () => {
  const second: Alert = {
    ...alert,
    id: 'box-hold/B#1',
    cause: { ...alert.cause, key: 'box-hold/B', wrong: 'The box runs out.' },
  };
  const noticed = (of: Alert): AlertNotice => ({
    ...{ key: `n/${of.id}`, shipment, alert: of.id, account: 'one', organisation: 'operator-1', channel: 'mail' },
    ...{ to: 'one@example.org', severity: 'critical', ends: false, notBefore: null, occasion: 1, step: 1, kept: false },
  });
  const composed = async (notices: readonly AlertNotice[], standing: readonly Alert[], catchingUp = false) => {
    const { state, known } = await site([person('one')], rosterOf(...allDay('one')));
    const now: Shipment = { ...state, stages: { ...state.stages, alert: { ...state.stages.alert, alerts: standing } } };
    const made: unknown[] = [];
    const look = await new TellNotices({
      shipments: { loadAll: () => Promise.resolve([{ shipment, state: now }]) },
      onCall: known,
      notices: {
        keep: () => Promise.resolve(),
        catchingUp: () => Promise.resolve(catchingUp),
        flush: async (compose) => {
          const one = await compose(notices);
          if (one !== null) made.push(one);
          return made.length;
        },
        standing: () => Promise.resolve([]),
        forget: () => Promise.resolve(0),
        end: () => Promise.resolve(),
        unreached: () => Promise.resolve([]),
        settle: () => Promise.resolve(),
      },
    }).look();
    return { made, look };
  };

  it('is one message of one alert: what is wrong, what follows, and where', async () => {
    const { made } = await composed([noticed(alert)], [alert]);
    expect(made).toMatchObject([
      {
        ...{ key: 'alerts/n/seats-refused/1#1', thread: shipment, urgency: 'critical' },
        message: {
          subject: expect.stringMatching(/^Critical: .*No seats are left\.$/) as string,
          links: [{ path: `/shipments/${shipment}` }],
        },
      },
    ]);
  });

  it('leads to the form of the first thing that can be done as well, by its address on the board', async () => {
    const offers = [
      { command: 'RebookLeg', label: 'Book another flight', prefill: { leg: 0 } },
      { command: 'StandDown', label: 'Stand down', prefill: {} },
    ] as Alert['cause']['offers'];
    const offering = { ...alert, cause: { ...alert.cause, offers } };
    const { made } = await composed([noticed(offering)], [offering]);
    expect(made).toMatchObject([
      {
        message: {
          links: [
            { label: 'Open the shipment' },
            {
              label: 'Book another flight',
              path: `/shipments/${shipment}?alert=seats-refused%2F1%231&do=RebookLeg`,
            },
          ],
        },
      },
    ]);
  });

  it('is one message of several', async () => {
    const { made } = await composed([noticed(alert), noticed(second)], [alert, second]);
    expect(made).toMatchObject([{ message: { subject: '2 alerts, 2 of them critical' } }]);
  });

  it('is none of what somebody has taken on meanwhile, and none while bells catch up', async () => {
    expect((await composed([noticed(alert)], [{ ...alert, status: 'acknowledged' }])).made).toEqual([]);
    expect((await composed([noticed(alert)], [alert], true)).look).toBe(0);
  });

  it('names no staff of the other side: sealed words stay out', async () => {
    const token = `⟦words:${'A'.repeat(43)}⟧`;
    const wordy = { ...alert, cause: { ...alert.cause, wrong: `Refused: ${token}` } };
    const { made } = await composed([noticed(wordy)], [wordy]);
    expect(JSON.stringify(made)).not.toContain('⟦');
  });
});
