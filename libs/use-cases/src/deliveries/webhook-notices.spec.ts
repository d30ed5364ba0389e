import type { AlertView, ShipmentView } from '../questions/views.js';
import type { Notice } from './delivery.js';
import { noticesOf, raisedKeys } from './webhook-notices.js';

const of = { endpoint: 'e1', organisation: 'o1', since: '2026-11-01T00:00:00.000Z' };
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
    evidence: [],
    offers: [],
    ...more,
  },
});

const view = (alerts: readonly AlertView[], timeline: readonly object[] = []): ShipmentView =>
  ({
    id: '0a000000-0000-4000-8000-000000000001',
    reference: 'EX-1',
    alertsFull: alerts,
    timeline,
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

  it('says that an alert has changed where it was told otherwise before', () => {
    const [raised] = told(view([alert()]));
    const before = new Map([[raised!.key, raised!.notice]]);
    expect(raisedKeys(view([alert()]), of)).toEqual([raised!.key]);
    expect(types(told(view([alert()]), before))).toEqual(['alert.raised']);
    expect(types(told(view([alert({ severity: 'critical' })]), before))).toEqual(['alert.raised', 'alert.changed']);
    expect(types(told(view([alert({ severity: 'critical' })])))).toEqual(['alert.raised']);
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
