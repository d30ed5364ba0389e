import {
  kindsOfPaper,
  sentencesOf,
  type KindOfPaper,
  type LawSentence,
  type MarkerFacts,
  type Tariff,
  type Trip,
  type Verdict,
} from '@cellrelay/paperwork';
import type { PlanNumber } from '@cellrelay/shipment';
import type { PlannedPassage } from '../rules/trip-of-shipment.js';
import type { RulesForPapers } from './entered-facts.js';

/** What the rules that print ask papers of one plan for: sentences that are to stand on them, and codes of goods. What asks for permits or tells what to know is on the board. */
export function rulesForPapers(verdicts: readonly Verdict[], plan: PlanNumber): RulesForPapers {
  const printing = verdicts.filter((verdict) => verdict.outcome === 'prints' && liesOn(verdict, plan));
  return { sentences: onceEach(printing.flatMap(sentencesIn)), tariffs: onceEach(printing.flatMap(tariffIn)) };
}

/** What the rules are told of the donor's markers; null where one was not tested, or none was entered. */
export function markersSaid(markers: MarkerFacts | undefined): Trip['markers'] {
  const results = markers?.results.map(({ result }) => result) ?? [];
  if (results.includes('positive')) return 'positive';
  return results.length > 0 && results.every((result) => result === 'negative') ? 'negative' : null;
}

function liesOn({ passage }: Verdict, plan: PlanNumber): boolean {
  return (passage as PlannedPassage).plans.includes(plan);
}

function sentencesIn({ rule, passage }: Verdict): readonly LawSentence[] {
  const { kind, paper } = rule.demands;
  if (kind !== 'statement' || !isMade(paper)) return [];
  return sentencesOf(rule).map(({ message, english }) => ({
    ...{ rule: rule.id, paper, country: passage.country, message },
    texts: { en: english },
  }));
}

/** A suffix stands behind its code, as the office that takes them asks for both. */
function tariffIn({ rule, passage }: Verdict): readonly Tariff[] {
  const { code } = rule.demands;
  if (code === undefined) return [];
  const { hs, suffix } = code;
  return [{ rule: rule.id, country: passage.country, code: suffix === undefined ? hs : `${hs} ${suffix}` }];
}

function isMade(paper: string): paper is KindOfPaper {
  return (kindsOfPaper as readonly string[]).includes(paper);
}

/** A country that is passed twice asks once. */
function onceEach<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
