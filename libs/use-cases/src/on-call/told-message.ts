import type { Instant, ShipmentId, Zone } from '@cellrelay/kernel';
import { withheld, withoutSealed, type Severity } from '@cellrelay/shipment';
import type { Message, NewPersonalDelivery } from '../deliveries/delivery.js';
import { weightOf } from '../questions/standing-alerts.js';
import type { AlertView } from '../questions/views.js';
import type { AlertNotice } from './notices.port.js';
import { momentSaid } from './moment-said.js';

/** An alert as whoever is told may see it. */
export interface ToldAlert {
  readonly view: AlertView;
  readonly ends: boolean;
  /** In whose clock times are said. */
  readonly zone: Zone;
}

const longestSubject = 150;

/** One message to one person of one alert, or of several: each with what is wrong, what follows, what can be done, and a link to where. Nothing is acknowledged by a link: programs follow them. */
export function messageOf(told: readonly ToldAlert[]): Message {
  const [first] = told;
  if (first === undefined) throw new Error('nothing is to be told');
  const subject =
    told.length === 1 ? `${headOf(first)}: ${first.view.reference}: ${plain(first.view.wrong)}` : many(told);
  return {
    subject: cut(subject),
    lines: told.flatMap((each) => (told.length === 1 ? linesOf(each) : [briefly(each)])),
    links: told.flatMap((each) => linksOf(each, told.length > 1)).filter(uniqueBy(({ path }) => path)),
  };
}

/** The worst of what is told. */
export function urgencyOf(notices: readonly Pick<AlertNotice, 'severity'>[]): Severity {
  return notices.reduce<Severity>(
    (worst, { severity }) => (weightOf(severity) > weightOf(worst) ? severity : worst),
    'notice',
  );
}

/** The message on its way: kept once by the notice that it begins with. */
export function deliveryOf(
  notices: readonly [AlertNotice, ...AlertNotice[]],
  told: readonly ToldAlert[],
): NewPersonalDelivery {
  const [first] = notices;
  const { account, organisation, channel, to } = first;
  const one: ShipmentId | null = notices.every(({ shipment }) => shipment === first.shipment) ? first.shipment : null;
  return {
    ...{ key: `alerts/${first.key}`, account, organisation, channel, to },
    shipment: one,
    thread: one ?? `alerts/${account}`,
    urgency: urgencyOf(notices),
    message: messageOf(told),
  };
}

function headOf({ view, ends }: ToldAlert): string {
  return ends ? 'Ended' : view.severity === 'critical' ? 'Critical' : 'Warning';
}

function many(told: readonly ToldAlert[]): string {
  const critical = told.filter(({ view, ends }) => !ends && view.severity === 'critical').length;
  return `${told.length} alerts${critical === 0 ? '' : `, ${critical} of them critical`}`;
}

function linesOf(told: ToldAlert): readonly string[] {
  const { wrong, follows, until, raisedAt, resolution, evidence, offers, route, reference } = told.view;
  if (told.ends)
    return [
      `${reference}, ${route}: this alert is over, nobody need do anything about it any more.`,
      plain(wrong),
      ...(resolution === null ? [] : [`What ended it: ${resolution}.`]),
    ];
  const clockOf = (at: string): string => momentSaid(at as Instant, told.zone);
  const done = offers.map(({ label }) => plain(label));
  return [
    `${reference}, ${route}.`,
    plain(wrong),
    plain(follows),
    ...(until === null ? [] : [`Act by ${clockOf(until)}.`]),
    ...evidence.map(({ says, at }) => plain(at === null ? `${says}.` : `${says}: ${clockOf(at)}.`)),
    `It was raised on ${clockOf(raisedAt)}. Nobody has acknowledged it yet.`,
    ...(done.length === 0 ? [] : [`What can be done: ${done.join('; ')}.`]),
    'To acknowledge it, sign in. Until somebody does, other people are told as well.',
  ].filter((text) => text !== '');
}

function briefly(told: ToldAlert): string {
  return `${headOf(told)}: ${told.view.reference}: ${plain(told.view.wrong)}`;
}

/** The shipment, and of an alert that is told by itself the form of the first thing that can be done. */
function linksOf({ view, ends }: ToldAlert, several: boolean): Message['links'] {
  const path = `/shipments/${view.shipment}`;
  const [first] = several || ends ? [] : view.offers;
  return [
    { label: several ? view.reference : 'Open the shipment', path },
    ...(first === undefined ? [] : [{ label: plain(first.label), path: `${path}?${formOf(view.id, first.command)}` }]),
  ];
}

/** The board’s address of a form that an alert offers. */
function formOf(alert: string, command: string): string {
  return new URLSearchParams({ alert, do: command }).toString();
}

/** Sealed words leave the house for nobody. */
function plain(text: string): string {
  return withoutSealed(text, () => withheld);
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= longestSubject ? text : `${characters.slice(0, longestSubject - 1).join('')}…`;
}

function uniqueBy<Item>(keyOf: (item: Item) => string): (item: Item, index: number, all: readonly Item[]) => boolean {
  return (item, index, all) => all.findIndex((each) => keyOf(each) === keyOf(item)) === index;
}
