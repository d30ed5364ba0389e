import type { Instant } from '@cellrelay/kernel';
import type { Evolve } from '../deciding.js';
import type {
  Deviation,
  DeviationCorrected,
  DeviationEvent,
  DeviationGraded,
  DeviationOpened,
  DeviationState,
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

/** What was serious already is known to be so since then: grading it again wins no time. */
function graded(deviation: Deviation, { data }: DeviationGraded, recordedAt: Instant): Deviation {
  const { seriousness } = data;
  const seriousSince = seriousness === 'serious' ? (deviation.seriousSince ?? recordedAt) : null;
  return { ...deviation, status: 'under-review', seriousness, seriousSince, outcome: null };
}

function corrected(deviation: Deviation, { data, occurredAt }: DeviationCorrected, recordedAt: Instant): Deviation {
  const { kind, words } = data;
  const kindSince = kind === deviation.kind ? deviation.kindSince : recordedAt;
  return { ...deviation, kind, kindSince, words, happenedAt: occurredAt };
}
