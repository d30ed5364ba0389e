import fc from 'fast-check';
import { plusMinutes, sameJson } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { fatesNow, leavesCellsOpen, partiesStillToTell } from './cancelling-now.js';
import { houston, opening, recipientOrder, says, utc } from './case-a.examples.js';
import { commandStages } from './commands.js';
import { correctionsSaid } from './corrections.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { emptyShipment, fold, foldNext } from './fold.js';
import { unitByCourier, unitLeftBehind } from './frozen.examples.js';
import { endInGoodFaith } from './good-faith.examples.js';
import { dayOneEnough, dayTwoNeeded, openedWith, twinsServed, type Line } from './journeys.examples.js';
import { obligationsOf } from './obligations.js';
import { causeKinds } from './cause-kinds.js';
import type { OrderStatus } from './order/order.js';
import { clockedBags, limitKeyOf, planOf } from './overview.js';
import { defaultPolicy } from './policy.js';
import { owedCommands } from './process.js';
import { keptFrozen } from './receipt/receipt.bags.js';
import type { Shipment, ShipmentCommand } from './shipment.js';
import { stageNames } from './stage.js';
import { Story } from './story.examples.js';
import { everythingSaid } from './walk.examples.js';

/** So many walks of each kind take a few seconds; a longer run needs nothing but a larger number. */
const numRuns = 30;

/** A journey of case A as far as it has been told, and then anything: time passes, with or without its bells, and somebody says something. */
const keepsSeats = openedWith(dayOneEnough, {
  policy: { ...defaultPolicy, giveUpSeats: { value: 'when-airborne', source: 'a site', mark: 'site' } },
});
/** Above the registry's ceiling of 5, and its consent has not come when the cells are counted. */
const withoutConsent = openedWith(dayOneEnough.slice(0, 10), {
  recipients: [recipientOrder(5.2)],
});
/** One day alone, judged by TNC; up to its delivery. */
const marrow = openedWith(dayOneEnough.filter(([, command]) => !isOfDayTwo(command)).slice(0, 12), {
  ...{ product: 'HPC-M', donorWeightKg: 70 },
  recipients: [{ ...recipientOrder(5), doses: [{ metric: 'TNC', per: 'kg', requested: 4, minimum: 2 }] }],
  collectionDays: opening.data.collectionDays.slice(0, 1),
});
/** Where customs may let the box go first, and every airport screens what comes in. */
const releasesFirst = openedWith(dayOneEnough, {
  policy: {
    ...defaultPolicy,
    arrivalCheckpoints: { value: ['US'], source: 'EXAMPLE', mark: 'site' },
    releaseFirstRules: ['export', 'import', 'transit'].map((direction) => ({
      country: direction === 'export' ? 'CN' : direction === 'import' ? 'US' : 'KR',
      direction: direction as 'export' | 'import' | 'transit',
      releaseFirst: true,
      regularisationWorkingDays: 3,
      inForceFrom: null,
      inForceTo: null,
      source: 'EXAMPLE',
      mark: 'site',
    })),
  },
});
/** The patient's conditioning has started: from then on only a person ends the shipment. */
const conditionedAt = utc('08-29T14:00');
const conditioned: readonly Line[] = [
  ...dayTwoNeeded.slice(0, 6),
  [conditionedAt, says.conditioned(conditionedAt)],
  ...dayTwoNeeded.slice(6),
];
/** Twins, one of whom is short; and where the days may part. */
const daysPart = openedWith(twinsServed, {
  policy: { ...defaultPolicy, travelTogether: { value: 'may-part', source: 'EXAMPLE', mark: 'site' } },
});
/** Twins of whom the short one is conditioned: what is infused of the other ends nothing. */
const shortConditioned: readonly Line[] = twinsServed.flatMap(([at, command]): readonly Line[] =>
  command.name === 'EndCollection'
    ? [
        [conditionedAt, conditionedOf('R2')],
        [at, command],
      ]
    : [[at, command]],
);
/** Cancelled while collecting runs, with its cells to be delivered, and broken off. */
const cancelledAndBrokenOff: readonly Line[] = [
  ...dayOneEnough.slice(0, 8),
  [utc('09-04T00:30'), says.cancel(utc('09-04T00:30'), 'deliver-anyway', true)],
  [utc('09-04T01:00'), says.breakOff(utc('09-04T01:00'))],
];
const beginnings = [
  ...[dayOneEnough, dayTwoNeeded, keepsSeats, withoutConsent, marrow, releasesFirst, conditioned],
  ...[twinsServed, daysPart, shortConditioned, cancelledAndBrokenOff],
  // Frozen units, with a courier and as cargo.
  ...[unitByCourier, unitLeftBehind],
].flatMap(toldSoFar);

