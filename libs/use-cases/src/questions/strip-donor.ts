import {
  isBanked,
  patientConditioned,
  undecidedFor,
  type CellCountState,
  type CollectionDay,
  type Shipment,
} from '@cellrelay/shipment';
import { shows, type Shows } from './strip-marks.js';
import { shortDay } from './words.js';

/** The donor's clearance, and whether a patient's conditioning waits for it or depends on it. */
export function donorShows(shipment: Shipment): Shows {
  const shown = clearanceShows(shipment);
  const started = patientConditioned(shipment);
  return started ? shows(shown.mark, `${shown.says}, patient conditioned`) : shown;
}

function clearanceShows({ stages }: Shipment): Shows {
  const { status } = stages['donor-clearance'];
  switch (status) {
    case 'awaited':
      return shows('waiting', isBanked({ stages }) ? 'release awaited' : 'clearance awaited');
    case 'cleared':
      return shows('done', 'cleared');
    case 'released':
      return shows('done', 'released by the bank');
    case 'suspended':
      return shows('trouble', 'suspended');
    case 'withdrawn':
      return shows('trouble', 'withdrawn');
  }
}

/** The collection days. A reserved day that nobody has called up is not waited for. */
export function collectionShows({ stages }: Shipment): Shows {
  if (isBanked({ stages })) return shows('not-needed', 'banked unit');
  const { days } = stages.collection;
  const running = days.find((day) => day.status === 'running');
  if (running !== undefined) return shows('running', `day ${running.day} running`);
  const ended = days.filter((day) => day.status === 'ended');
  const planned = days.find((day) => day.status === 'planned');
  if (planned !== undefined) return plannedShows(planned, ended.length);
  const off = days.findLast((day) => day.status === 'broken-off');
  if (ended.length === 0 && off !== undefined) return shows('trouble', `day ${off.day} broken off`);
  if (ended.length === 0)
    return days.length === 0 ? shows('not-yet', 'not planned') : shows('not-needed', 'stood down');
  const reserved = days.some((day) => day.status === 'reserved') ? ', day 2 reserved' : '';
  return shows('done', `${ended.length === 1 ? 'day 1' : 'both days'} done${reserved}`);
}

function plannedShows({ day, date }: CollectionDay, ended: number): Shows {
  return ended === 0 ? shows('not-yet', `on ${shortDay(date)}`) : shows('waiting', `day ${day} on ${shortDay(date)}`);
}

/** The count and the decision on it, with the lowest dose that a recipient gets. */
export function countShows({ stages }: Shipment): Shows {
  const state = stages['cell-count'];
  const dose = doseIn(state);
  switch (state.status) {
    case 'awaited':
      return stages.collection.days.some((day) => day.status === 'ended')
        ? shows('waiting', 'count awaited')
        : shows('not-yet', 'after the collection');
    case 'short':
      return shows('waiting', `short, ${dose}: decision due`);
    case 'one-short':
      return shows('waiting', `${shortRefs(state)} short, ${dose}: decision due`);
    case 'collecting-again':
      return shows('waiting', `${dose}, collecting again`);
    default:
      return shows('done', doneWords[state.status](dose));
  }
}

type Waiting = 'awaited' | 'short' | 'one-short' | 'collecting-again';

/** What was decided, with the dose that it was decided on. */
const doneWords: Readonly<Record<Exclude<CellCountState['status'], Waiting>, (dose: string) => string>> = {
  enough: (dose) => `enough, ${dose}`,
  'accepted-less': (dose) => `${dose}, accepted`,
  'shipped-early': (dose) => `${dose}, day 1 flies alone`,
  cryopreserving: () => 'frozen at the collection centre',
  stopped: (dose) => `${dose}, stopped`,
};

/** Whom the decision is about, where others are served. */
function shortRefs(state: CellCountState): string {
  return undecidedFor(state).join(' and ');
}

/** The dose that is furthest behind its request, downwards, to one decimal or, below one, to three: one that is just short must not read as the one that was asked for. */
function doseIn({ verdicts }: CellCountState): string {
  const doses = verdicts.flatMap((verdict) => verdict.doses);
  const [lowest] = [...doses].sort((a, b) => a.dose / a.requested - b.dose / b.requested);
  return lowest === undefined ? 'no dose' : cutOff(lowest.dose);
}

/** A unit's dose per kg is a fraction of a million. */
function cutOff(dose: number): string {
  const places = dose < 1 ? 1000 : 10;
  return String(Math.floor(dose * places) / places);
}
