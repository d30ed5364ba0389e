import {
  bagNames,
  coursesOf,
  mayKnow,
  registryLimitsOf,
  type DayCount,
  type RecipientVerdict,
  type Shipment,
} from '@cellrelay/shipment';
import { recipientsFor } from '../questions/disclosed.js';
import { endsOf, shownInOf } from '../questions/places.js';
import { recipientViewsOf } from '../questions/recipient-view.js';
import { agendaSeen, knowsPatient, type Seen } from '../questions/seen.js';
import type { DecisionView } from './decision-views.js';
import { countSaidTo } from './decision-words.js';

type Standing = Pick<DecisionView, 'standing' | 'says' | 'due' | 'counts' | 'recipients'>;

/** How the count stands: what was counted, how it compares with what was asked for, and what is waited for until when. */
export function decisionStandingOf(seen: Seen): Standing {
  const { held, state } = seen;
  const { status, counts } = state.stages['cell-count'];
  const due = owedOf(seen);
  const awaited = status === 'short' || status === 'one-short' || due?.decides === true;
  return {
    standing: awaited ? 'awaited' : status === 'awaited' ? 'not-counted' : 'decided',
    says: countSaidTo(held, status),
    due: due?.item ?? (status === 'awaited' ? countAhead(state) : null),
    counts: mayKnow(held, 'counted-dose') ? counts.map((count) => countOf(state, count)) : [],
    recipients: judgedFor(seen),
  };
}

/** The decision or the count, whichever is owed. */
function owedOf(
  seen: Seen,
): { readonly item: NonNullable<DecisionView['due']>; readonly decides: boolean } | undefined {
  const owed = agendaSeen(seen).filter(({ kind }) => kind === 'decision-due' || kind === 'count-due');
  const first = owed.find(({ kind }) => kind === 'decision-due') ?? owed[0];
  if (first === undefined) return undefined;
  const { what, dueAt, owner, kind } = first;
  const item = { what, dueAt, owner, shownIn: shownInOf(first, endsOf(seen.state)) };
  return { item, decides: kind === 'decision-due' };
}

/** While nothing is collected: when the first count is expected by the plan. */
function countAhead(shipment: Shipment): DecisionView['due'] {
  const counted = coursesOf(shipment)[0]?.milestones.find(({ kind }) => kind === 'counted');
  if (counted === undefined) return null;
  const { what, expectedAt, shownIn } = counted;
  return { what, dueAt: expectedAt, owner: 'collection-centre', shownIn: { ...shownIn } };
}

function countOf(shipment: Shipment, { day, countedAt, bags }: DayCount): DecisionView['counts'][number] {
  const names = bagNames(shipment);
  return {
    day,
    countedAt: countedAt.at,
    bags: bags.map(({ bag, volumeMl, cd34PerUl, wbcE9PerL, cd3PerUl }) => ({
      ...{ bag: names.get(bag) ?? bag, volumeMl, cd34PerUl, wbcE9PerL, cd3PerUl },
    })),
  };
}

/** Each recipient's doses beside the registry's own limits, as far as they may be known. */
function judgedFor({ held, state }: Seen): DecisionView['recipients'] {
  const { verdicts } = state.stages['cell-count'];
  const knows = mayKnow(held, 'counted-dose') && knowsPatient(held);
  return recipientsFor(held, recipientViewsOf(state)).map((recipient) => {
    const verdict = knows ? verdicts.find((each) => each.recipient === recipient.ref) : undefined;
    const doses = recipient.doses.map((dose) => ({ ...dose, ...limitsOn(state, dose.metric, verdict) }));
    return { ...recipient, doses };
  });
}

type Limits = Pick<DecisionView['recipients'][number]['doses'][number], 'floor' | 'ceiling'>;

function limitsOn(shipment: Shipment, metric: string, verdict: RecipientVerdict | undefined): Limits {
  const own = registryLimitsOf(shipment).filter((limit) => limit.metric === metric);
  const perKg = (kind: 'floor' | 'ceiling') => own.find((limit) => limit.kind === kind)?.perKg;
  const [floor, ceiling] = [perKg('floor'), perKg('ceiling')];
  return {
    floor: floor === undefined ? null : { perKg: floor, met: verdict?.meetsRegistryFloor ?? null },
    ceiling:
      ceiling === undefined
        ? null
        : { perKg: ceiling, met: verdict === undefined ? null : !verdict.aboveRegistryCeiling },
  };
}
