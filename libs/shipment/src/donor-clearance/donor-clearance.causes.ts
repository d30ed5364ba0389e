import type { Cause, Offer } from '../obligation.js';
import { firstConditioningAt } from './donor-clearance.conditioning.js';
import type {
  BrokenOffAgendaFacts,
  CellsStopped,
  DonorClearanceAgendaFacts,
  DonorClearanceState,
} from './donor-clearance.js';
import {
  acceptProduct,
  cancel,
  divert,
  freeze,
  clear,
  collectOnDayTwo,
  postpone,
  postponing,
  withdraw,
  wordsFor,
} from './donor-clearance.offers.js';
import { backupOffers, left, recipientsLeftWithout } from './donor-clearance.left.js';

/**
 * A donor who is suspended or withdrawn is critical for as long as that stands and a day is waiting or running. Once a patient's conditioning has
 * started, whatever keeps the cells from coming is the highest alert there is, and says what is left.
 */
export function donorClearanceCauses(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  const conditioned = state.conditioning
    .filter(({ status, recipient }) => status === 'started' && !facts.served.includes(recipient))
    .map(({ recipient }) => recipient);
  const ofAll =
    conditioned.length === 0
      ? [...donorOut(state, facts), ...mustNotBegin(state, facts), ...brokenOff(facts)]
      : [
          ...breaksOf(state, facts).map((what) => emergency(what, conditioned, { state, facts })),
          ...postponedOver(state, facts),
        ];
  return [...ofAll, ...recipientsLeftWithout(state, facts)];
}

const base = { stage: 'donor-clearance', severity: 'critical' } as const;

function donorOut(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  if (!facts.moreToCollect) return [];
  if (state.status === 'suspended') {
    const { who, whileSuspended: follows, give, withdraw: end } = wordsFor(facts);
    const wrong = `${who} is suspended: ${reasonOf(state)}.`;
    return [
      {
        ...base,
        key: 'donor-suspended',
        wrong,
        follows,
        until: facts.collectionStartsAt,
        offers: [give, postponing(facts), end],
      },
    ];
  }
  if (state.status !== 'withdrawn') return [];
  const follows = 'Record the end of the collection that is running; what it yielded is decided on the count.';
  return [
    { ...base, key: 'donor-withdrawn', wrong: `The donor is withdrawn: ${reasonOf(state)}.`, follows, offers: [] },
  ];
}

const noCells: ReadonlySet<CellsStopped> = new Set<CellsStopped>(['count-stopped', 'frozen-at-origin', 'returned']);

/** No cells come any more, and a conditioning that is planned would begin all the same. */
function mustNotBegin(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  const planned = state.conditioning.filter(({ status }) => status === 'planned').map(({ recipient }) => recipient);
  const until = firstConditioningAt(state);
  const over = facts.donorGone || facts.stopped.some((what) => noCells.has(what));
  if (planned.length === 0 || until === undefined || !over) return [];
  return [
    {
      ...base,
      key: 'conditioning-must-not-begin',
      wrong: `No cells come any more, and the conditioning of ${planned.join(' and ')} is planned.`,
      follows: 'Tell the transplant centre at once that it must not begin, then end the shipment.',
      until,
      offers: [cancel],
    },
  ];
}

/** Nothing is planned again by itself: it is a person's word what is collected instead, and when. */
function brokenOff({ brokenOff: off }: DonorClearanceAgendaFacts): readonly Cause[] {
  if (off === null) return [];
  return [
    {
      ...base,
      key: 'collection-broken-off',
      wrong: `${brokenOffSaid(off)}.`,
      follows: 'No cells come until it is decided what is collected instead. No conditioning must begin before.',
      offers: insteadOf(off),
    },
  ];
}

function brokenOffSaid({ day, reason }: BrokenOffAgendaFacts): string {
  return `Day ${day} was broken off without a bag (${reason.trim().replace(/\.$/, '')})`;
}

function insteadOf({ secondDayReserved, canBePostponed }: BrokenOffAgendaFacts): readonly Offer[] {
  return [...(secondDayReserved ? [collectOnDayTwo] : []), ...(canBePostponed ? [postpone, withdraw] : []), cancel];
}

/** A patient whose conditioning had started already waits for days that were put off, until collecting begins, or a backup that is called upon is confirmed to come. */
function postponedOver(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  const { postponedAt, collectionStartsAt: until } = facts;
  const backed = state.backups.some(({ status }) => status === 'confirmed');
  if (postponedAt === null || state.status === 'withdrawn' || backed) return [];
  const waiting = state.conditioning
    .filter(({ status, startedAt }) => status === 'started' && startedAt !== null && startedAt.at < postponedAt)
    .map(({ recipient }) => recipient);
  return waiting.length === 0 ? [] : [{ ...emergency('postponed', waiting, { state, facts }), until }];
}

