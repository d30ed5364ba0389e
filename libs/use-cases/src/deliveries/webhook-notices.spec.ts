import type { Instant } from '@cellrelay/kernel';
import type { AlertView, ShipmentView } from '../questions/views.js';
import type { Notice } from './delivery.js';
import { noticesOf, seriesOf } from './webhook-notices.js';

const of = {
  endpoint: 'e1',
  organisation: 'o1',
  since: '2026-11-01T00:00:00.000Z',
  now: '2026-11-28T00:00:00.000Z' as Instant,
};
const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;

const alert = (more: Partial<AlertView> = {}): AlertView => ({
  ...{ id: 'late#1', shipment: 's1', reference: 'EX-1', route: 'HOU–BJS', stage: 'courier', severity: 'warning' },
  ...{ wrong: 'The courier is late.', follows: 'The seat is lost.', until: at(20), status: 'raised', raisedAt: at(10) },
  ...{
    late: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    resolution: null,
    untold: null,
    evidence: [],
    offers: [],
    ...more,
  },
});

const view = (alerts: readonly AlertView[], timeline: readonly object[] = [], revision = 7): ShipmentView =>
  ({
    id: '0a000000-0000-4000-8000-000000000001',
    reference: 'EX-1',
    alertsFull: alerts,
    timeline,
    revision,
  }) as unknown as ShipmentView;

function told(of1: ShipmentView, before: ReadonlyMap<string, Notice> = new Map()) {
  return noticesOf(of1, of, before);
}
const types = (notices: ReturnType<typeof told>) =>
  notices.map(({ notice }) => notice.type.replace('org.cellrelay.', ''));

describe('what a program is told of a shipment', () => {
  it('is the same however often it is looked at', () => {
    const one = view([alert()], [{ at: at(9), what: 'Collected', kind: 'happened', plan: null }]);
    expect(types(told(one))).toEqual(['alert.raised', 'milestone.reached']);
    expect(told(one)).toEqual(told(one));
  });

  it('follows an alert, and names nobody who took it on', () => {
    const taken = alert({ status: 'acknowledged', acknowledgedAt: at(11), acknowledgedBy: 'ZZ-TELLTALE' });
    const over = { ...taken, status: 'resolved' as const, resolvedAt: at(12), resolution: 'Departed' };
    expect(types(told(view([taken])))).toEqual(['alert.raised', 'alert.acknowledged']);
    expect(types(told(view([over])))).toEqual(['alert.raised', 'alert.acknowledged', 'alert.resolved']);
    expect(JSON.stringify(told(view([over])))).not.toContain('TELLTALE');
  });

  /** What a program hears as these follow each other, each at a revision of its own; of what has a key that was told nothing again. */
  function heard(...stands: readonly AlertView[]): readonly string[] {
    const keys = new Map<string, string>();
    let last: ReadonlyMap<string, Notice> = new Map();
    for (const [index, each] of stands.entries()) {
      const now = view([each], [], index + 1);
      for (const { key, notice } of noticesOf(now, of, last)) {
        if (keys.has(key)) continue;
        keys.set(key, notice.type.replace('org.cellrelay.alert.', ''));
        last = new Map([[seriesOf(now, of)[0]!, notice]]);
      }
    }
    return [...keys.values()];
  }
  const critical = alert({ severity: 'critical' });

  it('says that an alert has changed where it was told otherwise last, also where it comes back', () => {
    expect(heard(alert(), alert())).toEqual(['raised']);
    expect(heard(alert(), critical, critical)).toEqual(['raised', 'changed']);
    expect(heard(alert(), critical, alert(), critical)).toEqual(['raised', 'changed', 'changed', 'changed']);
  });

  it('says that a change was noticed now, so that it is told however old the alert is', () => {
    const [series] = seriesOf(view([alert()]), of);
    const [raised] = told(view([alert()]));
    const old = { ...of, since: at(20) };
    const changed = noticesOf(view([critical]), old, new Map([[series!, raised!.notice]]));
    expect(changed.map(({ notice }) => [notice.type, notice.time])).toEqual([['org.cellrelay.alert.changed', of.now]]);
  });

  it('says again that an alert was raised and taken on, where it is raised anew', () => {
    const taken = alert({ status: 'acknowledged', acknowledgedAt: at(11) });
    const anew = alert({ severity: 'critical', raisedAt: at(12) });
    const again = { ...anew, status: 'acknowledged' as const, acknowledgedAt: at(13) };
    expect(heard(alert(), taken, taken, anew, again)).toEqual(['raised', 'acknowledged', 'raised', 'acknowledged']);
  });

  it('begins when its endpoint was made, and is of what happened', () => {
    const planned = { at: at(9), what: 'Planned', kind: 'planned', plan: null };
    const early = { at: '2026-10-31T23:59:59.000Z', what: 'Collected', kind: 'happened', plan: null };
    expect(told(view([alert({ raisedAt: '2026-10-01T00:00:00.000Z' })], [planned, early]))).toEqual([]);
  });

  it('is another’s under other keys', () => {
    const [one] = told(view([alert()]));
    const [other] = noticesOf(view([alert()]), { ...of, endpoint: 'e2' }, new Map());
    expect(one!.key).not.toBe(other!.key);
  });
});