function conditionedOf(recipient: string): ShipmentCommand {
  const said = says.conditioned(conditionedAt);
  return said.name === 'RecordConditioningStarted' ? { ...said, data: { ...said.data, recipient } } : said;
}

function isOfDayTwo({ name, data }: ShipmentCommand): boolean {
  return (name === 'ProposePlan' && data.plan === 2) || (name === 'RecordStandDownTold' && data.day === 2);
}

/** The story after each of its lines. */
function toldSoFar(lines: readonly Line[]): readonly Story[] {
  const stories: Story[] = [];
  for (const [at, command] of lines) stories.push((stories.at(-1)?.copy() ?? new Story(at)).says(at, command));
  return stories;
}

function begun(index: number): Story {
  const story = beginnings[index];
  if (story === undefined) throw new Error(`there is no beginning ${index}`);
  return story.copy();
}

const step = fc.record({
  minutes: fc.constantFrom(0, 0, 0, 5, 45, 130, 400, 1440),
  ringing: fc.boolean(),
  shift: fc.constantFrom(-600, -45, -5, 5, 90),
  subject: fc.nat(999),
  word: fc.nat(999),
});

function goOn(
  story: Story,
  by: { minutes: number; ringing: boolean; shift: number; subject: number; word: number },
): string {
  const at = plusMinutes(story.now, by.minutes);
  if (by.ringing) story.passTo(at);
  story.now = at;
  const corrections = correctionsSaid(story.log, by.shift);
  // Corrected is whatever was said before: as often as some of the subjects together.
  const subjects = [...everythingSaid(story.shipment, at), corrections, corrections, corrections].filter(
    (words) => words.length > 0,
  );
  const words = subjects[by.subject % subjects.length] ?? [];
  const command = words[by.word % words.length];
  if (command === undefined) return 'silence';
  return `${at} ${command.name}: ${story.tries(command) ?? 'taken'}`;
}

describe('after any history', () => {
  it('the stages are in line, the agenda and the alerts follow from the state, and the log tells the state', () => {
    fc.assert(
      fc.property(fc.nat(beginnings.length - 1), fc.array(step, { maxLength: 30 }), (beginning, steps) => {
        const story = begun(beginning);
        const said = steps.map((each) => {
          const word = goOn(story, each);
          return [word, ...faultsOf(story)].join('\n  FAULT ');
        });
        const faults = [...said.filter((each) => each.includes('FAULT')), ...faultsOfTheLog(story)];
        if (faults.length > 0) throw new Error([`from ${beginning}`, ...said, ...faults].join('\n'));
      }),
      { numRuns },
    );
  });
});

describe('from any state that somebody has brought about', () => {
  it('a person who means well can bring the shipment to an end', () => {
    fc.assert(
      fc.property(fc.nat(beginnings.length - 1), fc.array(step, { maxLength: 25 }), (beginning, steps) => {
        const story = begun(beginning);
        const said = steps.map((each) => goOn(story, each));
        const done = endInGoodFaith(story);
        const faults = faultsOf(story);
        if (story.shipment.stages.order.status !== 'open' && faults.length === 0) return;
        throw new Error([`from ${beginning}`, ...said, 'THEN', ...done, ...faults].join('\n'));
      }),
      { numRuns },
    );
  });
});

