import type { Bag, BagAllotted } from './collection/collection.js';
import type { Sought } from './correct-fact.sought.js';
import { readingOf } from './reading.js';
import type { FactCorrected, LoggedEvent, RecordedEvent } from './shipment.js';
import type { Refusal } from './stage.js';

/** A correction of bags: as they are recorded, as they should have been, and what was recorded after them. */
interface Rebagged {
  readonly was: readonly Bag[];
  readonly is: readonly Bag[];
  readonly later: readonly RecordedEvent[];
}

/**
 * What keeps bags, or the parts of one, from being corrected so. Later facts name them by their labels: a label that was misread is read anew in all of them, and a
 * volume stands by itself, but bags that come or go, or that are for somebody else, would contradict what was recorded of them since.
 */
export function bagsLost(
  [is]: readonly RecordedEvent[],
  { was, line }: Sought,
  log: readonly LoggedEvent[],
): Refusal | undefined {
  const { lines } = readingOf(log);
  const later = lines.filter(({ seq, event }) => seq > line.seq && event.stage !== 'alert').map(({ event }) => event);
  if (was.type === 'BagAllotted' && is?.type === 'BagAllotted') return allotmentLost(was, is, later);
  const bags = rebagged(was, is, later);
  if (bags === undefined) return undefined;
  return was.type === 'BagSplit' ? partsLost(bags) : collectedLost(bags);
}

function rebagged(was: RecordedEvent, is: RecordedEvent | undefined, later: Rebagged['later']): Rebagged | undefined {
  if (was.type === 'CollectionEnded' && is?.type === 'CollectionEnded')
    return { was: was.data.bags, is: is.data.bags, later };
  if (was.type === 'BagSplit' && is?.type === 'BagSplit') return { was: was.data.parts, is: is.data.parts, later };
  return undefined;
}

function allotmentLost(was: BagAllotted, is: BagAllotted, later: Rebagged['later']): Refusal | undefined {
  const other = was.data.recipient !== is.data.recipient && isHandled([was.data.bag], later);
  return other ? { ...handledSince, at: '/body/recipient' } : undefined;
}

function collectedLost({ was, is, later }: Rebagged): Refusal | undefined {
  const kept = sameNumber(was, is) && sameAllotment(was, is);
  return kept || !later.some((event) => namesAny(event, labelsOf(was))) ? undefined : allotmentKept;
}

/** Parts may be for somebody else until one of them was given, counted, allotted or split; doses are judged anew by them. */
function partsLost({ was, is, later }: Rebagged): Refusal | undefined {
  const labels = labelsOf(was);
  if (!sameNumber(was, is)) return later.some((event) => namesAny(event, labels)) ? numberKept : undefined;
  if (splitFurther(was, is, later)) return splitSince;
  return !sameAllotment(was, is) && isHandled(labels, later) ? { ...handledSince, at: '/body/parts' } : undefined;
}

/** The parts of a part carry divisions of its own. */
function splitFurther(was: readonly Bag[], is: readonly Bag[], later: readonly RecordedEvent[]): boolean {
  const changed = labelsOf(was.filter(({ id }, index) => id !== is[index]?.id));
  return later.some(({ type, data }) => type === 'BagSplit' && changed.includes(data.bag));
}

/** For whom a bag is hangs on what was decided for its recipients and done with it since. */
function isHandled(labels: readonly string[], later: readonly RecordedEvent[]): boolean {
  return later.some((event) => {
    if (event.type === 'CountDecided') return event.data.recipients !== null;
    const handling = event.stage === 'receipt' ? event.type !== 'ProductReceived' : /^Bag/.test(event.type);
    return handling && namesAny(event, labels);
  });
}

const labelsOf = (bags: readonly Bag[]) => bags.map(({ id }) => id);
const sameNumber = (was: readonly Bag[], is: readonly Bag[]) => was.length === is.length;

function sameAllotment(was: readonly Bag[], is: readonly Bag[]): boolean {
  return was.every(({ recipient }, index) => recipient === is[index]?.recipient);
}

function namesAny({ data }: RecordedEvent, labels: readonly string[]): boolean {
  const text = JSON.stringify(data);
  return labels.some((label) => text.includes(label));
}

/**
 * A bag that was split takes its parts along, each with its own division: with a label that is a division itself, one of them may come to have the label of the
 * whole, or of another bag. A bag is known by DIN and product code with its division, so no two may have the same.
 */
export function labelTwice(event: FactCorrected, log: readonly LoggedEvent[]): Refusal | undefined {
  const { type } = event.data.was;
  if (type !== 'CollectionEnded' && type !== 'BagSplit') return undefined;
  const seq = (log.at(-1)?.seq ?? 0) + 1;
  const read = readingOf([...log, { seq, recordedAt: event.occurredAt.at, event }]).lines.map((line) => line.event);
  const parts = read.flatMap((each) => (each.type === 'BagSplit' ? labelsOf(each.data.parts) : []));
  const labels = [...collectedIn(read), ...parts];
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  return twice === undefined ? undefined : labelInUse(twice, { type, ofPart: parts.includes(twice) });
}

function collectedIn(events: readonly RecordedEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === 'CollectionEnded' ? labelsOf(event.data.bags) : []));
}

function labelInUse(
  label: string,
  { type, ofPart }: { readonly type: 'CollectionEnded' | 'BagSplit'; readonly ofPart: boolean },
): Refusal {
  const known = `${label} is on record as another bag already.`;
  if (type === 'BagSplit') return { code: 'label-in-use', sentence: known, at: '/body/parts' };
  const sentence = ofPart
    ? `${label} would be the label of two bags: one has been split, and its parts keep their divisions. Give it a product code whose division no part has, as one that ends in 00.`
    : known;
  return { code: 'label-in-use', sentence, at: ofPart ? '/body/bags' : '/body/din' };
}

const allotmentKept: Refusal = {
  code: 'bags-named-later',
  sentence:
    'Later facts name these bags, and doses were judged by them: their labels and volumes can be corrected, in the same order, but not their number or whom they are for.',
  at: '/body/bags',
};

const numberKept: Refusal = {
  code: 'bags-named-later',
  sentence:
    'Later facts name these parts: their labels, volumes and recipients can be corrected, in the same order, but not their number.',
  at: '/body/parts',
};

const splitSince: Refusal = {
  code: 'part-split-since',
  sentence: 'A part whose code is to be another has been split since, and its own parts carry divisions of that code.',
  at: '/body/parts',
};

const handledSince: Omit<Refusal, 'at'> = {
  code: 'bag-handled-since',
  sentence:
    'For whom it is was decided on, or it was given, counted or allotted, since: allot it anew instead, while it can be.',
  allowed: ['AllotBag'],
};