type Break = 'postponed' | 'broken-off' | 'not-cleared' | 'suspended' | 'withdrawn' | CellsStopped;

/** What keeps the cells from coming now. */
function breaksOf(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Break[] {
  const off = facts.brokenOff === null ? [] : (['broken-off'] as const);
  return [...donorBreak(state, facts), ...off, ...facts.stopped];
}

function donorBreak({ status }: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Break[] {
  if (facts.stopped.includes('cancelled')) return [];
  switch (status) {
    case 'cleared':
    case 'released':
      return [];
    case 'awaited':
      return facts.moreToCollect ? ['not-cleared'] : [];
    case 'suspended':
      return facts.moreToCollect ? ['suspended'] : [];
    case 'withdrawn':
      return withdrawnBreak(facts);
  }
}

/** Of a donor, or of a banked unit. */
function wordsOf(what: Break, facts: DonorClearanceAgendaFacts): string {
  const { who, missing } = wordsFor(facts);
  if (what === 'broken-off') return facts.brokenOff === null ? '' : brokenOffSaid(facts.brokenOff);
  if (what === 'not-cleared') return missing;
  if (what === 'postponed' && facts.banked) return 'The unit leaves its bank on another day';
  return what === 'suspended' || what === 'withdrawn' ? `${who} is ${what}` : words[what];
}

function waysOutOf(what: Break, facts: DonorClearanceAgendaFacts): readonly Offer[] {
  const { banked, cellsExist, boxUnderWay, brokenOff: off } = facts;
  if (what === 'broken-off') return off === null ? [] : insteadOf(off);
  if (what === 'returned') return boxUnderWay ? [divert, cancel] : [cancel];
  if (what === 'count-stopped') return banked || !cellsExist ? [cancel] : [freeze, cancel];
  return (banked ? waysOutOfUnit(what) : undefined) ?? waysOut[what];
}

/** Where they are others than those of a donor. */
function waysOutOfUnit(what: Break): readonly Offer[] | undefined {
  const { give, withdraw: end } = wordsFor({ banked: true });
  const later = postponing({ banked: true });
  const ways: Partial<Record<Break, readonly Offer[]>> = {
    'not-cleared': [give],
    suspended: [give, later, end],
    postponed: [later],
  };
  return ways[what];
}

function withdrawnBreak({ moreToCollect, donorGone }: DonorClearanceAgendaFacts): readonly Break[] {
  return moreToCollect || donorGone ? ['withdrawn'] : [];
}

const words: Readonly<Record<CellsStopped | 'postponed', string>> = {
  postponed: 'The collection is postponed',
  'count-stopped': 'The count was decided on with "stop"',
  'frozen-at-origin': 'The cells are to be frozen where they were collected, and none fly',
  'product-refused': 'The product is refused',
  returned: 'The box goes back to the collection centre',
  cancelled: 'The shipment is cancelled',
};

const waysOut: Readonly<Record<Exclude<Break, 'count-stopped' | 'returned' | 'broken-off'>, readonly Offer[]>> = {
  'not-cleared': [clear],
  suspended: [clear, postpone, withdraw],
  withdrawn: [cancel],
  postponed: [postpone],
  'frozen-at-origin': [cancel],
  'product-refused': [acceptProduct, cancel],
  cancelled: [
    {
      command: 'RecordPartyTold',
      label: 'The transplant centre was told what is left',
      prefill: { party: 'transplant-centre' },
    },
  ],
};

interface Around {
  readonly state: DonorClearanceState;
  readonly facts: DonorClearanceAgendaFacts;
}

function emergency(what: Break, conditioned: readonly string[], { state, facts }: Around): Cause {
  const because = what === 'suspended' || what === 'withdrawn' ? `: ${reasonOf(state)}` : '';
  return {
    ...base,
    key: `patient-conditioned/${what}`,
    wrong: `${wordsOf(what, facts)}, and the conditioning of ${conditioned.join(' and ')} has started${because}.`,
    follows: `The patient cannot do without cells. ${left(state, facts)}`,
    offers: offersOf(what, { state, facts }),
  };
}

/** Of a shipment that has ended nothing can be changed any more; what is left is what the patient could have instead. */
function offersOf(what: Break, { state, facts }: Around): readonly Offer[] {
  if (what === 'cancelled') return waysOut[what];
  return [...backupOffers(state), ...(facts.ended ? [] : waysOutOf(what, facts))];
}

function reasonOf({ reason }: DonorClearanceState): string {
  return (reason ?? 'no reason given').trim().replace(/\.$/, '');
}