/** Besides what the bells and people at alerts say: outcomes of what was under way when the shipment ended. */
const lateOutcomes = new Set([
  'RecordSeatsHeld',
  'RecordSeatsRefused',
  'RecordSeatsTicketed',
  'RecordSeatsGivenUp',
  'RecordHoldLapsed',
  'RecordFlightCancelled',
  'RecordFlightEstimate',
  'RecordDeparture',
  'RecordArrival',
  'RecordCustomsSubmitted',
  'RecordCustomsGranted',
  'RecordCustomsRefused',
  'RecordCustomsWithdrawn',
  'RecordCustomsCleared',
  'RecordReleasedFirst',
  'RecordRegularised',
  'RecordExemptionRequested',
  'RecordExemptionGranted',
  'RecordExemptionRefused',
  'RecordExemptionNotified',
  'RecordExemptionWithdrawn',
  'RecordStandDownTold',
  'RecordPartyTold',
  'RecordCryopreservedAtOrigin',
  'RecordNotUsedAtOrigin',
  'DeliverToCentre',
  'RecordRelayHandover',
  'RecordScanned',
  'RecordSearchedByHand',
  'RecordXrayDemanded',
  'RecordUnplannedCheckpoint',
  'RecordScanDecision',
  'CorrectCollectionEnd',
  'CorrectCellCount',
  'RecordFollowUpShipment',
  'RecordTemperature',
  'IssuePapers',
  'SupersedePapers',
  'UnbindLogger',
  'CorrectReceipt',
  'RecordArrivalCount',
  'CorrectArrivalCount',
  'CorrectInfusionStart',
  'RecordFollowUp',
  'OpenDeviation',
  'GradeDeviation',
  'RecordPartnerTold',
  'RecordRapidAlert',
  'RecordSpearSubmitted',
  'CloseDeviation',
  'CorrectDeviation',
  'RecordConditioningStarted',
]);

/** What is kept frozen is infused whenever it is needed, or is not used; and what was said by mistake is taken back. */
const mistakes: Readonly<Record<string, (shipment: Shipment) => boolean>> = {
  StartInfusion: ({ stages }) =>
    keptFrozen(stages.receipt).length > 0 || stages.receipt.ended.some(({ how }) => how === 'not-used'),
  RecordBagNotUsed: ({ stages }) => keptFrozen(stages.receipt).length > 0,
  EndCollection: ({ stages }) => stages.collection.days.some(({ status }) => status === 'broken-off'),
  PlanConditioning: isConditioned,
  NameBackup: isConditioned,
  CallUponBackup: isConditioned,
  WithdrawBackup: isConditioned,
};

function isConditioned({ stages }: Shipment): boolean {
  return stages['donor-clearance'].conditioning.some(({ status }) => status === 'started');
}

/** What is taken after the end that should not be. */
function takenTooLate(story: Story): readonly string[] {
  return everythingSaid(story.shipment, story.now)
    .flat()
    .filter(({ name }) => commandStages[name] !== 'alert' && !lateOutcomes.has(name))
    .filter(({ name }) => !(mistakes[name]?.(story.shipment) ?? false))
    .flatMap((command) => (story.copy().tries(command) === 'shipment-ended' ? [] : [`${command.name} after the end`]));
}

describe('a cancellation', () => {
  it('is taken in any state, ends the shipment unless the cells are delivered or are being collected, and leaves only late outcomes', () => {
    fc.assert(
      fc.property(
        fc.nat(beginnings.length - 1),
        fc.array(step, { maxLength: 15 }),
        fc.nat(999),
        (beginning, steps, fate) => {
          const story = begun(beginning);
          const said = steps.map((each) => goOn(story, each));
          if (statusOf(story) !== 'open') return;
          const fates = fatesNow(story.shipment);
          const cells = fates[fate % fates.length] ?? 'none';
          const refused = story.tries(says.cancel(story.now, cells, true));
          const waits = cells === 'deliver-anyway' || leavesCellsOpen(story.shipment);
          const status = statusOf(story);
          const faults = [
            ...(refused === undefined ? [] : [`refused: ${refused}`]),
            ...(status === 'open' && !waits ? [`still ${status}`] : []),
            ...(status === 'open' ? [] : takenTooLate(story)),
            ...faultsOf(story),
            ...neverDone(story),
          ];
          if (faults.length > 0) throw new Error([`from ${beginning}`, ...said, cells, ...faults].join('\n'));
        },
      ),
      { numRuns },
    );
  });
});

function statusOf({ shipment }: Story): OrderStatus {
  return shipment.stages.order.status;
}

function regularised({ now }: Story, request: string): ShipmentCommand {
  return {
    name: 'RecordRegularised',
    data: { request, regularisedAt: { at: now, zone: houston }, reference: 'REG-1' },
  };
}

/** Nothing stays owed for ever: desks answer, and people tell whoever is to be told and put the papers right. What was handed to a person, or parked, waits for one; so do deviations and the questions of later weeks. */
function neverDone(story: Story): readonly string[] {
  if (story.shipment.stages.order.status === 'open') return [];
  const end = story.copy();
  for (const party of partiesStillToTell(end.shipment)) end.tries(says.partyTold(end.now, party));
  for (const day of [1, 2] as const) end.tries(says.told(end.now, day));
  for (const { id } of clockedBags(end.shipment)) end.tries(saysOfBags.frozen(end.now, id));
  for (const { id: request } of end.shipment.stages['customs-clearance'].requests) end.tries(regularised(end, request));
  for (const key of Object.keys(end.shipment.stages.alert.parked)) end.tries({ name: 'RedriveItem', data: { key } });
  end.passTo(plusMinutes(end.now, 60 * 24 * 60));
  const { parked, byHand } = end.shipment.stages.alert;
  return agendaOf(end.shipment)
    .filter(({ key, kind }) => parked[key] === undefined && byHand[key] === undefined && !afterwards.has(kind))
    .map(({ key }) => `${key} is owed for ever`);
}

