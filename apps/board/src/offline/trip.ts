import { api, ask, bodyOf, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';
import type { Action, Command, NotNow, Pocket, Row, Shipment, ShipmentPapers } from '../api/types.js';

/** All that a courier needs of a trip, asked together. */
export interface Trip {
  readonly shipment: Shipment;
  readonly actions: readonly Action[];
  readonly notNow: readonly NotNow[];
  readonly commands: readonly Command[];
  readonly papers: ShipmentPapers;
  readonly pocket: Pocket | null;
}

interface Forms {
  readonly items: readonly Command[];
}

/** Asks for the forms of all commands. */
export async function askForms(): Promise<Forms> {
  return bodyOf(await api.GET('/api/v1/commands'));
}

/** Asks for one trip. `commands`: the forms, which are the same for all trips and large. */
export async function askTrip(id: string, commands: () => Promise<Forms>): Promise<Trip> {
  const at = { params: { path: { id } } };
  const [shipment, open, forms, papers, pocket] = await Promise.all([
    api.GET('/api/v1/shipments/{id}', at).then(bodyOf),
    api.GET('/api/v1/shipments/{id}/actions', at).then(bodyOf),
    commands(),
    api.GET('/api/v1/shipments/{id}/papers', at).then(bodyOf),
    askPocket(id),
  ]);
  return { shipment, actions: open.actions, notNow: open.notNow, commands: forms.items, papers, pocket };
}

/** Nothing where the trip has none. */
async function askPocket(id: string): Promise<Pocket | null> {
  const response = await ask(`/api/v1/shipments/${encodeURIComponent(id)}/pocket`);
  if (response.status === 404) return null;
  // One that breaks off is no answer: what lies on the phone stays.
  if (response.ok) return (await response.json()) as Pocket;
  throw new Failure(response.status, refusalOf(response.status, await response.json().catch(() => null)));
}

/** The trips of whoever asks: a courier's are few. `whole`: these are all of them. */
export async function askMyTrips(): Promise<{ readonly trips: readonly Row[]; readonly whole: boolean }> {
  const { items, next } = bodyOf(await api.GET('/api/v1/shipments', { params: { query: { limit: 100 } } }));
  return { trips: items, whole: next === null };
}
