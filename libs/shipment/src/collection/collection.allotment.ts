import { bagKeyOf, divisionOf, parseProductCode, type Din, type ProductCode } from '@cellrelay/identifiers';
import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { bagVolumeProblem, isVolumeOf } from '../bag-volume.js';
import { decided, firstOf, inTheFuture, notAllowedNow, notWorded, outOfRange, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { atOriginEvent, atOriginProblem, endOf, type Held } from './collection.at-origin.js';
import { recipientProblem } from './collection.bags.js';
import type { AllotBag, Bag, BagCommand, BagEvent, CollectionEvent, CollectionState, SplitBag } from './collection.js';
import type { CollectionFacts } from './collection.facts.js';
import { keptAtOrigin, type AtOriginCommand } from './collection.staying.js';
import { collectionDayTable } from './collection.transitions.js';

/** Splits a bag, allots it to another recipient, or takes in what became of it at the collection centre. */
export function decideOnBag(
  command: BagCommand,
  state: CollectionState,
  facts: CollectionFacts,
): Decision<CollectionEvent> {
  const day = state.days.find(({ bags }) => bags.some(({ id }) => id === command.data.bag));
  const bag = day?.bags.find(({ id }) => id === command.data.bag);
  if (day === undefined || bag === undefined) return decided(noSuchBag(command.data.bag, state), () => []);
  const what = `Collection day ${day.day}`;
  const refused = notAllowedNow(collectionDayTable, { command: command.name, state: day.status, what });
  const held = { bag, day, facts };
  const problem = refused ?? clockEnded(command, held, state) ?? bagProblem(command, held);
  return decided<CollectionEvent>(problem, () => [eventOf(command, held)]);
}

function bagProblem(command: BagCommand, held: Held): Refusal | undefined {
  switch (command.name) {
    case 'SplitBag':
      return splitProblem(command.data, held);
    case 'AllotBag':
      return allotmentProblem(command.data, held);
    case 'RecordCryopreservedAtOrigin':
    case 'RecordNotUsedAtOrigin':
      return atOriginProblem(command, held) ?? timeProblem(...statedIn(command), held);
  }
}

function eventOf(command: BagCommand, { bag, day }: Held): BagEvent {
  const written = { v: 1, stage: 'collection' } as const;
  const of = { day: day.day, bag: bag.id };
  switch (command.name) {
    case 'SplitBag': {
      const { parts, splitAt, where, by } = command.data;
      const data = { ...of, parts: parts.map((part) => partOf(bag, part)), where, by };
      return { type: 'BagSplit', ...written, occurredAt: splitAt, data };
    }
    case 'AllotBag': {
      const { recipient, wordOf, reason, allottedAt } = command.data;
      const data = { ...of, was: bag.recipient, recipient, wordOf, reason };
      return { type: 'BagAllotted', ...written, occurredAt: allottedAt, data };
    }
    case 'RecordCryopreservedAtOrigin':
    case 'RecordNotUsedAtOrigin':
      return atOriginEvent(command, day);
  }
}

/** When it is said to have been, and the field that says so. */
function statedIn(command: AtOriginCommand): readonly [stated: ZonedInstant, at: string] {
  return command.name === 'RecordNotUsedAtOrigin'
    ? [command.data.decidedAt, '/decidedAt']
    : [command.data.startedAt, '/startedAt'];
}

function partOf(bag: Bag, { productCode: text, volumeMl, recipient }: Part): Bag {
  const productCode = codeOf(text);
  if (productCode === undefined) throw new Error('a faulty product code was let through');
  const id = bagKeyOf({ din: bag.din as Din, productCode });
  return { id, din: bag.din, productCode, volumeMl, recipient, partOf: [...(bag.partOf ?? []), bag.id] };
}

function noSuchBag(id: string, { days }: CollectionState): Refusal {
  const allowed = days.flatMap(({ bags }) => bags.map((bag) => bag.id));
  const gone = days.some(({ split }) => split.some((bag) => bag.id === id));
  const sentence = gone ? `${id} has been split: name one of its parts.` : `There is no bag ${id}.`;
  return { code: gone ? 'bag-has-been-split' : 'no-such-bag', sentence, at: '/bag', allowed };
}

/** What was said of a bag where it was collected can be otherwise: frozen and not discarded, or no longer kept frozen. */
function clockEnded({ name }: BagCommand, { bag, facts }: Held, state: CollectionState): Refusal | undefined {
  if (!facts.custody.ended.includes(bag.id)) return undefined;
  if (name === 'RecordCryopreservedAtOrigin' && state.notUsed.some((each) => each.bag === bag.id)) return undefined;
  if (name === 'RecordNotUsedAtOrigin' && keptAtOrigin(state).includes(bag.id)) return undefined;
  return { code: 'bag-already-ended', sentence: `The clock of ${bag.id} has ended already.`, at: '/bag' };
}

function splitProblem(data: SplitBag['data'], held: Held): Refusal | undefined {
  const { parts, splitAt, by } = data;
  return (
    notThere(data, held) ??
    timeProblem(splitAt, '/splitAt', held) ??
    outOfRange({ value: parts.length, least: 2, most: 26, what: 'The number of parts', unit: 'parts', at: '/parts' }) ??
    firstOf(parts, (part, index) => partProblem(part, `/parts/${index}`, held) ?? partTwice(parts, index, held)) ??
    volumesDiffer(parts, held) ??
    notWorded(by, 'Who split the bag', '/by', 200)
  );
}

/** Before the box is packed, or after it was received: in between nobody has the bag in hand. */
function notThere({ where }: SplitBag['data'], { bag, facts }: Held): Refusal | undefined {
  const { packed, inTheBox, receivedAt } = facts.custody;
  const place = receivedAt === null ? (packed ? null : 'collection-centre') : 'transplant-centre';
  if (place === null) {
    const sentence = `${bag.id} is in a packed box: it is split before the box is packed, or after it was received.`;
    return { code: 'bag-in-packed-box', sentence, at: '/bag' };
  }
  if (inTheBox !== null && !inTheBox.includes(bag.id)) return stayedBehind(bag);
  if (place === where) return undefined;
  return { code: 'bag-is-elsewhere', sentence: `${bag.id} is at the ${place}.`, at: '/where', allowed: [place] };
}

function stayedBehind({ id }: Bag): Refusal {
  return { code: 'bag-stayed-behind', sentence: `${id} did not travel with the box.`, at: '/bag' };
}

function timeProblem(stated: ZonedInstant, at: string, { day, facts }: Held): Refusal | undefined {
  const future = inTheFuture(stated, facts.now, at);
  const ended = endOf(day);
  const bound = at === '/splitAt' ? (facts.custody.receivedAt ?? ended) : ended;
  if (future !== undefined || stated.at >= bound) return future;
  const what = bound === ended ? `day ${day.day} ended` : 'the box was received';
  const sentence = `It cannot have been before ${inZone(bound, stated.zone)}, when ${what}.`;
  return { code: 'before-the-bag-was-there', sentence, at };
}

type Part = SplitBag['data']['parts'][number];

function partProblem(part: Part, at: string, { bag, facts }: Held): Refusal | undefined {
  return (
    codeProblem(part.productCode, bag, `${at}/productCode`) ??
    bagVolumeProblem(part.volumeMl, part.productCode, `${at}/volumeMl`) ??
    forWhom(part.recipient, `${at}/recipient`, facts)
  );
}

function forWhom(recipient: string, at: string, { recipients, stoppedFor }: CollectionFacts): Refusal | undefined {
  const wrong = recipientProblem(recipient, at, recipients);
  if (wrong !== undefined || !stoppedFor.includes(recipient)) return wrong;
  const allowed = recipients.filter((ref) => !stoppedFor.includes(ref));
  const sentence = `It was stopped for ${recipient}: no cells are meant for them.`;
  return { code: 'stopped-for-recipient', sentence, at, allowed };
}

function codeOf(text: string): ProductCode | undefined {
  const code = parseProductCode(text);
  return code.ok ? code.value : undefined;
}

/** ISBT 128 data structure 003 (S17): of an undivided product A0, B0 and so on; of the division A0 in turn Aa, Ab. */
function codeProblem(text: string, bag: Bag, at: string): Refusal | undefined {
  const parent = codeOf(bag.productCode);
  const code = codeOf(text);
  const allowed = divisionsOf(bag.productCode);
  if (parent === undefined || code === undefined || allowed.length === 0)
    return { code: 'product-code-invalid', sentence: `${text} is no code of a part of ${bag.id}.`, at, allowed };
  const isPart = code.slice(0, 6) === parent.slice(0, 6) && isDivisionOf(code, parent);
  if (isPart) return undefined;
  const sentence = `A part of ${bag.productCode} keeps its first six characters and carries a division of it, such as ${allowed.join(' or ')}; ${text} does not.`;
  return { code: 'not-a-division', sentence, at, allowed };
}

function isDivisionOf(code: ProductCode, parent: ProductCode): boolean {
  const [part, whole] = [divisionOf(code), divisionOf(parent)];
  if (part.kind !== 'divided') return false;
  if (whole.kind === 'undivided') return part.subdivision === undefined;
  return whole.kind === 'divided' && part.division === whole.division && part.subdivision !== undefined;
}

/** The first two divisions of a code; none where it cannot be divided further by itself. */
function divisionsOf(productCode: string): readonly string[] {
  const [product, division] = [productCode.slice(0, 6), productCode.slice(6)];
  if (division === '00') return [`${product}A0`, `${product}B0`];
  return division.endsWith('0') ? ['a', 'b'].map((small) => `${product}${division.charAt(0)}${small}`) : [];
}

function partTwice(parts: readonly Part[], index: number, { bag, day }: Held): Refusal | undefined {
  const codes = parts.map(({ productCode }) => codeOf(productCode));
  const others = [...day.bags, ...day.split].filter(({ id, din }) => id !== bag.id && din === bag.din);
  const known = others.some(({ productCode }) => productCode === codes[index]);
  if (!known && codes.indexOf(codes[index]) === index) return undefined;
  const sentence = `${codes[index]} is the code of another bag of this collection.`;
  return { code: 'bag-twice', sentence, at: `/parts/${index}/productCode` };
}

function volumesDiffer(parts: readonly Part[], { bag }: Held): Refusal | undefined {
  const sum = parts.reduce((volume, part) => volume + part.volumeMl, 0);
  if (isVolumeOf(sum, bag.volumeMl)) return undefined;
  const sentence = `The parts hold ${sum} mL together, and ${bag.id} held ${bag.volumeMl} mL; they may differ by a tenth.`;
  return { code: 'volume-differs', sentence, at: '/parts', allowed: [`${bag.volumeMl} mL, a tenth more or less`] };
}

function allotmentProblem(data: AllotBag['data'], held: Held): Refusal | undefined {
  const { bag, facts } = held;
  const { inTheBox } = facts.custody;
  if (inTheBox !== null && !inTheBox.includes(bag.id)) return stayedBehind(bag);
  return (
    forWhom(data.recipient, '/recipient', facts) ??
    allottedAlready(data.recipient, bag) ??
    timeProblem(data.allottedAt, '/allottedAt', held) ??
    notWorded(data.wordOf.person, 'The person who gave the word', '/wordOf/person', 200) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

function allottedAlready(recipient: string, bag: Bag): Refusal | undefined {
  if (recipient !== bag.recipient) return undefined;
  return { code: 'allotted-already', sentence: `${bag.id} is for ${recipient} already.`, at: '/recipient' };
}
