import { monotonicMillis, noted, spanned, type DeskFate } from '@cellrelay/platform';
import type { AgendaStore, BellReport, Desk } from '@cellrelay/use-cases';
import { scopeOf, type WorkerTold } from '../../../worker/src/worker.js';
import type { Watching } from './watching.js';

/** Whoever counts, logs and traces what a worker does. */
export function watchedBells({ metrics, logger }: Watching): WorkerTold {
  return {
    looked: (report) => metrics.looked(report),
    bell: (report) => {
      metrics.bell(report);
      if (report.leased !== null) tellOf(report.fate, report.leased, logger);
      noted({ outcome: report.fate });
    },
    // Nobody waits for a bell: it begins a trace of its own, which points at what hung it.
    around: ({ id, revision, hungBy }, answer) =>
      spanned('bell', { facts: { item: `${id}_${revision}` }, how: 'begins', after: hungBy }, answer),
  };
}

/** What failed has a line already, with its reason. Why something was parked stands in its alert: it may be what a desk said. */
function tellOf(
  fate: BellReport['fate'],
  { item, lateMs }: NonNullable<BellReport['leased']>,
  logger: Watching['logger'],
): void {
  const { does, stage } = item.obligation;
  const told = { ...scopeOf(item), stage, does, lateMs: Math.round(lateMs), tries: item.attempts + 1 };
  if (fate === 'done') logger.debug('bell-answered', told);
  if (fate === 'parked') logger.warn('bell-parked', told);
}

/** The agenda, each lease traced; from then on it is known what the bell is about. */
export function tracedAgenda(agenda: AgendaStore): AgendaStore {
  return {
    lease: async (id, revision) => {
      const lease = await spanned('lease', { facts: {} }, () => agenda.lease(id, revision));
      if (lease.kind === 'leased') {
        const { shipment, key } = scopeOf(lease.item);
        noted({ shipment, key, lateMs: Math.round(lease.lateMs) });
      }
      return lease;
    },
    handBack: (id, token, failure) => agenda.handBack(id, token, failure),
    release: (id, token) => agenda.release(id, token),
    park: (id, token, error) => agenda.park(id, token, error),
    unpark: (id) => agenda.unpark(id),
    due: (window, limit) => agenda.due(window, limit),
  };
}

/** A desk, each call counted, logged and traced. */
export function watchedDesk(desk: Desk, { metrics, logger }: Watching): Desk {
  return {
    serves: desk.serves,
    call: (request) => {
      const { kind, shipment } = request;
      const began = monotonicMillis();
      const tell = (fate: DeskFate): void => {
        const ms = monotonicMillis() - began;
        metrics.desk(kind, fate, ms);
        logger.debug('desk-called', { shipment, call: kind, outcome: fate, ms: Math.round(ms) });
      };
      return spanned('desk call', { facts: { shipment, call: kind }, how: 'calls' }, async (note) => {
        const answer = await desk.call(request).catch((error: unknown) => {
          tell('failed');
          throw error;
        });
        tell(answer.kind);
        note({ outcome: answer.kind });
        return answer;
      });
    },
  };
}
