import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { decide, fold, orderOf, type LoggedEvent, type Shipment } from '@cellrelay/shipment';
import { loggedEventOf, parseCommandBody, actionsOf } from '@cellrelay/use-cases';
import { dryRun } from '../../../../test/support/dry-world.js';
import { filledForm } from '../../../../test/support/filled-form.js';
import { airports, scenarioFiles, scenarioIn } from '../../../../test/support/scenarios.js';
import { statesOf } from './expect/states-of.js';

/**
 * Refusals of what was typed: another time, figure or name would have been taken. Every other refusal of a form that is offered says that it should
 * not have been offered, or that it does not ask for what it cannot do without.
 */
const ofTheTyping: ReadonlySet<string> = new Set([
  // Another value.
  ...[
    'policy-adopted-already',
    'policy-unknown',
    'no-such-organisation',
    'no-party-named',
    'organisation-of-another-kind',
    'organisation-of-examples',
    'out-of-range',
    'nothing-postponed',
    'seal-differs',
    'din-of-another-day',
    'more-infused-than-bag',
  ],
  ...['substitute-is-the-courier', 'training-runs-out', 'checkpoint-is-planned', 'no-figure-given'],
  ...['bag-twice', 'not-a-division', 'product-code-invalid', 'bag-malformed', 'air-waybill-character'],
  ...['backup-reference-malformed', 'air-waybill-check-digit', 'air-waybill-length'],
  // Another time or day.
  ...['collection-too-short', 'collection-day-absurd', 'not-on-the-planned-day', 'arrives-before-it-departs'],
  ...[
    'hold-lapses-before-it-begins',
    'conditioning-before-clearance',
    'received-after-inspection',
    'received-before-delivery',
  ],
  // Another flight.
  ...['departs-before-collection-ends', 'infusion-after-limit', 'connection-too-short', 'not-that-leg'],
  // Nothing was changed in a form that shows what is recorded; or neither of two fields was filled in.
  ...['nothing-corrected', 'nothing-recorded', 'day-or-moment'],
]);

/** The shipment after each command of its log that moved more than its alerts, with the log until then. */
function standings(
  log: readonly { readonly text: string }[],
): readonly (readonly [Shipment, readonly LoggedEvent[]])[] {
  const events = log.map((line) => loggedEventOf(line.text));
  const commands = log.map(({ text }) => (JSON.parse(text) as { readonly commandId: string }).commandId);
  const moves = new Set(commands.filter((_, index) => events[index]?.event.stage !== 'alert'));
  const ends = commands.flatMap((id, index) => (id === commands[index + 1] || !moves.has(id) ? [] : [index + 1]));
  return ends.map((end) => [fold(events.slice(0, end)), events.slice(0, end)]);
}

/** Of the forms that differ only in what they are about, such as one a flight, one a step, each in its turn. */
function oneOfAlike<Action extends { readonly command: string; readonly label: string }>(
  actions: readonly Action[],
  step: number,
): readonly Action[] {
  const alike = new Map<string, Action[]>();
  for (const action of actions) {
    const kind = `${action.command} ${action.label}`;
    alike.set(kind, [...(alike.get(kind) ?? []), action]);
  }
  return [...alike.values()].flatMap((each) => each.slice(step % each.length, (step % each.length) + 1));
}

const tried = new Set<string>();

/** What the core says against each form that is offered, sent with no more than it asks for. The same form in the same standing is tried once. */
function refusals(shipment: Shipment, log: readonly LoggedEvent[]): readonly string[] {
  const now = plusMinutes(shipment.recordedAt as Instant, 1);
  const standing = JSON.stringify(statesOf(shipment));
  return oneOfAlike(actionsOf(shipment).actions, log.length).flatMap(({ command, label, subject, fields, prefill }) => {
    const form = JSON.stringify([standing, command, label, prefill, fields['required']]);
    if (tried.has(form)) return [];
    tried.add(form);
    const said = refusalOf(command, filledForm(fields, prefill, now), { shipment, log, now });
    return said === undefined ? [] : [`${command} (${label}, ${subject ?? ''}): ${said}`];
  });
}

/** Only the opening of a shipment says which, and nothing that is open is opened. */
const anywhere = scenarioIn(scenarioFiles[0] ?? '').shipment;

interface Standing {
  readonly shipment: Shipment;
  readonly log: readonly LoggedEvent[];
  readonly now: Instant;
}

function refusalOf(command: string, body: unknown, { shipment, log, now }: Standing): string | undefined {
  const { policy } = orderOf(shipment);
  const read = parseCommandBody(command, body, { shipment: anywhere, airports, policy });
  const statedBy = { person: 'EXAMPLE B. Recorder', organisation: 'EXAMPLE Office', how: 'account' } as const;
  const decided = read.ok ? decide(read.value, shipment, { now, statedBy }, log) : read;
  if (decided.ok) return undefined;
  const faults = [decided.error].flat().filter(({ code }) => !ofTheTyping.has(code));
  return faults.length === 0 ? undefined : faults.map(({ code, sentence }) => `${code}: ${sentence}`).join(' ');
}

it.each(scenarioFiles)('%s: no form is offered that is turned down for where things stand', async (name) => {
  const { log } = await dryRun(scenarioIn(name));
  expect(standings(log).flatMap(([shipment, until]) => refusals(shipment, until))).toEqual([]);
});
