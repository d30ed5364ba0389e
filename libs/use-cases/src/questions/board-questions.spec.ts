import { ok, type ShipmentId } from '@cellrelay/kernel';
import { agendaOf, type Shipment } from '@cellrelay/shipment';
import { canonicalText, chainHash } from '../log/chain.js';
import type { ShipmentStore, StoredEntry } from '../ports.js';
import type { BoardStore, ListFilter, ListedShipment, OpenItem, PageOf } from '../questions.port.js';
import { BoardQuestions } from './board-questions.js';
import { collected, counted, openedTrip, tripId, type Trip } from './example-trip.js';
import { rowOf } from './row.js';
import { alertView, dueItem, factToCorrect } from './views.js';

const otherId = '22222222-2222-4222-8222-222222222222' as ShipmentId;
const unknownId = '33333333-3333-4333-8333-333333333333' as ShipmentId;

/** The stores as small as the questions need them: two shipments, cursors that are offsets. */
function questionsOver(trips: ReadonlyMap<ShipmentId, Trip>) {
  const asked: ListFilter[] = [];
  const page = <Item>(items: readonly Item[], cursor: string | null, limit: number): PageOf<Item> => {
    const from = Number(cursor ?? 0);
    const next = from + limit < items.length ? String(from + limit) : null;
    return { items: items.slice(from, from + limit), next, total: items.length };
  };
  const listed = [...trips].map(([shipment, trip]): ListedShipment => {
    return { shipment, revision: trip.state.revision, row: rowOf(shipment, trip.state).view };
  });
  const shipments: ShipmentStore = {
    commit: () => Promise.reject(new Error('questions do not commit')),
    load: (id): Promise<Shipment | null> => Promise.resolve(trips.get(id)?.state ?? null),
    loadAll: () => Promise.resolve([]),
    holders: () => Promise.resolve([]),
    log: (id, after, limit) => Promise.resolve(storedOf(trips.get(id)).slice(after, after + limit)),
  };
  const board: BoardStore = {
    list: (filter, { cursor, limit }) => {
      asked.push(filter);
      const found = listed.filter(({ row }) => row.alerts.length > 0 || (filter.minSeverity ?? 0) === 0);
      return Promise.resolve(ok(page(found, cursor, limit)));
    },
    own: () => Promise.resolve([]),
    rows: (ids) =>
      Promise.resolve(
        listed.filter(({ shipment }) => ids.includes(shipment)).map((each) => ({ ...each, shared: null, holders: [] })),
      ),
    openItems: ({ shipment }, { cursor, limit }) =>
      Promise.resolve(ok(page(openOf(listed, trips, shipment), cursor, limit))),
  };
  return { questions: new BoardQuestions(shipments, board), asked };
}

function openOf(
  listed: readonly ListedShipment[],
  trips: ReadonlyMap<ShipmentId, Trip>,
  only: ShipmentId | undefined,
): OpenItem[] {
  return listed
    .filter(({ shipment }) => only === undefined || shipment === only)
    .flatMap(({ shipment, row }) => {
      const state = trips.get(shipment)?.state;
      return (state === undefined ? [] : agendaOf(state)).map((obligation, index): OpenItem => {
        const parked = obligation.key === 'hold-seats/2.0/1' ? 'the desk does not answer' : null;
        return { id: String(index), shipment, revision: 1, obligation, attempts: 0, parked, row };
      });
    });
}

function storedOf(trip: Trip | undefined): StoredEntry[] {
  return (trip?.events ?? []).map((event, index) => {
    const statedBy = { person: 'A. Example', organisation: 'Coordination', how: 'account' };
    const line = {
      shipment: tripId,
      seq: index + 1,
      recordedAt: event.occurredAt.at,
      statedBy,
      recordedBy: 'a',
      commandId: 'c',
      event,
    };
    const text = canonicalText(line);
    return { shipment: tripId, seq: index + 1, text, hash: chainHash(null, text) };
  });
}

