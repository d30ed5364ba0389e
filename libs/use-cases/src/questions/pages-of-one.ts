import type { ShipmentId } from '@cellrelay/kernel';
import { agendaOf, correctionsOfLines, type Shipment } from '@cellrelay/shipment';
import { loggedEventOf } from '../log/entry.js';
import type { ShipmentStore, StoredEntry } from '../ports.js';
import type { PageOf } from '../questions.port.js';
import { lateAlertsOf } from './late-alerts.js';
import { lateBells } from './late-bells.js';
import { logLineOf } from './log-line.js';
import { shipmentViewOf } from './shipment-view.js';
import type { LogLineView, ShipmentView } from './views.js';

/** One shipment's page, with how late its deadlines rang where they did, and what of its agenda is to be told. */
export async function shipmentPage(
  store: Pick<ShipmentStore, 'log'>,
  id: ShipmentId,
  state: Shipment,
  agenda = agendaOf(state),
): Promise<ShipmentView> {
  return shipmentViewOf(id, state, { agenda, late: await lateAlertsOf(store, id, state) });
}

/** The lines after one of a log, oldest first. How a line reads and is corrected hangs on every later one, so that the whole log is looked at. */
export function logPage(
  whole: readonly StoredEntry[],
  state: Shipment,
  { after, limit }: { readonly after: number; readonly limit: number },
): PageOf<LogLineView> {
  const lines = whole.filter(({ seq }) => seq > after).slice(0, limit);
  const corrections = correctionsOfLines(
    whole.map(({ text }) => loggedEventOf(text)),
    lines.map(({ seq }) => seq),
  );
  const late = new Map(lateBells(whole).map((bell) => [bell.seq, bell]));
  const items = lines.map((line) =>
    logLineOf(line, { corrected: state.corrected, corrections: corrections.get(line.seq), late: late.get(line.seq) }),
  );
  const last = items.at(-1)?.seq ?? after;
  return { items, next: items.length === limit && last < state.revision ? String(last) : null, total: state.revision };
}
