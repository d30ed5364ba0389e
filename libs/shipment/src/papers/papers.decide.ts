import { err } from '@cellrelay/kernel';
import { atNow, decided, firstOf, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { isInForce, isLike } from './papers.in-force.js';
import { mostPapersAtOnce, mostPapersIssued } from './papers.js';
import type {
  IssuePapers,
  MadePaper,
  OutdatedPaper,
  PapersCommand,
  PapersEvent,
  PapersFacts,
  PapersState,
  SupersedePapers,
  WithdrawPapers,
} from './papers.js';

const mostNames = 40;
const longestName = 60;
const longestOf = 100;

/** Issues papers, supersedes those whose facts have changed, and withdraws those of plans that are not flown. */
export function decidePapers(command: PapersCommand, state: PapersState, facts: PapersFacts): Decision<PapersEvent> {
  switch (command.name) {
    case 'IssuePapers':
      return decided(issuingProblem(command, state, facts), () => [
        { type: 'PapersIssued', ...envelope(facts), data: command.data },
      ]);
    case 'SupersedePapers':
      return superseding(command, state, facts);
    case 'WithdrawPapers':
      return withdrawing(command, state, facts);
  }
}

function envelope({ now }: PapersFacts) {
  return { v: 1, stage: 'papers', occurredAt: atNow(now) } as const;
}

function issuingProblem(
  { data: { plan, papers } }: IssuePapers,
  state: PapersState,
  facts: PapersFacts,
): Refusal | undefined {
  return (
    planNotFlown(plan, facts) ??
    tooManyOrNone(papers) ??
    tooManyIssued(papers, state) ??
    firstOf(papers, (paper, index) => unfitPaper(paper, `/papers/${index}`)) ??
    firstOf(papers, (paper, index) => issuedTwice(paper, papers.slice(0, index), state, `/papers/${index}`))
  );
}

function planNotFlown(plan: IssuePapers['data']['plan'], { plans }: PapersFacts): Refusal | undefined {
  if (plans.includes(plan)) return undefined;
  const sentence = `Plan ${plan} is not one that may be flown: no paper is issued for it.`;
  return { code: 'plan-not-live', sentence, at: '/plan', allowed: plans.map(String) };
}

function tooManyOrNone({ length }: readonly unknown[]): Refusal | undefined {
  if (length >= 1 && length <= mostPapersAtOnce) return undefined;
  const sentence = `${length} papers were named; 1 to ${mostPapersAtOnce} at once are allowed.`;
  return { code: 'papers-out-of-range', sentence, at: '/papers', allowed: [`1 to ${mostPapersAtOnce}`] };
}

function tooManyIssued(papers: readonly MadePaper[], { issued }: PapersState): Refusal | undefined {
  if (issued.length + papers.length <= mostPapersIssued) return undefined;
  const sentence = `${issued.length} papers of this shipment were issued; ${mostPapersIssued} are allowed in all.`;
  return { code: 'papers-too-many', sentence, at: '/papers' };
}

function unfitPaper({ document, kind, of, sha256 }: MadePaper, at: string): Refusal | undefined {
  return (
    notWorded(document, 'The document’s id', `${at}/document`, longestName) ??
    notWorded(kind, 'What the paper is', `${at}/kind`, longestName) ??
    (of === null ? undefined : notWorded(of, 'What the paper is for', `${at}/of`, longestOf)) ??
    notHashed(sha256, `${at}/sha256`)
  );
}

function notHashed(sha256: string, at: string): Refusal | undefined {
  if (/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  return { code: 'hash-malformed', sentence: 'A SHA-256 has 64 small hexadecimal digits.', at };
}

/** A document is issued once, and of papers alike one at a time: of two nobody could say which is the newer. */
function issuedTwice(
  paper: MadePaper,
  before: readonly MadePaper[],
  { issued }: PapersState,
  at: string,
): Refusal | undefined {
  if ([...issued, ...before].some(({ document }) => document === paper.document)) {
    const sentence = `Document ${paper.document} has been issued already; another issue is another document.`;
    return { code: 'document-issued-already', sentence, at: `${at}/document` };
  }
  if (!before.some((other) => isLike(other, paper))) return undefined;
  const sentence = `${paper.kind}${paper.of === null ? '' : ` for ${paper.of}`} is named twice.`;
  return { code: 'paper-named-twice', sentence, at };
}

/**
 * Names only what is new of papers in force. Papers that were replaced or withdrawn in the meantime, or are not known, were compared with another state than this: whoever
 * compared them does it anew.
 */
function superseding(
  { data: { papers } }: SupersedePapers,
  state: PapersState,
  facts: PapersFacts,
): Decision<PapersEvent> {
  const problem =
    tooManyOrNone(papers) ??
    firstOf(papers, (paper, index) => unfitNames(paper, `/papers/${index}/changed`)) ??
    firstOf(papers, (paper, index) => notInForce(paper, papers.slice(0, index), state, `/papers/${index}`));
  if (problem !== undefined) return err(problem);
  const news = papers.filter((paper) => isNews(paper, state));
  return decided(news.length === 0 ? nothingNew : undefined, () => [
    { type: 'PapersSuperseded', ...envelope(facts), data: { papers: news } },
  ]);
}

const nothingNew: Refusal = {
  code: 'papers-superseded-already',
  sentence: 'That these papers are outdated, and by which facts, is on record already.',
  at: '/papers',
};

function unfitNames({ changed }: OutdatedPaper, at: string): Refusal | undefined {
  if (changed.length > mostNames)
    return { code: 'facts-too-many', sentence: `${changed.length} facts were named; ${mostNames} are allowed.`, at };
  return firstOf(changed, (name, index) => notWorded(name, 'The name of a fact', `${at}/${index}`, longestName));
}

function notInForce(
  { document }: OutdatedPaper,
  before: readonly OutdatedPaper[],
  { issued }: PapersState,
  at: string,
): Refusal | undefined {
  if (before.some((other) => other.document === document))
    return { code: 'paper-named-twice', sentence: `Document ${document} is named twice.`, at: `${at}/document` };
  if (issued.some((paper) => paper.document === document && isInForce(paper))) return undefined;
  const sentence = `Document ${document} is not in force: what has changed is compared anew.`;
  return { code: 'papers-overtaken', sentence, at: `${at}/document` };
}

function isNews({ document, changed }: OutdatedPaper, { issued }: PapersState): boolean {
  const known = issued.find((paper) => paper.document === document);
  if (known === undefined || known.standing === 'valid') return true;
  return known.changed.length !== changed.length || known.changed.some((name) => !changed.includes(name));
}

/** What was replaced stays superseded, as it was before. */
function withdrawing(
  { data: { plan, kinds } }: WithdrawPapers,
  { issued }: PapersState,
  facts: PapersFacts,
): Decision<PapersEvent> {
  const documents = issued
    .filter(
      (paper) => isInForce(paper) && (plan === null || paper.plan === plan) && (kinds?.includes(paper.kind) ?? true),
    )
    .map(({ document }) => document);
  return decided(documents.length === 0 ? nothingToWithdraw : undefined, () => [
    { type: 'PapersWithdrawn', ...envelope(facts), data: { documents } },
  ]);
}

const nothingToWithdraw: Refusal = { code: 'no-papers-in-force', sentence: 'No such papers are in force.' };
