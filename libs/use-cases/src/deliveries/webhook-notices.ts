import { createHash } from 'node:crypto';
import { shipmentIdOf, type Instant } from '@cellrelay/kernel';
import type { AlertView, ShipmentView } from '../questions/views.js';
import type { NewWebhookDelivery, Notice } from './delivery.js';

/** For whom, since when, and when it is looked at. */
export interface NoticesFor {
  readonly endpoint: string;
  readonly organisation: string;
  readonly since: string;
  readonly now: Instant;
}

/** What was told last in a series, of those that were asked for. */
export type ToldBefore = ReadonlyMap<string, Notice>;

/** In which series a program is told of these alerts: of each in order. */
export function seriesOf(view: ShipmentView, of: NoticesFor): readonly string[] {
  return view.alertsFull.map((alert) => keyOf(view, of, seriesKey(alert)));
}

const seriesKey = ({ id }: AlertView): string => `alert/${hashOf(id)}`;

function keyOf({ id }: ShipmentView, { endpoint }: NoticesFor, key: string): string {
  return `webhook/${endpoint}/${id}/${key}`;
}

/**
 * What a program is to be told of a shipment, as its organisation may see it, since a moment. Each has a key that what it tells decides, so that a shipment looked at again adds what is
 * new and nothing else, however often and by however many it is looked at.
 */
export function noticesOf(view: ShipmentView, of: NoticesFor, before: ToldBefore): readonly NewWebhookDelivery[] {
  const alerts = view.alertsFull.flatMap((alert) => {
    const series = keyOf(view, of, seriesKey(alert));
    const notices = alertNotices(alert, { revision: view.revision, now: of.now, before: before.get(series) });
    return notices.map((each) => ({ ...each, series }));
  });
  const milestones = view.timeline
    .filter(({ kind }) => kind === 'happened')
    .map(({ at, what, plan }) => ({ ...milestone(view, { at, what, plan }), series: null }));
  return [...alerts, ...milestones]
    .filter(({ notice }) => notice.time >= of.since)
    .map(({ key, series, notice }) => ({
      key: keyOf(view, of, key),
      ...{ channel: 'webhook', organisation: of.organisation, endpoint: of.endpoint, series, notice },
      shipment: shipmentIdOf(view.id) ?? null,
    }));
}

interface Keyed {
  readonly key: string;
  readonly notice: Notice;
}

interface LookedAt {
  readonly revision: number;
  readonly now: Instant;
  /** What was told of the alert last. */
  readonly before: Notice | undefined;
}

/** An alert says that it has changed where it was told otherwise last, whatever it was told before that. Raised anew, or taken on again, it says that again. */
function alertNotices(alert: AlertView, { revision, now, before }: LookedAt): readonly Keyed[] {
  const { raisedAt, acknowledgedAt, resolvedAt } = alert;
  const data = { ...dataOf(alert), revision };
  const told = (type: string, time: string, mark: string): Keyed => ({
    key: `${seriesKey(alert)}/${type}/${mark}`,
    notice: noticeOf(`alert.${type}`, time, alert.shipment, data),
  });
  return [
    told('raised', raisedAt, raisedAt),
    ...(hasChanged(alert, data, before) ? [told('changed', now, String(revision))] : []),
    ...(acknowledgedAt === null ? [] : [told('acknowledged', acknowledgedAt, acknowledgedAt)]),
    ...(resolvedAt === null ? [] : [told('resolved', resolvedAt, resolvedAt)]),
  ];
}

/** What is raised or taken on just now says itself how it stands. */
function hasChanged(
  { raisedAt, acknowledgedAt, resolvedAt }: AlertView,
  data: Notice['data'],
  before: Notice | undefined,
): boolean {
  if (before === undefined || resolvedAt !== null) return false;
  const sameOccasion = before.data['raisedAt'] === raisedAt && before.data['acknowledgedAt'] === acknowledgedAt;
  return sameOccasion && contentOf(before.data) !== contentOf(data);
}

/** What may change of an alert while it stands. */
function contentOf({ severity, wrong, follows, until, status }: Notice['data']): string {
  return hashOf(JSON.stringify([severity, wrong, follows, until, status]));
}

/** Without who took it on: names of people stay in the house. */
function dataOf({ id, shipment, reference, stage, severity, wrong, follows, until, status, ...rest }: AlertView) {
  const { raisedAt, acknowledgedAt, resolvedAt, resolution } = rest;
  const moments = { raisedAt, acknowledgedAt, resolvedAt };
  return { id, shipment, reference, stage, severity, wrong, follows, until, status, resolution, ...moments };
}

interface Happened {
  readonly at: string;
  readonly what: string;
  readonly plan: number | null;
}

function milestone({ id, reference }: ShipmentView, { at, what, plan }: Happened): Keyed {
  return {
    key: `milestone/${hashOf(JSON.stringify([at, what, plan]))}`,
    notice: noticeOf('milestone.reached', at, id, { shipment: id, reference, what, at, plan }),
  };
}

function noticeOf(type: string, time: string, subject: string, data: Notice['data']): Notice {
  return { type: `org.cellrelay.${type}`, time: time as Instant, subject, data };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
