import { mayIssue, mayKnow, withheld, type Standing } from '@cellrelay/shipment';
import { commandCatalogue } from '../wire/catalogue.js';
import type { Actions } from './actions.js';
import { dueItemOf, type KeptItem } from './due-item.js';
import type { ActionView, AlertView, DueItemView, RowView, ShipmentView } from './views.js';
import type { Seen } from './seen.js';
import { stripLabels } from './words.js';

type Held = readonly Standing[];
type OfferView = AlertView['offers'][number];

/** What of these offers is theirs to take, without what is withheld. */
export function offersFor(held: Held, offers: readonly OfferView[]): OfferView[] {
  return offers
    .filter(({ command }) => mayIssue(held, command))
    .map((offer) => ({ ...offer, prefill: known(offer.prefill) }));
}

/** A task with what they may do about it. */
export function dueItemFor(held: Held, item: KeptItem): DueItemView {
  const told = dueItemOf(item);
  return { ...told, offers: offersFor(held, told.offers) };
}

/** An alert with what they may do about it. */
export function alertFor(held: Held, alert: AlertView): AlertView {
  return { ...alert, offers: offersFor(held, alert.offers) };
}

/** What they may do now, and of the rest that is theirs why not. */
export function actionsFor(held: Held, { actions, notNow }: Actions): Actions {
  return {
    actions: actions.filter(({ command }) => mayIssue(held, command)).map((action) => actionFor(held, action)),
    notNow: notNow.filter(({ command }) => mayIssue(held, command)),
  };
}

/** A form without what they may not know. What follows from a decision tells doses: whoever may not know them is told in general what it does. */
export function actionFor(held: Held, action: ActionView): ActionView {
  const silent = action.command === 'DecideOnCount' && !mayKnow(held, 'counted-dose');
  return {
    ...action,
    prefill: known(action.prefill),
    onRecord: known(action.onRecord) as ActionView['onRecord'],
    consequences: silent ? hintOf(action.command) : action.consequences,
  };
}

function hintOf(command: string): string[] {
  const hint = commandCatalogue.find(({ name }) => name === command)?.consequencesHint;
  return hint === undefined ? [] : [hint];
}

/** A form begins without what is withheld, so that nobody sends it back. */
function known(prefill: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return withoutWithheld(prefill) as Record<string, unknown>;
}

function withoutWithheld(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWithheld);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => each !== withheld);
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutWithheld(each)]));
}

/** A row that says of no dose how much. The state behind it has kept its alerts' figures to itself. */
export function withoutDoses<Row extends Pick<RowView, 'strip' | 'sentence'>>(row: Row): Row {
  const strip = row.strip.map((mark) => (mark.name === 'count' ? { ...mark, says: countWords[mark.mark] } : mark));
  const says = strip.find(({ name }) => name === 'count')?.says ?? '';
  const label = `${stripLabels.count}: `;
  const ofCount = row.sentence.text.startsWith(label) && row.sentence.mark !== 'trouble';
  return ofCount ? { ...row, strip, sentence: { ...row.sentence, text: `${label}${says}` } } : { ...row, strip };
}

const countWords: Readonly<Record<RowView['strip'][number]['mark'], string>> = {
  'not-yet': '',
  waiting: 'waited for',
  running: 'under way',
  done: 'counted',
  trouble: 'in trouble',
  'not-needed': '',
};

type Clocked = Pick<RowView, 'strip' | 'oldestBag' | 'sentence'>;

/** A row that says nothing of what came after the word on the product: of the infusion nothing, and no clock that only it ends. */
export function withoutOutcome<Row extends Clocked>(row: Row, arrived: boolean): Row {
  const strip = row.strip.map((mark) =>
    mark.name === 'infusion' ? { ...mark, mark: 'not-yet' as const, says: '' } : mark,
  );
  return { ...row, strip, oldestBag: arrived ? null : row.oldestBag };
}

/** The whole page likewise. */
function pageWithoutOutcome(page: ShipmentView, arrived: boolean): ShipmentView {
  const told = withoutOutcome(page, arrived);
  if (!arrived) return told;
  const timeline = page.timeline.filter(({ kind }) => kind !== 'limit' && kind !== 'planned');
  return { ...told, clocks: [], courses: [], branches: [], timeline };
}

/** One shipment's page as they may know it. */
export function shipmentFor({ held, state }: Seen, whole: ShipmentView): ShipmentView {
  const outcome = mayKnow(held, 'outcome');
  const page = outcome ? whole : pageWithoutOutcome(whole, state.stages.receipt.receivedAt !== null);
  const donor = mayKnow(held, 'donor');
  return {
    ...(mayKnow(held, 'counted-dose') ? page : withoutDoses(page)),
    donorGrid: donor ? page.donorGrid : null,
    donorBloodGroup: donor ? page.donorBloodGroup : null,
    recipients: recipientsFor(held, page.recipients),
    alertsFull: page.alertsFull.map((alert) => alertFor(held, alert)),
    receipt: outcome ? page.receipt : { ...page.receipt, bags: [], followUps: [] },
  };
}

/** Who carries a box knows of no recipient; the donor's side of none's weight and blood, and of no dose per kg that was counted. */
export function recipientsFor(
  held: Held,
  recipients: readonly ShipmentView['recipients'][number][],
): ShipmentView['recipients'] {
  if (mayKnow(held, 'recipient')) return [...recipients];
  if (!mayKnow(held, 'requested-dose')) return [];
  return recipients.map((each) => ({
    ...each,
    weightKg: null,
    weightBasis: 'actual',
    bloodGroup: null,
    aboMismatch: null,
    rhMismatch: null,
    processing: null,
    standing: null,
    doses: each.doses.map((dose) => ({ ...dose, dose: null, meetsRequest: null, meetsMinimum: null })),
  }));
}
