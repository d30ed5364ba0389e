import { derivedOnce } from './derived.js';
import type { Alert, AlertState } from './alert/alert.js';
import { nobodyTold } from './alert/alert.agenda.js';
import { causesOf } from './agenda.js';
import { handPartOf, handParts, labelsInHand, type HandPart } from './labels-in-hand.js';
import { isOpened } from './overview.js';
import type { Standing } from './rights/standings.js';
import { commitmentsIn, isSealed, tokenOf } from './sealed-words.js';
import type { Cause } from './obligation.js';
import type { Shipment } from './shipment.js';
import type { StageName } from './stage.js';

/** Stands in the place of words that somebody chose freely. */
export const withheld = '(withheld)';

/**
 * Names under which a body holds prose: some sentences of somebody's own. It lies sealed outside the log, where keys are kept (`sealed-words.ts`), and the core neither compares
 * it nor knows anything by it. A spec holds the list against the bodies' schemas, and plays every scenario with and without its words.
 */
export const proseFields: ReadonlySet<string> = new Set([
  ...['commitment', 'correctiveAction', 'despite', 'deviation', 'evidence', 'lateReason', 'note', 'outcome'],
  ...['reason', 'sealDiffersReason', 'words'],
]);

/** Names under which a body or the state holds a line of somebody's own by which the core knows or compares things: persons of the staff, numbers of boxes and papers. */
export const lineFields: ReadonlySet<string> = new Set([
  ...['acceptedBy', 'acknowledgedBy', 'box', 'by', 'carrier', 'city', 'company', 'confirmedBy', 'donorRegistry'],
  ...['facility', 'flight', 'givenBy', 'holder', 'logger', 'loggerSerial', 'method', 'name', 'organisation'],
  ...['packedBy', 'permit', 'person', 'phone', 'physician', 'readBackBy', 'record', 'reference', 'seal', 'shipper'],
  ...['takenBy', 'to', 'told', 'transplantCentre', 'who', 'wordOf'],
]);

/**
 * Names under which the state holds words of somebody's own, besides these: what a document is called, what was found and what was expected. Nobody can say what stands in them, so outside the operator
 * nobody reads them, but for sealed prose, which whoever may read it is told where it leaves.
 */
const freeTextFields: ReadonlySet<string> = new Set([
  ...proseFields,
  ...lineFields,
  ...['document', 'expected', 'found', 'refusedFor'],
]);

/** Names under which a command holds a key of ours, and no words, although any text would be taken: what is no key is refused by the core. */
export const keyFields: ReadonlySet<string> = new Set([
  ...[
    'alert',
    'booking',
    'deviation',
    'exemption',
    'item',
    'key',
    'recipient',
    'recipients',
    'ref',
    'request',
    'scan',
    'version',
  ],
]);

/**
 * The shipment as whoever is not of the operator may know it: every free word withheld, alerts said anew from what is left. What all who stand in it call it by and where the box
 * goes (the order's reference, names and cities of places) stays, and the policy, which nobody wrote for this shipment.
 */
export const sharedShipment = derivedOnce((shipment): Shipment => sharedWith(shipment, noLabels));

type Labels = ReadonlySet<string>;
const noLabels: Labels = new Set();

const sharedInHands = Object.fromEntries(
  handParts.map((part) => [part, derivedOnce((shipment) => sharedInHandsOf(shipment, part))]),
) as Readonly<Record<HandPart, (shipment: Shipment) => Shipment>>;

function sharedInHandsOf(shipment: Shipment, part: HandPart): Shipment {
  const labels = labelsInHand(shipment, part);
  return labels.size === 0 ? sharedShipment(shipment) : sharedWith(shipment, labels);
}

/**
 * The same for somebody with these standings: whoever has had a box in hand is told its number, its seal's and its loggers', which they have read off it (labels-in-hand.ts).
 * Nothing that leaves for everybody alike is made of it: neither lists, nor refusals, nor calendars.
 */
export function sharedWithHands(shipment: Shipment, held: readonly Standing[]): Shipment {
  const part = handPartOf(held);
  return part === undefined ? sharedShipment(shipment) : sharedInHands[part](shipment);
}

function sharedWith(shipment: Shipment, labels: Labels): Shipment {
  const { order, alert, ...others } = shipment.stages;
  const { details, policy, ...ordered } = order;
  const said = withoutWords(details, labels);
  const stages: Shipment['stages'] = {
    ...withoutWords(others, labels),
    order: {
      ...withoutWords(ordered, labels),
      policy,
      details: said === null || details === null ? null : { ...said, reference: details.reference },
    },
    alert: withSharedKeys(alert, labels),
  };
  return withAlertsAnew({ ...shipment, stages });
}

/** The same, with every text under one of those names withheld but such a label; places and airports keep their names. */
function withoutWords<T>(value: T, labels: Labels): T {
  const replaced = (each: unknown, name: string): unknown => {
    if (typeof each === 'string') return isFree(each, name, labels) ? sealedOnly(each) : each;
    if (Array.isArray(each)) return each.map((one) => replaced(one, name));
    if (typeof each !== 'object' || each === null || 'iata' in each) return each;
    const kept = 'city' in each && 'zone' in each ? placeNames : keptWithin.get(name);
    return Object.fromEntries(
      Object.entries(each).map(([field, one]) => [field, kept?.has(field) === true ? one : replaced(one, field)]),
    );
  };
  return replaced(value, '') as T;
}