const short = () => counted(collected(openedTrip()), 1000);
const { questions, asked } = questionsOver(
  new Map([
    [tripId, short()],
    [otherId, short()],
  ]),
);

describe('the board’s questions', () => {
  it('answer a shipment that there is not with nothing', async () => {
    const answers = [
      await questions.shipment(unknownId),
      await questions.log(unknownId, 0, 10),
      await questions.agenda(unknownId),
      await questions.actions(unknownId),
    ];
    expect(answers).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('narrow the list by its view and the search together', async () => {
    await questions.list({ view: 'air', q: 'houston', example: true, limit: 10 });
    expect(asked.at(-1)).toEqual({ search: 'view:air houston', example: true });
    await questions.list({ view: 'all', limit: 10 });
    expect(asked.at(-1)).toEqual({});
  });

  it('page through the log to its end', async () => {
    const total = short().state.revision;
    const first = await questions.log(tripId, 0, 10);
    expect(first).toMatchObject({ next: '10', total });
    const rest = await questions.log(tripId, 10, 500);
    expect(rest?.next).toBeNull();
    expect((first?.items.length ?? 0) + (rest?.items.length ?? 0)).toBe(total);
  });

  it('say how each line of the log is corrected, and what the form of it begins with', async () => {
    const { items = [] } = (await questions.log(tripId, 0, 500)) ?? {};
    const cleared = items.find(({ type }) => type === 'DonorCleared');
    const offer = { command: 'CorrectFact', label: 'Correct', prefill: { fact: cleared?.seq } };
    expect(cleared?.corrections).toEqual([offer]);
    const form = await questions.correction(tripId, cleared?.seq ?? 0);
    expect(form?.ok && factToCorrect.safeParse(form.value).error).toBeUndefined();
    expect(form).toMatchObject({
      value: { fact: cleared?.seq, command: 'ClearDonor', stage: 'donor-clearance', kept: [] },
    });
    expect(await questions.correction(tripId, 999)).toMatchObject({ error: { code: 'no-such-fact' } });
    expect(await questions.correction(unknownId, 1)).toBeUndefined();
  });

  it('give the whole agenda, each item with its place and how it can be met', async () => {
    const items = (await questions.agenda(tripId)) ?? [];
    expect(items).toHaveLength(agendaOf(short().state).length);
    expect(items.map((item) => dueItem.safeParse(item).error).filter(Boolean)).toEqual([]);
    const decision = items.find(({ key }) => key === 'decision-due/1');
    expect(decision).toMatchObject({ route: 'Beijing → Houston', shownIn: { city: 'Beijing' }, owner: 'coordinator' });
    expect(decision?.offers.map(({ command }) => command)).toEqual(['DecideOnCount', 'DecideOnCount', 'DecideOnCount']);
  });

  it('hand what is parked to the coordinator, to be tried again or done by hand', async () => {
    const parked = (await questions.agenda(tripId))?.find(({ key }) => key === 'hold-seats/2.0/1');
    expect(parked).toMatchObject({ owner: 'coordinator', parked: 'the desk does not answer' });
    expect(parked?.offers.map(({ command }) => command)).toEqual([
      'RedriveItem',
      'RecordSeatsHeld',
      'RecordSeatsRefused',
      'RecordSeatsTicketed',
    ]);
  });

  it('page through the alerts of all shipments without losing or doubling one', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await questions.alerts({ standing: true, limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      if (!page.ok) throw new Error(page.error.sentence);
      expect(page.value.total).toBe(2);
      expect(page.value.items.map((alert) => alertView.safeParse(alert).error).filter(Boolean)).toEqual([]);
      seen.push(...page.value.items.map(({ shipment }) => shipment));
      if (page.value.next === null) break;
      cursor = page.value.next;
    }
    expect(seen).toEqual([tripId, otherId]);
  });
});