/** Owed of what went otherwise, and of the patient's course: neither has an end that a desk or a day could bring. */
const afterwards: ReadonlySet<string> = new Set([
  'follow-up',
  'grade-deviation',
  'close-deviation',
  'partner-told',
  'rapid-alert',
]);

const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

const isKnownCause = (key: string) => causeKinds.some((kind) => key === kind || key.startsWith(`${kind}/`));

/** What still stands after a shipment has ended. */
const afterTheEnd = new Set([
  'give-up-seats',
  'give-up-time-passes',
  'withdraw-customs-request',
  'withdraw-exemption',
  'regularisation-due',
  'stand-down-told',
  'parties-told',
  'follow-up',
  'grade-deviation',
  'close-deviation',
  'partner-told',
  'rapid-alert',
  'follow-up-shipment-due',
  'freezing-due',
  'fate-of-cells-due',
  'tell',
]);

/** What is wrong with the state, in words; nothing after any history. */
function faultsOf({ shipment, log }: Story): readonly string[] {
  const { stages } = shipment;
  const owed = obligationsOf(shipment);
  const causes = causesOf(shipment).map((cause) => cause.key);
  const alerts = stages.alert.alerts.filter((alert) => alert.status !== 'resolved').map((alert) => alert.cause.key);
  const running = clockedBags(shipment).filter((bag) => bag.endedAt === null);
  const open = stages.order.status === 'open';
  return [
    ...owedCommands(shipment).map(({ name }) => `${name} is still owed to another stage`),
    ...twice(causes).map((key) => `cause ${key} twice`),
    ...causes.filter((key) => !isKnownCause(key)).map((key) => `cause ${key} is of no kind in causeKinds`),
    ...twice(agendaOf(shipment).map((each) => each.key)).map((key) => `obligation ${key} twice`),
    ...twice(stages.alert.alerts.map((alert) => alert.id)).map((id) => `alert ${id} twice`),
    ...(sameJson([...alerts].sort(), [...causes].sort()) ? [] : ['the alerts are not those of the causes']),
    ...(open ? [] : owed.filter((each) => !afterTheEnd.has(each.kind)).map((each) => `${each.key} after the end`)),
    ...running
      .filter((bag) => open && !owed.some((each) => each.key === limitKeyOf(bag) && each.dueAt === bag.clock.limitAt))
      .map((bag) => `no limit for ${bag.id}`),
    ...stages.papers.issued
      .filter(({ plan, standing }) => standing === 'valid' && planOf(shipment, plan)?.status === 'stood-down')
      .map(({ document }) => `${document} is valid, and its plan stood down`),
    ...stageNames
      .filter(
        (stage) => shipment.stageRevisions[stage] !== (log.findLast((each) => each.event.stage === stage)?.seq ?? 0),
      )
      .map((stage) => `the revision of ${stage}`),
  ];
}

/** The agenda can be printed as of any past line; it throws on none of them. */
function agendasOf(log: Story['log']): readonly number[] {
  let state = emptyShipment;
  return log.map((_, index) => {
    state = foldNext(state, log.slice(0, index + 1));
    return agendaOf(state).length + causesOf(state).length;
  });
}

function faultsOfTheLog({ shipment, log }: Story): readonly string[] {
  const kept = JSON.parse(JSON.stringify(shipment)) as Shipment;
  const asked = [shipment, kept].map((state) => [agendaOf(state), causesOf(state)]);
  return [
    ...(sameJson(asked[0], asked[1]) ? [] : ['what is owed hangs on what was asked before']),
    ...(sameJson(fold(log), shipment) ? [] : ['the log tells another state']),
    ...(sameJson(kept, shipment) ? [] : ['the state is not what a row keeps of it']),
    ...(agendasOf(log).length === log.length ? [] : ['an agenda is missing']),
    ...(shipment.revision === log.length ? [] : ['the revision is not that of the last line']),
  ];
}
