import type { Cause, Offer } from '../obligation.js';
import { conditioningOf, firstConditioningAt } from './donor-clearance.conditioning.js';
import type { CellsStopped, DonorClearanceAgendaFacts, DonorClearanceState } from './donor-clearance.js';
import {
  acceptProduct,
  backupSaid,
  callUpon,
  cancel,
  divert,
  freeze,
  clear,
  nameBackup,
  postpone,
  postponing,
  withdraw,
  wordsFor,
} from './donor-clearance.offers.js';

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
      ? [...donorOut(state, facts), ...mustNotBegin(state, facts)]
      : [
          ...breaksOf(state, facts).map((what) => emergency(what, conditioned, { state, facts })),
          ...postponedOver(state, facts),
        ];
  return [...ofAll, ...facts.stoppedFor.flatMap((recipient) => leftBehind(recipient, state, facts))];
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

/** A patient whose conditioning had started already waits for days that were put off, until collecting begins. */
function postponedOver(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  const { postponedAt, collectionStartsAt: until } = facts;
  if (postponedAt === null || state.status === 'withdrawn') return [];
  const waiting = state.conditioning
    .filter(({ status, startedAt }) => status === 'started' && startedAt !== null && startedAt.at < postponedAt)
    .map(({ recipient }) => recipient);
  return waiting.length === 0 ? [] : [{ ...emergency('postponed', waiting, { state, facts }), until }];
}

/** The cells of one recipient stay behind while the others' come: it is about that one alone. */
function leftBehind(recipient: string, state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  const { status, plannedStartAt } = conditioningOf(state, recipient);
  const end = facts.othersDone ? [cancel] : [];
  const wrong = `The cells for ${recipient} stay behind, and the conditioning of ${recipient}`;
  if (status === 'started') {
    const follows = `The patient cannot do without cells. ${left(state, { cellsExist: true, cellsFrozen: false })}`;
    const key = `patient-conditioned/stopped-for/${recipient}`;
    return [{ ...base, key, wrong: `${wrong} has started.`, follows, offers: [...backupOffers(state), ...end] }];
  }
  if (plannedStartAt === null) return [];
  return [
    {
      ...base,
      key: `conditioning-must-not-begin/${recipient}`,
      wrong: `${wrong} is planned.`,
      follows: 'Tell the transplant centre at once that it must not begin.',
      until: plannedStartAt.at,
      offers: end,
    },
  ];
}

type Break = 'postponed' | 'not-cleared' | 'suspended' | 'withdrawn' | CellsStopped;

/** What keeps the cells from coming now. */
function breaksOf(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Break[] {
  return [...donorBreak(state, facts), ...facts.stopped];
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
  if (what === 'not-cleared') return missing;
  if (what === 'postponed' && facts.banked) return 'The unit leaves its bank on another day';
  return what === 'suspended' || what === 'withdrawn' ? `${who} is ${what}` : words[what];
}

function waysOutOf(what: Break, { banked, cellsExist }: DonorClearanceAgendaFacts): readonly Offer[] {
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

const waysOut: Readonly<Record<Exclude<Break, 'count-stopped'>, readonly Offer[]>> = {
  'not-cleared': [clear],
  suspended: [clear, postpone, withdraw],
  withdrawn: [cancel],
  postponed: [postpone],
  'frozen-at-origin': [cancel],
  'product-refused': [acceptProduct, cancel],
  returned: [divert, cancel],
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
    offers: what === 'cancelled' ? waysOut[what] : [...backupOffers(state), ...waysOutOf(what, facts)],
  };
}

/** What is left: the backups that are named, and cells that are there, which are cryopreserved before anything else is decided. */
function left(
  state: DonorClearanceState,
  { cellsExist, cellsFrozen }: Pick<DonorClearanceAgendaFacts, 'cellsExist' | 'cellsFrozen'>,
): string {
  const ways = [
    ...state.backups.filter(({ status }) => status !== 'withdrawn').map(backupSaid),
    ...(cellsExist ? ['the cells that are there, cryopreserved first (at arrival, where they travel)'] : []),
    ...(cellsFrozen ? ['the cells that are frozen at the collection centre'] : []),
  ];
  if (ways.length > 0) return `Left: ${ways.join('; ')}.`;
  return 'No backup is named: without one the median delay is 18 weeks (S131).';
}

function backupOffers({ backups }: DonorClearanceState): readonly Offer[] {
  return [...backups.filter(({ status }) => status === 'named').map(callUpon), nameBackup];
}

function reasonOf({ reason }: DonorClearanceState): string {
  return (reason ?? 'no reason given').trim().replace(/\.$/, '');
}
