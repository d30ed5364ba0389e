import { minutesBetween } from '@cellrelay/kernel';
import { causesOf, owedNow } from './agenda.js';
import type { Alert } from './alert/alert.js';
import { courseOf, forecastInfusionAt } from './course.js';
import { derivedOnce } from './derived.js';
import type { Evidence } from './evidence.said.js';
import { evidenceOfFlights } from './evidence.flights.js';
import { evidenceOfPapers } from './evidence.papers.js';
import { evidenceOfTemperature } from './evidence.temperature.js';
import { governingBag, isOpened } from './overview.js';
import type { Shipment } from './shipment.js';
import { eaterOf } from './slack/passes.js';
import type { Milestone } from './slack/slack.js';

/**
 * By what an alert stands, as the record is now: what was owed and when, what was planned beside what is known, what was measured. Nothing of one that has ended, nor of one whose
 * words do not follow from this state: whoever is told an alert's kind alone is told no more by its evidence.
 */
export function evidenceFor(shipment: Shipment, { cause, status }: Alert): readonly Evidence[] {
  if (status === 'resolved') return [];
  const found = standing(shipment).get(cause.key);
  return found?.wrong === cause.wrong ? found.evidence : [];
}

interface Found {
  readonly wrong: string;
  readonly evidence: readonly Evidence[];
}

const standing = derivedOnce((shipment): ReadonlyMap<string, Found> => {
  if (!isOpened(shipment)) return new Map();
  return new Map(causesOf(shipment).map(({ key, wrong }) => [key, { wrong, evidence: evidenceOf(shipment, key) }]));
});

function evidenceOf(shipment: Shipment, causeKey: string): readonly Evidence[] {
  const [kind = '', ...rest] = causeKey.split('/');
  const about = rest.join('/');
  switch (kind) {
    case 'overdue':
      return [...ofDeadline(shipment, about), ...(about.startsWith('latest-moment/') ? ofCourse(shipment) : [])];
    case 'parked':
      return ofParked(shipment, about);
    case 'slack-short':
    case 'infusion-after-target':
    case 'infusion-after-limit':
      return ofCourse(shipment);
    default:
      return ofStage(shipment, kind, about);
  }
}

const finders = [evidenceOfFlights, evidenceOfTemperature, evidenceOfPapers];

function ofStage(shipment: Shipment, kind: string, about: string): readonly Evidence[] {
  return finders.map((find) => find(shipment, kind, about)).find((found) => found !== undefined) ?? [];
}

function ofDeadline(shipment: Shipment, key: string): readonly Evidence[] {
  const owed = owedNow(shipment).find((each) => each.key === key);
  return owed === undefined ? [] : [{ says: `Due: ${owed.what}`, at: owed.dueAt }];
}

function ofParked(shipment: Shipment, key: string): readonly Evidence[] {
  const parked = shipment.stages.alert.parked[key];
  return parked === undefined ? [] : [{ says: `The last try: ${parked.reason}`, at: parked.at }];
}

/** The lines of the bag that governs beside what is expected, and the milestone that eats the most. */
function ofCourse(shipment: Shipment): readonly Evidence[] {
  const clock = governingBag(shipment)?.clock;
  const eater = eaterOf(courseOf(shipment)?.milestones ?? []);
  return [
    { says: 'Infusion is expected', at: forecastInfusionAt(shipment) },
    ...(clock === undefined
      ? []
      : [
          { says: 'Target of the bag', at: clock.targetAt },
          { says: 'Limit of the bag', at: clock.limitAt },
        ]),
    ...(eater === undefined ? [] : ofMilestone(eater)),
  ];
}

function ofMilestone({ what, plannedAt, expectedAt, standing: known }: Milestone): readonly Evidence[] {
  const late = Math.round(minutesBetween(plannedAt, expectedAt));
  return [
    { says: `${what}, by the plan`, at: plannedAt },
    {
      says: `${what}, as ${known === 'expected' ? 'expected now' : 'it happened'} (${late} minutes later)`,
      at: expectedAt,
    },
  ];
}
