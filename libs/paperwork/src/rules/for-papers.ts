import type {
  Application,
  AppliedFor,
  KindOfPaper,
  LawSentence,
  OpenQuestion,
  RulesForPapers,
  Tariff,
} from '../facts/from-rules.js';
import { languages, type Texts } from '../language.js';
import { catalogue, english } from '../messages/catalogue.js';
import type { Verdict } from './choose.js';
import { ruleTexts } from './rule-texts.js';
import { sentencesOf, type Rule, type RuleWords } from './rule.js';

const sheet: KindOfPaper = 'application-data-sheet';

/** Papers that are written for one border or checkpoint. All others are there once, whichever country's law asks. */
const ofOnePlace: ReadonlySet<KindOfPaper> = new Set<KindOfPaper>([
  ...(['security-letter', 'airline-letter', 'customs-declaration', 'contents-statement'] as const),
  ...(['regularisation-letter', 'visa-letter', 'emergency-card'] as const),
]);

/**
 * What the rules that are about a trip ask of its papers. Words, codes and checks are of rules that print, each known by its rule; of what does not print nothing is said but whom to ask,
 * and that only on the sheets of applications.
 */
export function askedOfPapers(verdicts: readonly Verdict[]): RulesForPapers {
  const printing = verdicts.filter(({ outcome }) => outcome === 'prints');
  const onPapers = printing.filter(({ rule }) => rule.demands.paper !== sheet);
  return {
    sentences: eachOnce(onPapers.flatMap(saidOf), ({ message, country }) => `${message} ${country ?? ''}`),
    tariffs: eachOnce(printing.flatMap(tariffOf), ({ rule, country }) => `${rule} ${country}`),
    applications: passagesOf(verdicts.filter(({ rule }) => rule.demands.paper === sheet)).flatMap(applicationsAt),
  };
}

/** A border that is crossed twice asks once. */
function eachOnce<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}

function saidOf({ rule, passage }: Verdict): readonly LawSentence[] {
  const { paper, kind } = rule.demands;
  const country = ofOnePlace.has(paper) ? passage.country : null;
  const check = kind === 'checks';
  return sentencesOf(rule).map((words) => ({
    ...{ rule: rule.id, paper, country, message: words.message },
    texts: check ? checkTexts(words) : ruleTexts(words),
    ...(check ? { check } : {}),
  }));
}

/** A check that reads as one of our own catalogue, where checks have no full stop, stands in each language that has it. */
function checkTexts({ message, english: words }: RuleWords): Texts & { readonly en: string } {
  const key = `check.receipt.${message.slice(message.lastIndexOf('.') + 1)}`;
  const text = words.replace(/\.$/, '');
  if ((english as Readonly<Record<string, string>>)[key] !== text) return { en: words };
  const texts = languages.flatMap((language) => {
    const had = (catalogue[language] as Readonly<Record<string, string>>)[key];
    return had === undefined ? [] : [[language, had] as const];
  });
  return { ...Object.fromEntries(texts), en: text };
}

function tariffOf({ rule, passage }: Verdict): readonly Tariff[] {
  const { code } = rule.demands;
  if (code === undefined) return [];
  const { hs, suffix } = code;
  return [{ rule: rule.id, country: passage.country, code: suffix === undefined ? hs : `${hs} ${suffix}` }];
}

/** What is asked at one passage. */
function passagesOf(verdicts: readonly Verdict[]): readonly (readonly [Verdict, ...Verdict[]])[] {
  const found = new Map<string, [Verdict, ...Verdict[]]>();
  for (const verdict of verdicts) {
    const { country, direction, airport, at } = verdict.passage;
    const key = [country, direction, airport, at].join(' ');
    const same = found.get(key);
    if (same === undefined) found.set(key, [verdict]);
    else same.push(verdict);
  }
  return [...found.values()];
}

/**
 * One for each permit that a rule asks for which prints, with what else is known there. Where none does, but something is to be known or to be asked, one of that alone: an application that
 * nobody has confirmed is not left out in silence.
 */
function applicationsAt(verdicts: readonly [Verdict, ...Verdict[]]): readonly Application[] {
  const { country, direction, airport, at, zone } = verdicts[0].passage;
  const printing = verdicts.filter(({ outcome }) => outcome === 'prints').map(({ rule }) => rule);
  const [permits, notes] = [printing.filter(isPermit), printing.filter((rule) => !isPermit(rule))];
  const open = verdicts.filter(({ outcome }) => outcome === 'confirm' || outcome === 'fact-missing').map(questionOf);
  const sheetOf = (rules: readonly Rule[], appliedFor: AppliedFor | null): Application => ({
    ...{ country, direction, airport, passesAt: { at, zone }, appliedFor, open },
    sentences: rules.flatMap((rule) =>
      sentencesOf(rule).map((words) => {
        const { message } = words;
        return { rule: rule.id, paper: sheet, country, message, texts: ruleTexts(words) };
      }),
    ),
  });
  if (permits.length > 0) return permits.map((rule) => sheetOf([rule, ...notes], appliedForBy(rule)));
  return notes.length + open.length > 0 ? [sheetOf(notes, null)] : [];
}

function isPermit({ demands }: Rule): boolean {
  return demands.kind === 'permit';
}

function appliedForBy({ id, demands, askedOf: office, citations: [source] }: Rule): AppliedFor {
  const { applicant = null, leadWorkingDays = null, validity = null } = demands;
  return { rule: id, applicant, office, leadWorkingDays, fileBy: null, validity, source };
}

function questionOf({ rule, missing }: Verdict): OpenQuestion {
  return { rule: rule.id, office: rule.askedOf, topic: rule.citations[0].title.replace(/^Not read: /, ''), missing };
}
