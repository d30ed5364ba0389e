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
import { noRelay } from '../bell/relay.js';
import { IssueCommand } from '../command/issue-command.js';
import type { NewPersonalDelivery } from '../deliveries/delivery.js';
import type { AlertNotice } from './notices.port.js';
import type { PersonTold } from './on-call.port.js';
import type { KeptRoster } from './roster.js';
import { TellDesk } from './tell-desk.js';
import { TellNotices } from './tell-notices.js';

const shipment = exampleShipment();
const company = { id: 'company-1', name: 'EXAMPLE Couriers', kind: 'courier-company' } as const;
const carrier: PersonTold = {
  account: 'carrier',
  acting: { person: 'EXAMPLE Carrier', role: 'coordinator', courier: null, organisation: company },
  wish: { zone: 'UTC' as Zone, quiet: null, channels: [{ channel: 'mail', to: 'carrier@example.org' }] },
};
const roster: KeptRoster = {
  ...{ zone: 'UTC' as Zone, exceptions: [], substitutions: [], revision: 1 },
  shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    ...{ account: 'carrier', place: 1, weekday, from: '00:00', to: '00:00' },
  })),
};
const standing = (key: string, wrong: string): Alert => ({
  ...{ id: `${key}#1`, status: 'raised', raisedAt: openedAt, acknowledgedAt: null },
  ...{ acknowledgedBy: null, resolvedAt: null, resolution: null },
  cause: { key, stage: 'flight-booking', severity: 'critical', wrong, follows: 'The box cannot fly.', offers: [] },
});
/** Who carries the box knows neither how long the centre needs for the patient, nor how the operator's people are told. */
const hidden = [
  standing('overdue/latest-moment/departed/1.0', 'The latest moment.'),
  standing('nobody-told', 'Nobody.'),
];
const refused = standing('seats-refused/1', 'No seats are left.');
const lapsed = standing('hold-lapsed/2', 'The hold is over.');

/** A shipment that the company carries, in which these alerts stand. */
async function carried(alerts: readonly Alert[]): Promise<Shipment> {
  const store = new MemoryStore(new FakeClock(openedAt));
  await issueAll(new IssueCommand(store, noRelay), shipment, [openShipment(), proposePlan(1)]);
  const { stages, ...opened } = (await store.load(shipment))!;
  const organisations = { ...stages.order.organisations, 'courier-company': { id: company.id, name: company.name } };
  return {
    ...opened,
    stages: { ...stages, order: { ...stages.order, organisations }, alert: { ...stages.alert, alerts } },
  };
}

/** What the company is told of an alert among these; null: nothing. */
async function toldOf(alert: Alert, alerts: readonly Alert[]): Promise<NewPersonalDelivery | null> {
  const state = await carried(alerts);
  let made: NewPersonalDelivery | null = null;
  const notice: AlertNotice = {
    ...{ key: 'n', shipment, alert: alert.id, account: 'carrier', organisation: company.id, channel: 'mail' },
    ...{ to: 'carrier@example.org', severity: 'critical', ends: false, notBefore: null },
    ...{ occasion: 1, step: 1, kept: false },
  };
  await new TellNotices({
    shipments: { loadAll: () => Promise.resolve([{ shipment, state }]) },
    onCall: { people: () => Promise.resolve([carrier]) },
    notices: {
      keep: () => Promise.resolve(),
      catchingUp: () => Promise.resolve(false),
      flush: async (compose) => ((made = await compose([notice])), 1),
      standing: () => Promise.resolve([]),
      forget: () => Promise.resolve(0),
      end: () => Promise.resolve(),
      unreached: () => Promise.resolve([]),
      settle: () => Promise.resolve(),
    },
  }).look();
  return made;
}

/** How many of the company are told of an alert. */
async function deliveriesOf(alert: Alert): Promise<unknown> {
  const state = await carried([alert]);
  const owed = agendaOf(state).find((each): each is Call => each.kind === 'tell');
  const desk = new TellDesk({
    shipments: { load: () => Promise.resolve(state) },
    onCall: {
      roster: (organisation) => Promise.resolve(organisation === company.id ? roster : null),
      people: () => Promise.resolve([carrier]),
      operator: () => Promise.resolve('operator-1'),
    },
    notices: { keep: () => Promise.resolve() },
    sends: ['mail'],
  });
  const answer = await desk.call({
    ...{ kind: 'tell', idempotencyKey: `${shipment}/${owed!.key}`, dueAt: owed!.dueAt, now: openedAt },
    ...{ shipment, data: owed!.request },
  });
  return answer.kind === 'outcome' && answer.command.name === 'RecordAlertTold' ? answer.command.data.deliveries : null;
}

describe('whoever may not know all of a shipment', () => {
  it('is told of the alert that is meant, whichever they may not know stand before it', async () => {
    for (const before of [[], hidden, [lapsed, ...hidden]])
      expect(await toldOf(refused, [...before, refused, lapsed])).toMatchObject({
        message: { subject: expect.stringContaining('Seats refused') as string },
      });
  });

  it('is told nothing of one that they may not know of, and nothing in its place', async () => {
    for (const alert of hidden) expect(await toldOf(alert, [alert, refused])).toBeNull();
  });

  it('is not counted as told of such a one', async () => {
    expect([await deliveriesOf(refused), await deliveriesOf(hidden[0]!)]).toEqual([1, 0]);
  });
});
