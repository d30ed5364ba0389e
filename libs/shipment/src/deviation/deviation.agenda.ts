import { plusMinutes } from '@cellrelay/kernel';
import type { Cause, Deadline } from '../obligation.js';
import type { Deviation, DeviationAgendaFacts, DeviationState } from './deviation.js';
import { alertRapidly, close, grade, registryWords, tell } from './deviation.offers.js';
import { isGone, rapidAlertOwed, stillToTell, type ToTell } from './deviation.telling.js';

const base = { does: 'ring', stage: 'deviation', owner: 'coordinator' } as const;

/** Owed of every deviation, also after the shipment has ended: a grade, the registries told, the rapid alert. */
export function deviationObligations(state: DeviationState, facts: DeviationAgendaFacts): readonly Deadline[] {
  return state.deviations.flatMap((each) => [
    ...(rapidAlertOwed(each, facts) ? [rapidAlertDue(each, facts)] : []),
    ...stillToTell(each, facts).map((whom) => tellingDue(each, whom, facts)),
    ...workDue(each, facts),
  ]);
}

/** A grade; of what is no deviation any more, that a person closes it. */
function workDue(deviation: Deviation, facts: DeviationAgendaFacts): readonly Deadline[] {
  if (isGone(deviation)) return deviation.status === 'closed' ? [] : [closingDue(deviation, facts)];
  return deviation.seriousness === null ? [gradeDue(deviation, facts)] : [];
}

/**
 * What is serious warns until the registry knows of it; when its time has passed the deadline itself is critical. What was found otherwise in custody
 * warns until it is graded, or until the deadline for that warns in its place: nobody else says it to those who are to accept the product. A damaged product is the gravest,
 * whenever it becomes known: its cells may be being given.
 */
export function deviationCauses(state: DeviationState, facts: DeviationAgendaFacts): readonly Cause[] {
  return state.deviations.flatMap((each) => {
    if (isGone(each)) return [];
    const whom = stillToTell(each, facts);
    if (each.seriousness === 'serious' && whom.length > 0)
      return facts.askedElsewhere.includes(each.id) ? [] : [seriousUntold(each, whom, facts)];
    if (each.seriousness !== null || facts.gradingOverdue.includes(each.id)) return [];
    if (each.kind === 'product-damaged') return [productDamaged(each, facts)];
    return each.openedFrom?.stage === 'courier-handoff' ? [foundInCustody(each, facts)] : [];
  });
}

function productDamaged(deviation: Deviation, facts: DeviationAgendaFacts): Cause {
  return {
    key: `product-damaged/${deviation.id}`,
    stage: 'deviation',
    severity: 'critical',
    wrong: deviation.words,
    follows:
      'The cells may not be sterile any more, or leak away. Whoever accepts or gives them is to know at once. It is to be graded.',
    until: gradedBy(deviation, facts),
    offers: [grade(deviation)],
  };
}

function foundInCustody(deviation: Deviation, facts: DeviationAgendaFacts): Cause {
  return {
    key: `found-in-custody/${deviation.id}`,
    stage: 'deviation',
    severity: 'warning',
    wrong: deviation.words,
    follows: `The transplant centre is to know${facts.accepted ? ', which has accepted the cells' : ' before it accepts'}. It is to be graded.`,
    until: gradedBy(deviation, facts),
    offers: [grade(deviation)],
  };
}

/** From the moment that our side knew of it, and that it was so (S55). */
function toldBy(
  { openedAt, seriousSince }: Deviation,
  { partnerToldMinutes }: DeviationAgendaFacts,
): Deadline['dueAt'] {
  return plusMinutes(seriousSince ?? openedAt, partnerToldMinutes);
}

function seriousUntold(deviation: Deviation, whom: readonly ToTell[], facts: DeviationAgendaFacts): Cause {
  const names = whom.map((each) => registryWords[each]).join(' and the ');
  return {
    key: `serious-deviation/${deviation.id}`,
    stage: 'deviation',
    severity: 'warning',
    wrong: `Deviation ${deviation.id} is serious: ${deviation.words}`,
    follows: `The ${names} ${whom.length > 1 ? 'are' : 'is'} to be told, and a S(P)EAR submitted; its draft is on the page.`,
    until: toldBy(deviation, facts),
    offers: whom.flatMap((each) => tell(deviation, each)),
  };
}

function tellingDue(deviation: Deviation, whom: ToTell, facts: DeviationAgendaFacts): Deadline {
  const tail = whom === 'partner' ? '' : `/${whom}`;
  return {
    ...base,
    kind: 'partner-told',
    key: `partner-told/${deviation.id}${tail}`,
    dueAt: toldBy(deviation, facts),
    what: `Tell the ${registryWords[whom]} of deviation ${deviation.id}`,
    severity: 'critical',
    overdue: {
      wrong: `The ${registryWords[whom]} has not been told of deviation ${deviation.id}.`,
      follows: 'It cannot warn its own side, and the time agreed for it has passed.',
    },
    offers: tell(deviation, whom),
  };
}

function rapidAlertDue(deviation: Deviation, { rapidAlertMinutes }: DeviationAgendaFacts): Deadline {
  return {
    ...base,
    kind: 'rapid-alert',
    key: `rapid-alert/${deviation.id}`,
    dueAt: plusMinutes(deviation.kindSince, rapidAlertMinutes),
    what: `Give the rapid alert by telephone, deviation ${deviation.id}`,
    severity: 'critical',
    overdue: {
      wrong: `Deviation ${deviation.id} is to be told by telephone at once: ${deviation.words}`,
      follows: 'Other patients or donors may be at risk meanwhile.',
    },
    offers: [alertRapidly(deviation)],
  };
}

/** The key of the deadline by which a deviation is graded. */
export function gradeKey(deviation: string): string {
  return `grade-deviation/${deviation}`;
}

function gradedBy({ openedAt }: Deviation, { gradeMinutes }: DeviationAgendaFacts): Deadline['dueAt'] {
  return plusMinutes(openedAt, gradeMinutes);
}

function closingDue(deviation: Deviation, { gradeMinutes }: DeviationAgendaFacts): Deadline {
  const { id, openedAt, ground, told } = deviation;
  const what = `what opened it was ${ground?.reads === 'taken-back' ? 'taken back' : 'corrected'}`;
  const known = told.length === 0 ? '' : ' Whoever was told of it is to know.';
  return {
    ...base,
    kind: 'close-deviation',
    key: `close-deviation/${id}`,
    dueAt: plusMinutes(ground?.since ?? openedAt, gradeMinutes),
    what: `Close deviation ${id}: ${what}`,
    severity: 'warning',
    overdue: {
      wrong: `Deviation ${id} stands, and ${what}: ${deviation.words}`,
      follows: `It is no deviation any more, and is to be closed with a word on that.${known}`,
    },
    offers: [close(deviation)],
  };
}

function gradeDue(deviation: Deviation, facts: DeviationAgendaFacts): Deadline {
  return {
    ...base,
    kind: 'grade-deviation',
    key: gradeKey(deviation.id),
    dueAt: gradedBy(deviation, facts),
    what: `Grade deviation ${deviation.id}`,
    severity: 'warning',
    overdue: {
      wrong: `Deviation ${deviation.id} is not graded: ${deviation.words}`,
      follows: 'Whether the partner registry must be told within a day is not known.',
    },
    offers: [grade(deviation)],
  };
}
