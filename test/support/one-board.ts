import { ok, type ShipmentId } from '@cellrelay/kernel';
import { agendaOf, namedParts, type Offer, type Role, type Shipment, type Standing } from '@cellrelay/shipment';
import {
  BoardQuestions,
  rowOf,
  type Acting,
  type BoardStore,
  type OpenItem,
  type ReadersQuestions,
  type RowView,
  type ShipmentStore,
  type StoredEntry,
} from '@cellrelay/use-cases';

/** A shipment in which everybody who could stand stands. */
export function withEverybody({ stages, ...rest }: Shipment): Shipment {
  const organisations = Object.fromEntries(namedParts.map((part) => [part, { id: part, name: `EXAMPLE ${part}` }]));
  const handoff = { ...stages['courier-handoff'], relayedTo: ['courier-01'] };
  return { ...rest, stages: { ...stages, order: { ...stages.order, organisations }, 'courier-handoff': handoff } };
}

/** Somebody with that standing in it. */
export function standingAs(standing: Standing): Acting {
  const [part = '', role = ''] = standing.split('/');
  const kind = (part.endsWith('registry') ? 'registry' : part) as Acting['organisation']['kind'];
  const courier = role === 'courier' ? 'courier-01' : null;
  return { person: 'EXAMPLE', role: role as Role, organisation: { id: part, name: `EXAMPLE ${part}`, kind }, courier };
}

/** The board of that one shipment, as that reader asks it. */
export function boardOf(id: ShipmentId, state: Shipment, log: readonly StoredEntry[]): BoardQuestions {
  const shipments: ShipmentStore = {
    commit: () => Promise.reject(new Error('questions do not commit')),
    load: () => Promise.resolve(state),
    loadAll: () => Promise.resolve([{ shipment: id, state }]),
    holders: () => Promise.resolve([]),
    log: (_id, after, limit) => Promise.resolve(log.slice(after, after + limit)),
  };
  const shared = rowOf(id, state).shared?.view as RowView;
  const items = agendaOf(state).map((obligation, index): OpenItem => ({
    ...{ id: String(index), shipment: id, revision: 3, obligation, attempts: 2, row: shared },
    parked: 'said by a desk',
  }));
  const board: BoardStore = {
    list: () => Promise.resolve(ok({ items: [{ shipment: id, revision: 1, row: shared }], next: null, total: 1 })),
    rows: () => Promise.resolve([]),
    own: () => Promise.resolve([]),
    openItems: ({ own, settledBy }) => {
      const theirs = items.filter(({ obligation }) =>
        settles(settledBy, own?.holder, obligation.does === 'call' ? [] : obligation.offers),
      );
      return Promise.resolve(ok({ items: theirs, next: null, total: theirs.length }));
    },
  };
  return new BoardQuestions(shipments, board);
}

/** As the store looks it up: the holders here are called as their parts, a courier by what a courier may. */
function settles(by: readonly string[] | undefined, holder: string | undefined, offers: readonly Offer[]): boolean {
  const part = holder === 'courier-01' ? 'relay-courier' : holder;
  return by === undefined || offers.some(({ command }) => by.includes(`${part} ${command}`));
}

/** Every answer that a reader has of that shipment, as the bytes that would go over the line. */
export async function answersOf(questions: ReadersQuestions, id: ShipmentId): Promise<string> {
  const answers = await Promise.all([
    questions.list({ view: 'all', limit: 10 }),
    questions.shipment(id),
    questions.agenda(id),
    questions.actions(id),
    questions.tasks({ limit: 100 }),
    questions.alerts({ standing: false, limit: 100 }),
  ]);
  return JSON.stringify(answers, null, 1);
}
