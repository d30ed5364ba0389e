import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf, StageName } from '../stage.js';

/** What a deviation is of. The last four before `other` are those that WMDA wants told by telephone or mail at once (S53). */
export const deviationKinds = [
  'product-damaged',
  'temperature-excursion',
  'label-mismatch',
  'late',
  'x-ray-scanned',
  'box-opened',
  'count-differs',
  'donor-event',
  'check-differs',
  'accepted-with-deviation',
  'refused-at-receipt',
  'recall',
  'authority-restriction',
  'donor-death',
  'risk-to-donations',
  'other',
] as const;
export type DeviationKind = (typeof deviationKinds)[number];

export type Seriousness = 'minor' | 'major' | 'serious';
export type DeviationStatus = 'none' | 'open' | 'under-review' | 'closed';
export type ToldHow = 'telephone' | 'mail' | 'in-person' | 'portal';
export const registries = ['donor-registry', 'patient-registry'] as const;
export type Registry = (typeof registries)[number];

/** The fact of another stage that opened it; what it was opened from once is not opened again. */
export interface OpenedFrom {
  readonly stage: StageName;
  readonly key: string;
}

/** That fact, as the rule reads it by now. */
export interface Ground extends RuleSays {
  /** `gone`: as corrected, it is no deviation any more. `taken-back`: nothing was wrong of it, and it is none any more by what was done since; after that it may be `so-again`. */
  readonly reads: 'as-opened' | 'corrected' | 'gone' | 'taken-back' | 'so-again';
  /** Since when our side knew that it reads so. */
  readonly since: Instant;
}

/** Why a rule says otherwise of a fact: it was corrected, or something was done since that took it back or made it so again. */
export type FollowedWhy = 'corrected' | 'done-since';

/** What a rule says of a fact that deviates. */
export interface RuleSays {
  readonly kind: DeviationKind;
  readonly words: string;
  readonly happenedAt: ZonedInstant;
}

export interface ToldRegistry {
  readonly registry: Registry;
  readonly who: string;
  readonly how: ToldHow;
  readonly at: ZonedInstant;
}

export interface Deviation {
  /** D1, D2 and so on, in the order in which they were opened. */
  readonly id: string;
  readonly status: Exclude<DeviationStatus, 'none'>;
  readonly happenedAt: ZonedInstant;
  /** When our side wrote it down: from here on it knew. */
  readonly openedAt: Instant;
  /** Null: a person opened it. */
  readonly openedFrom: OpenedFrom | null;
  /** Null: a person opened it. */
  readonly ground: Ground | null;
  /** Whether a person has corrected what it says: the rule's words are not put over theirs. */
  readonly inOwnWords: boolean;
  readonly kind: DeviationKind;
  /** Since when our side knew that it is of this kind. */
  readonly kindSince: Instant;
  readonly words: string;
  /** Null: not graded yet. Nothing is graded by guess. */
  readonly seriousness: Seriousness | null;
  /** Since when our side knew that it is serious; null while it is not. */
  readonly seriousSince: Instant | null;
  readonly told: readonly ToldRegistry[];
  readonly rapidAlert: { readonly to: string; readonly at: ZonedInstant } | null;
  /** The report as submitted; its draft is made from the log at any time, so that no date of a draft is kept. */
  readonly spear: { readonly submittedAt: ZonedInstant; readonly reference: string } | null;
  readonly outcome: { readonly words: string; readonly correctiveAction: string; readonly at: ZonedInstant } | null;
}

export interface DeviationState {
  readonly deviations: readonly Deviation[];
}

interface Ref {
  readonly deviation: string;
}
interface What {
  readonly kind: DeviationKind;
  readonly words: string;
  readonly seriousness: Seriousness | null;
}

export type OpenDeviation = CommandOf<'OpenDeviation', What & { readonly happenedAt: ZonedInstant }>;
/** Issued by process.ts for what deviates in another stage. `happenedAt` is null where only now is known. */
export type OpenDeviationByRule = CommandOf<
  'OpenDeviationByRule',
  What & { readonly openedFrom: OpenedFrom; readonly happenedAt: ZonedInstant | null }
