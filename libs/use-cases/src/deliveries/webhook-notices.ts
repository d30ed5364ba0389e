import { createHash } from 'node:crypto';
import { shipmentIdOf, type Instant } from '@cellrelay/kernel';
import type { AlertView, ShipmentView } from '../questions/views.js';
import type { NewWebhookDelivery, Notice } from './delivery.js';

/** For whom, and since when. */
export interface NoticesFor {
  readonly endpoint: string;
  readonly organisation: string;
  readonly since: string;
}

/** What was told under a key, of those that were asked for. */
export type ToldBefore = ReadonlyMap<string, Notice>;

/** Under which keys alerts were raised, to a program. */
export function raisedKeys(view: ShipmentView, of: NoticesFor): readonly string[] {
  return view.alertsFull.map((alert) => keyOf(view, of, raisedKey(alert)));
}

const raisedKey = ({ id }: AlertView): string => `alert/${hashOf(id)}/raised`;

function keyOf({ id }: ShipmentView, { endpoint }: NoticesFor, key: string): string {
  return `webhook/${endpoint}/${id}/${key}`;
}

/**
 * What a program is to be told of a shipment, as its organisation may see it, since a moment. Each has a key that what it tells decides, so that a shipment looked at again adds what is
 * new and nothing else, however often and by however many it is looked at.
 */
export function noticesOf(view: ShipmentView, of: NoticesFor, before: ToldBefore): readonly NewWebhookDelivery[] {
  const alerts = view.alertsFull.flatMap((alert) => alertNotices(alert, before.get(keyOf(view, of, raisedKey(alert)))));
  const milestones = view.timeline
    .filter(({ kind }) => kind === 'happened')
    .map(({ at, what, plan }) => milestone(view, { at, what, plan }));
  return [...alerts, ...milestones]
    .filter(({ notice }) => notice.time >= of.since)
    .map(({ key, notice }) => ({
      key: keyOf(view, of, key),
      ...{ channel: 'webhook', organisation: of.organisation, endpoint: of.endpoint, notice },
      shipment: shipmentIdOf(view.id) ?? null,
    }));
}

interface Keyed {
  readonly key: string;
  readonly notice: Notice;
}

/** An alert says that it has changed where it was told otherwise when it was raised; what it comes back to was told already. */
function alertNotices(alert: AlertView, raised: Notice | undefined): readonly Keyed[] {
  const { raisedAt, acknowledgedAt, resolvedAt } = alert;
  const data = dataOf(alert);
  const told = (type: string, time: string, mark = ''): Keyed => ({
    key: `alert/${hashOf(alert.id)}/${type}${mark}`,
    notice: noticeOf(`alert.${type}`, time, alert.shipment, data),
  });
  const changed = raised !== undefined && resolvedAt === null && contentOf(raised.data) !== contentOf(data);
  return [
    told('raised', raisedAt),
    ...(changed ? [told('changed', raisedAt, `/${contentOf(data)}`)] : []),
    ...(acknowledgedAt === null ? [] : [told('acknowledged', acknowledgedAt)]),
    ...(resolvedAt === null ? [] : [told('resolved', resolvedAt)]),
  ];
}

/** What may change of an alert while it stands. */
function contentOf({ severity, wrong, follows, until, status }: Notice['data']): string {
  return hashOf(JSON.stringify([severity, wrong, follows, until, status === 'escalated']));
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
