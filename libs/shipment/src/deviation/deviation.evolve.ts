import type { Instant } from '@cellrelay/kernel';
import type { Evolve } from '../deciding.js';
import { isGone } from './deviation.telling.js';
import type {
  CorrectedFactFollowed,
  Deviation,
  DeviationCorrected,
  DeviationEvent,
  DeviationGraded,
  DeviationOpened,
  DeviationState,
  RuleSays,
} from './deviation.js';

export const initialDeviation: DeviationState = { deviations: [] };

/** The deviations after one more event. */
export const evolveDeviation: Evolve<DeviationState, DeviationEvent> = ({ deviations }, event, recordedAt) => {
  if (event.type === 'DeviationOpened') return { deviations: [...deviations, openedBy(event, recordedAt)] };
  const { deviation: id } = event.data;
  return { deviations: deviations.map((each) => (each.id === id ? changed(each, event, recordedAt) : each)) };
};

function openedBy({ data, occurredAt }: DeviationOpened, recordedAt: Instant): Deviation {
  const { deviation, openedFrom, kind, words, seriousness } = data;
  return {
    id: deviation,
    status: seriousness === null ? 'open' : 'under-review',
    happenedAt: occurredAt,
    openedAt: recordedAt,
    openedFrom,
    ground: openedFrom === null ? null : { kind, words, happenedAt: occurredAt, reads: 'as-opened', since: recordedAt },
    inOwnWords: false,
    kind,
    kindSince: recordedAt,
    words,
    seriousness,
    seriousSince: seriousness === 'serious' ? recordedAt : null,
    told: [],
    rapidAlert: null,
    spear: null,
    outcome: null,
  };
}

type Change = Exclude<DeviationEvent, DeviationOpened>;

function changed(deviation: Deviation, event: Change, recordedAt: Instant): Deviation {
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'CorrectedFactFollowed':
      return followed(deviation, event, recordedAt);
    case 'DeviationGraded':
      return graded(deviation, event, recordedAt);
    case 'PartnerTold': {
      const { registry, who, how } = event.data;
      return { ...deviation, told: [...deviation.told, { registry, who, how, at }] };
    }
    case 'RapidAlertGiven':
      return { ...deviation, rapidAlert: { to: event.data.to, at } };
    case 'SpearSubmitted':
      return { ...deviation, spear: { submittedAt: at, reference: event.data.reference } };
    case 'DeviationClosed': {
      const { outcome: words, correctiveAction } = event.data;
      return { ...deviation, status: 'closed', outcome: { words, correctiveAction, at } };
    }
    case 'DeviationCorrected':
      return corrected(deviation, event, recordedAt);
  }
}

/** It says what the rule says of the corrected fact; what is no deviation any more keeps its words, and so does what a person has worded. */
function followed(deviation: Deviation, { data }: CorrectedFactFollowed, since: Instant): Deviation {
  const { says, was, why } = data;
  const { gone, stands } = readsBy[why];
  if (says === null) return { ...deviation, ground: { ...was, reads: gone, since } };
  const follows = { ...standingAgain(deviation), ground: { ...says, reads: stands, since } } as const;
  return deviation.inOwnWords ? follows : reworded(follows, says, since);
}

const readsBy = {
  corrected: { gone: 'gone', stands: 'corrected' },
  'done-since': { gone: 'taken-back', stands: 'so-again' },
} as const;

/** Closed because its fact was none, it is worked on again. */
function standingAgain(deviation: Deviation): Deviation {
  if (deviation.status !== 'closed' || !isGone(deviation)) return deviation;
  return { ...deviation, status: deviation.seriousness === null ? 'open' : 'under-review', outcome: null };
}

function reworded(deviation: Deviation, { kind, words, happenedAt }: RuleSays, since: Instant): Deviation {
  const kindSince = kind === deviation.kind ? deviation.kindSince : since;
  return { ...deviation, kind, kindSince, words, happenedAt };
}

/** What was serious already is known to be so since then: grading it again wins no time. */
function graded(deviation: Deviation, { data }: DeviationGraded, recordedAt: Instant): Deviation {
  const { seriousness } = data;
  const seriousSince = seriousness === 'serious' ? (deviation.seriousSince ?? recordedAt) : null;
  return { ...deviation, status: 'under-review', seriousness, seriousSince, outcome: null };
}

function corrected(deviation: Deviation, { data, occurredAt }: DeviationCorrected, recordedAt: Instant): Deviation {
  const { kind, words } = data;
  return { ...reworded(deviation, { kind, words, happenedAt: occurredAt }, recordedAt), inOwnWords: true };
}