>;
/** Issued by process.ts once the fact that opened it reads otherwise: corrected, or taken back. `says` is null where it is no deviation any more. */
export type FollowCorrectedFact = CommandOf<
  'FollowCorrectedFact',
  Ref & { readonly says: RuleSays | null; readonly why: FollowedWhy }
>;
/** Graded again, also after it was closed, it is under review again. */
export type GradeDeviation = CommandOf<
  'GradeDeviation',
  Ref & { readonly seriousness: Seriousness; readonly gradedAt: ZonedInstant; readonly reason: string }
>;
export type RecordPartnerTold = CommandOf<
  'RecordPartnerTold',
  Ref & { readonly registry: Registry; readonly who: string; readonly how: ToldHow; readonly toldAt: ZonedInstant }
>;
/** By telephone: mail may follow, but somebody must have answered (S53). */
export type RecordRapidAlert = CommandOf<
  'RecordRapidAlert',
  Ref & { readonly to: string; readonly toldAt: ZonedInstant }
>;
export type RecordSpearSubmitted = CommandOf<
  'RecordSpearSubmitted',
  Ref & { readonly submittedAt: ZonedInstant; readonly reference: string }
>;
export type CloseDeviation = CommandOf<
  'CloseDeviation',
  Ref & { readonly closedAt: ZonedInstant; readonly outcome: string; readonly correctiveAction: string }
>;
/** What it is of, when it happened and in which words. Its grade is corrected by grading it again. */
export type CorrectDeviation = CommandOf<
  'CorrectDeviation',
  Ref & {
    readonly kind: DeviationKind;
    readonly words: string;
    readonly happenedAt: ZonedInstant;
    readonly reason: string;
    readonly evidence: string;
  }
>;
export type DeviationCommand =
  | OpenDeviation
  | OpenDeviationByRule
  | FollowCorrectedFact
  | GradeDeviation
  | RecordPartnerTold
  | RecordRapidAlert
  | RecordSpearSubmitted
  | CloseDeviation
  | CorrectDeviation;

export type DeviationOpened = EventOf<'DeviationOpened', Ref & What & { readonly openedFrom: OpenedFrom | null }>;
export type CorrectedFactFollowed = EventOf<
  'CorrectedFactFollowed',
  Ref & { readonly says: RuleSays | null; readonly was: RuleSays; readonly why: FollowedWhy }
>;
export type DeviationGraded = EventOf<
  'DeviationGraded',
  Ref & { readonly seriousness: Seriousness; readonly reason: string }
>;
export type PartnerTold = EventOf<
  'PartnerTold',
  Ref & { readonly registry: Registry; readonly who: string; readonly how: ToldHow }
>;
export type RapidAlertGiven = EventOf<'RapidAlertGiven', Ref & { readonly to: string }>;
export type SpearSubmitted = EventOf<'SpearSubmitted', Ref & { readonly reference: string }>;
export type DeviationClosed = EventOf<
  'DeviationClosed',
  Ref & { readonly outcome: string; readonly correctiveAction: string }
>;
export type DeviationCorrected = EventOf<
  'DeviationCorrected',
  Ref & {
    readonly kind: DeviationKind;
    readonly words: string;
    readonly was: { readonly kind: DeviationKind; readonly words: string; readonly happenedAt: ZonedInstant };
    readonly reason: string;
    readonly evidence: string;
  }
>;
export type DeviationEvent =
  | DeviationOpened
  | CorrectedFactFollowed
  | DeviationGraded
  | PartnerTold
  | RapidAlertGiven
  | SpearSubmitted
  | DeviationClosed
  | DeviationCorrected;

/** The site's rules on who is told of what. */
export interface TellingRules {
  readonly rapidAlertKinds: readonly string[];
  readonly bothRegistriesKinds: readonly string[];
}
export interface DeviationFacts extends TellingRules, Circumstances {}
export interface DeviationAgendaFacts extends TellingRules {
  readonly gradeMinutes: number;
  /** Deviations that another alert asks to be told of. */
  readonly askedElsewhere: readonly string[];
  /** Deviations whose deadline for the grade has rung. */
  readonly gradingOverdue: readonly string[];
  /** Whether the transplant centre has accepted the cells, or some of them have come to their end. */
  readonly accepted: boolean;
  readonly partnerToldMinutes: number;
  readonly rapidAlertMinutes: number;
}
