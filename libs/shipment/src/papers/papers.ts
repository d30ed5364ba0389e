import type { Instant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** The plan that a paper is made for. */
export type PaperPlan = 1 | 2;

/** The largest pack known has some thirty papers; one command is one line of the log. */
export const mostPapersAtOnce = 60;

/** Of one shipment: thirty papers of both plans issued thirty times over are within it. The state is read with every command: it does not grow without end. */
export const mostPapersIssued = 2_000;

/** Of a paper that was issued: its facts hold, they have changed or a newer one took its place, or its plan is not flown. */
export type PaperStanding = 'valid' | 'superseded' | 'withdrawn';

/** What is said of a paper when it is issued. */
export interface MadePaper {
  /** Its id, which its code names. */
  readonly document: string;
  /** What it is, as paperwork calls it: `security-letter`. */
  readonly kind: string;
  /** The checkpoint, border, bag or person that it is for; null: there is one of its kind. */
  readonly of: string | null;
  /** Of its content, in small hexadecimal digits. */
  readonly sha256: string;
}

/** A paper as it was issued. */
export interface IssuedPaper extends MadePaper {
  readonly plan: PaperPlan;
  readonly issuedAt: Instant;
  readonly standing: PaperStanding;
  /** Names of the facts that have changed since. Empty while it is valid, and where nothing is to take its place: a newer one has, or none like it is made any more. */
  readonly changed: readonly string[];
  /** When it was first no longer valid. */
  readonly endedAt: Instant | null;
}

export interface PapersState {
  /** In the order of their issue, those that ended among them. */
  readonly issued: readonly IssuedPaper[];
  /** How often papers of each plan that were valid came to be outdated: the occasions on which they are to be issued anew. */
  readonly outdated: Readonly<Record<string, number>>;
}

/** A person's, but no body of fields: the use case that makes the papers issues it. One of the same plan, kind and `of` is replaced. */
export type IssuePapers = CommandOf<'IssuePapers', { readonly plan: PaperPlan; readonly papers: readonly MadePaper[] }>;

/** What has changed of one paper. With no name nothing like it is made of the plan any more (a checkpoint that is not passed now), so that none is to be issued in its place. */
export interface OutdatedPaper {
  readonly document: string;
  readonly changed: readonly string[];
}

/** Issued when facts that papers in force were made from have changed. */
export type SupersedePapers = CommandOf<'SupersedePapers', { readonly papers: readonly OutdatedPaper[] }>;

/** Issued by the process for papers of a plan that is not flown; null: of every plan, once the shipment is cancelled, or, of those kinds alone, once the box is delivered. */
export type WithdrawPapers = CommandOf<
  'WithdrawPapers',
  { readonly plan: PaperPlan | null; readonly kinds?: readonly string[] }
>;

export type PapersCommand = IssuePapers | SupersedePapers | WithdrawPapers;

export type PapersIssued = EventOf<'PapersIssued', IssuePapers['data']>;
export type PapersSuperseded = EventOf<'PapersSuperseded', SupersedePapers['data']>;
export type PapersWithdrawn = EventOf<'PapersWithdrawn', { readonly documents: readonly string[] }>;
export type PapersEvent = PapersIssued | PapersSuperseded | PapersWithdrawn;

export interface PapersFacts extends Circumstances {
  /** Plans whose papers travel, or may: none of an order that is cancelled. */
  readonly plans: readonly PaperPlan[];
}

export interface PapersAgendaFacts {
  /** Of each plan whose papers travel, or may, when the box is handed over with them, or was; null: not known. */
  readonly plans: readonly { readonly plan: PaperPlan; readonly leavesAt: Instant | null }[];
  /** Whether the box has left the collection centre, and whether it has reached where it goes. */
  readonly underWay: boolean;
  readonly delivered: boolean;
  readonly reprintMinutes: number;
}
