import type { Cause, Offer } from '../obligation.js';
import { conditioningOf } from './donor-clearance.conditioning.js';
import type { DonorClearanceAgendaFacts, DonorClearanceState, LeftWithout, WithoutBecause } from './donor-clearance.js';
import { backupSaid, callUpon, cancel, nameBackup } from './donor-clearance.offers.js';

/** What is said of each of these recipients, and the end of the key that their alert has. */
const because: Readonly<Record<WithoutBecause, { readonly key: string; readonly said: (ref: string) => string }>> = {
  'stays-behind': { key: 'stopped-for', said: (ref) => `The cells for ${ref} stay behind` },
  'not-used': { key: 'not-used', said: (ref) => `No cells for ${ref} are used` },
  'frozen-at-centre': {
    key: 'frozen-at-centre',
    said: (ref) => `The cells for ${ref} are frozen where they came to`,
  },
  'none-came': { key: 'none-came', said: (ref) => `No cells for ${ref} came` },
};

/** Each recipient who is left without cells, about that one alone: the highest alert once their conditioning has started, and a word in time while it is planned. */
export function recipientsLeftWithout(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  return facts.leftWithout.flatMap((each) => leftWithoutCells(each, state, facts));
}

const base = { stage: 'donor-clearance', severity: 'critical' } as const;

function leftWithoutCells(
  without: LeftWithout,
  state: DonorClearanceState,
  facts: DonorClearanceAgendaFacts,
): readonly Cause[] {
  const { recipient } = without;
  const { key, said } = because[without.because];
  const { status, plannedStartAt } = conditioningOf(state, recipient);
  const end = facts.othersDone ? [cancel] : [];
  const wrong = `${said(recipient)}, and the conditioning of ${recipient}`;
  if (status === 'started')
    return [
      {
        ...base,
        key: `patient-conditioned/${key}/${recipient}`,
        wrong: `${wrong} has started.`,
        follows: `The patient cannot do without cells. ${left(state, cellsOf(without))}`,
        offers: [...thaw(without, facts), ...backupOffers(state), ...(facts.ended ? [] : end)],
      },
    ];
  // What is kept frozen at the centre can be infused after a conditioning that is to begin yet.
  if (plannedStartAt === null || without.because === 'frozen-at-centre') return [];
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

function thaw({ recipient, because: why }: LeftWithout, { keptAtCentre }: DonorClearanceAgendaFacts): readonly Offer[] {
  if (why !== 'frozen-at-centre') return [];
  return keptAtCentre
    .filter((each) => each.recipient === recipient)
    .map(({ bag }) => ({
      command: 'StartInfusion',
      label: `Record the infusion of ${bag}`,
      prefill: { bag, how: 'infusion' },
    }));
}

type CellsThere = Pick<DonorClearanceAgendaFacts, 'cellsExist' | 'cellsFrozen'> & { readonly frozenAtCentre?: boolean };

function cellsOf({ cells }: LeftWithout): CellsThere {
  return {
    cellsExist: cells === 'there',
    cellsFrozen: cells === 'frozen-at-origin',
    frozenAtCentre: cells === 'frozen-at-centre',
  };
}

/** What is left: the backups that are named, and cells that are there, which are cryopreserved before anything else is decided. */
export function left(
  state: DonorClearanceState,
  { cellsExist, cellsFrozen, frozenAtCentre = false }: CellsThere,
): string {
  const ways = [
    ...state.backups.filter(({ status }) => status !== 'withdrawn').map(backupSaid),
    ...(cellsExist ? ['the cells that are there, cryopreserved first (at arrival, where they travel)'] : []),
    ...(cellsFrozen ? ['the cells that are frozen at the collection centre'] : []),
    ...(frozenAtCentre ? ['the cells that are frozen where they came to'] : []),
  ];
  if (ways.length > 0) return `Left: ${ways.join('; ')}.`;
  return 'No backup is named: without one the median delay is 18 weeks (S131).';
}

/** Calling upon what is named, and naming more. */
export function backupOffers({ backups }: DonorClearanceState): readonly Offer[] {
  const open = backups.filter(({ status }) => status === 'named' || status === 'called-upon');
  return [...open.map(callUpon), nameBackup];
}