function isFree(text: string, name: string, labels: Labels): boolean {
  if (labelFields.has(name) && labels.has(text)) return false;
  return freeTextFields.has(name) && !isTold(text, name);
}

/** Where labels of boxes, seals and loggers stand. */
const labelFields: ReadonlySet<string> = new Set(['box', 'logger', 'loggerSerial', 'seal', 'shipper']);

/** A sealed text is told, or withheld, where it leaves; and `deviation` holds prose in one place, in all others a deviation's number. */
function isTold(text: string, name: string): boolean {
  return isSealed(text) || (name === 'deviation' && /^D\d+$/.test(text));
}

/** What a rule says of a fact holds its author's words, which are told where they leave, among others' that are not: only the former are left. */
function sealedOnly(text: string): string {
  const tokens = [...new Set(commitmentsIn(text))].map(tokenOf);
  return tokens.length === 0 ? withheld : tokens.join('; ');
}

const placeNames: ReadonlySet<string> = new Set(['name', 'city']);
/** Where a name that elsewhere holds words holds a choice among few; by the name that the whole stands under. */
const keptWithin: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['cancellation', new Set(['by'])],
  ['postponements', new Set(['to'])],
  ['answers', new Set(['found'])],
  ['checks', new Set(['found'])],
]);

/** Keys of obligations and causes that end with words of somebody's own: the number of a box or a logger, another shipment's reference. */
const keysWithWords =
  /\b(box-hold|shipper-[a-z-]+|courier-elsewhere|watch-logger|logger-silent|ice|heat)\/(.*?)(#\d+)?$/s;

function sharedKey(key: string, labels: Labels): string {
  return key.replace(keysWithWords, (whole, kind: string, words: string, occasion: string | undefined) => {
    const told = kind !== 'courier-elsewhere' && labels.has(words.replace(/\/\d+$/, ''));
    return told ? whole : `${kind}/${withheld}${occasion ?? ''}`;
  });
}

/** Whom the operator's people tell, and whether anybody is there, is nobody else's; and who could not be told may be told by what is not theirs to know. */
export function isSharedAlert({ cause }: Alert): boolean {
  return cause.key !== nobodyTold;
}

/** Of what differs by withheld words alone, which one it is: the first that rang bears no number. */
function numbered(key: string, place: number): string {
  return place === 0 ? key : key.replace(withheld, `${withheld}~${place + 1}`);
}

const withoutNumber = (key: string): string => key.replace(/(?<=\(withheld\))~\d+/, '');

/** Alerts of two boxes are two alerts for whoever may not know what the boxes are called. They are numbered in the order in which their causes first rang, which stays as it is. */
function withSharedKeys({ alerts, rung, byHand, parked }: AlertState, labels: Labels): AlertState {
  const shared = (key: string): string => sharedKey(key, labels);
  const rang = [...new Set(alerts.map(({ cause }) => cause.key))];
  const placeOf = (key: string): number =>
    rang.filter((each) => shared(each) === shared(key)).findIndex((each) => each === key);
  return {
    alerts: alerts.filter(isSharedAlert).map(({ told: _, ...alert }) => ({
      ...alert,
      id: numbered(shared(alert.id), placeOf(alert.cause.key)),
      cause: { ...alert.cause, key: numbered(shared(alert.cause.key), placeOf(alert.cause.key)) },
      acknowledgedBy: alert.acknowledgedBy && withheld,
    })),
    rung: keyed(rung, shared),
    byHand: keyed(byHand, shared),
    parked: withoutWords(keyed(parked, shared), labels),
  };
}

function keyed<T>(record: Readonly<Record<string, T>>, shared: (key: string) => string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, each]) => [shared(key), each]));
}

/** An alert keeps the words that it was raised with; they are said anew from what may be known, and of one whose cause is gone only its kind. */
export function withAlertsAnew(shipment: Shipment): Shipment {
  if (!isOpened(shipment)) return shipment;
  const standing = causesOf(shipment);
  const { alert } = shipment.stages;
  const alerts = alert.alerts.map((each) => ({ ...each, cause: causeAnew(each, standing) }));
  return { ...shipment, stages: { ...shipment.stages, alert: { ...alert, alerts } } };
}

/** Of two causes that differ by withheld words alone nobody can say which is which, and so of neither more than its kind. */
function causeAnew({ cause, status }: Alert, standing: readonly Cause[]): Cause {
  const { key, stage, severity } = cause;
  const alike = status === 'resolved' ? [] : standing.filter((each) => each.key === withoutNumber(key));
  const [found] = alike;
  if (found !== undefined && alike.length === 1) return { ...found, key, stage, severity };
  return { key, stage, severity, ...kindOnly(key), offers: [] };
}

function kindOnly(key: string): Pick<Cause, 'wrong' | 'follows'> {
  const kind = key.split('/').find((part) => part !== 'overdue' && part !== 'parked') ?? '';
  return { wrong: `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}.`, follows: '' };
}

/** Alerts of these stages say doses, weights or volumes. */
const figured: ReadonlySet<StageName> = new Set(['order', 'cell-count', 'receipt']);

/** A shared shipment for whoever may not know of doses: of an alert that says figures, its kind is left. */
export const withoutFigures = derivedOnce((shipment): Shipment => {
  const { alert } = shipment.stages;
  const alerts = alert.alerts.map(({ cause, ...each }) => ({
    ...each,
    cause: figured.has(cause.stage) ? { ...cause, ...kindOnly(cause.key) } : cause,
  }));
  return { ...shipment, stages: { ...shipment.stages, alert: { ...alert, alerts } } };
});
