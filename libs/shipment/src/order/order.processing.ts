import { aboMismatch, type AboMismatch, type BloodGroup } from '../blood-groups.js';
import { firstOf, inTheFuture, notWorded, outOfRange } from '../deciding.js';
import { nameInWords } from '../names-in-words.js';
import type { Policy } from '../policy.js';
import type { Refusal } from '../stage.js';
import type {
  DecideOnProcessing,
  OrderDetails,
  OrderFacts,
  OrderState,
  ProcessingDecision,
  RecordBloodGroups,
} from './order.js';

/** How donor and recipient differ by ABO; 'none' while either group is unknown, which nobody can decide on. */
export function mismatchFor(details: OrderDetails, ref: string): AboMismatch {
  const recipient = details.recipients.find((each) => each.ref === ref);
  const [donor, own] = [details.donorBloodGroup, recipient?.bloodGroup ?? null];
  return donor === null || own === null ? 'none' : aboMismatch(donor, own);
}

/** The decision that stands for a recipient, if there is one. */
export function processingFor({ processing }: OrderState, ref: string): ProcessingDecision | undefined {
  return processing.find(({ recipient }) => recipient === ref);
}

/** The recipients whose blood group differs from the donor's in a way that no decision was taken on yet. Of those it was stopped for nothing is to be processed. */
export function undecidedRecipients(state: OrderState, stoppedFor: readonly string[]): readonly string[] {
  const { details } = state;
  if (details === null || state.status !== 'open') return [];
  return details.recipients
    .map(({ ref }) => ref)
    .filter((ref) => !stoppedFor.includes(ref))
    .filter((ref) => mismatchFor(details, ref) !== (processingFor(state, ref)?.mismatch ?? 'none'));
}

/** What processing adds to the time from receipt to infusion: as long as the longest, for grafts are worked on side by side. */
export function processingMinutes({ processing }: Pick<OrderState, 'processing'>): number {
  return Math.max(0, ...processing.map(({ minutes }) => minutes));
}

/**
 * Minutes from receipt to the start of infusion: the centre's own, what the receiving laboratory needs for another blood group (cases.md E), and the thawing of
 * what comes frozen, by the policy.
 */
export function receiptToInfusionMinutes(
  details: Pick<OrderDetails, 'receiptToInfusionMinutes' | 'unit'>,
  { policy, processing }: Pick<OrderState, 'policy' | 'processing'>,
): number {
  return details.receiptToInfusionMinutes + processingMinutes({ processing }) + thawMinutes(details.unit, policy);
}

/** What a frozen unit needs before anybody can infuse it; what comes fresh needs nothing. */
function thawMinutes(unit: OrderDetails['unit'], policy: Pick<Policy, 'thawMinutes'> | null): number {
  return unit === null || policy === null ? 0 : policy.thawMinutes.value;
}

/** What is wrong with blood groups that are recorded late or corrected. */
export function bloodGroupsProblem(data: RecordBloodGroups['data'], details: OrderDetails): Refusal | undefined {
  return (
    firstOf(data.recipients, ({ recipient }, index) =>
      noRecipient(recipient, details, `/recipients/${index}/recipient`),
    ) ??
    nothingNew(data, details) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

function noRecipient(ref: string, { recipients }: OrderDetails, at: string): Refusal | undefined {
  const allowed = recipients.map((each) => each.ref);
  if (allowed.includes(ref)) return undefined;
  const sentence = `The order has no recipient ${ref}; there is ${allowed.join(' and ')}.`;
  return { code: 'no-such-recipient', sentence, at, allowed };
}

function nothingNew({ donor, recipients }: RecordBloodGroups['data'], details: OrderDetails): Refusal | undefined {
  const known = new Map(details.recipients.map(({ ref, bloodGroup }) => [ref, bloodGroup]));
  const changes =
    (donor !== null && !isSame(donor, details.donorBloodGroup)) ||
    recipients.some(({ recipient, bloodGroup }) => !isSame(bloodGroup, known.get(recipient) ?? null));
  if (changes) return undefined;
  return { code: 'nothing-recorded', sentence: 'The blood groups are recorded so already.' };
}

function isSame(one: BloodGroup, other: BloodGroup | null): boolean {
  return one.abo === other?.abo && one.rh === other.rh;
}

type Decided = DecideOnProcessing['data'];

/** What is wrong with the receiving laboratory's decision. */
export function processingProblem(data: Decided, state: OrderState, facts: OrderFacts): Refusal | undefined {
  const { details } = state;
  if (details === null) throw new Error('an open order has its details');
  return (
    noRecipient(data.recipient, details, '/recipient') ??
    nothingToDecide(data, details, state) ??
    wrongWord(data) ??
    minutesProblem(data) ??
    titreProblem(data) ??
    inTheFuture(data.decidedAt, facts.now, '/decidedAt') ??
    notWorded(data.wordOf.person, 'The person who gave the word', '/wordOf/person', 200) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

/** Without a mismatch there is nothing to take out, unless an earlier decision is to be taken back. */
function nothingToDecide({ recipient }: Decided, details: OrderDetails, state: OrderState): Refusal | undefined {
  if (mismatchFor(details, recipient) !== 'none' || processingFor(state, recipient) !== undefined) return undefined;
  const sentence = `No mismatch of blood groups is known for ${recipient}; record the groups first where they are wrong.`;
  return { code: 'no-mismatch', sentence, at: '/recipient', allowed: ['RecordBloodGroups'] };
}

/** Who works on the graft decides how (cases.md E). */
function wrongWord({ wordOf }: Decided): Refusal | undefined {
  if (wordOf.role === 'receiving-laboratory') return undefined;
  const sentence = `Processing is decided by the receiving laboratory, not by the ${nameInWords(wordOf.role)}.`;
  return { code: 'not-their-word', sentence, at: '/wordOf/role', allowed: ['receiving-laboratory'] };
}

function minutesProblem({ processing, minutes }: Decided): Refusal | undefined {
  const bounds = processing === 'none' ? { least: 0, most: 0 } : { least: 1, most: 24 * 60 };
  return outOfRange({ ...bounds, value: minutes, what: 'The time for processing', unit: 'minutes', at: '/minutes' });
}

/** The highest titre anyone reads, and more. */
const mostTitre = 65_536;

/** Both or neither; and where nothing is taken out because of the titre, it is below the threshold. */
function titreProblem({ processing, titre, thresholdTitre }: Decided): Refusal | undefined {
  if (titre === null && thresholdTitre === null) return undefined;
  if (titre === null || thresholdTitre === null) {
    const sentence = 'A titre says something only beside the threshold of the centre: give both, or neither.';
    return { code: 'titre-incomplete', sentence, at: titre === null ? '/titre' : '/thresholdTitre' };
  }
  return (
    titreBounds(titre, 'The titre', '/titre') ??
    titreBounds(thresholdTitre, 'The threshold', '/thresholdTitre') ??
    (processing === 'none' && titre >= thresholdTitre ? notBelow(titre, thresholdTitre) : undefined)
  );
}

function titreBounds(value: number, what: string, at: string): Refusal | undefined {
  return outOfRange({ value, least: 1, most: mostTitre, what, unit: '(the n of 1/n)', at });
}

function notBelow(titre: number, threshold: number): Refusal {
  const sentence = `A titre of 1/${titre} is not below the threshold of 1/${threshold}, so it is no reason to leave the graft as it is.`;
  return { code: 'titre-not-below-threshold', sentence, at: '/titre', allowed: [`below 1/${threshold}`] };
}
