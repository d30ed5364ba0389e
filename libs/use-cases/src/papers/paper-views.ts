import { kindsOfPaper, languages, paperStandings } from '@cellrelay/paperwork';
import { mostPapersAtOnce } from '@cellrelay/shipment';
import { z } from 'zod';

const instant = z.iso.datetime();
const plan = z.union([z.literal(1), z.literal(2)]).meta({ description: 'Of which plan' });
const kind = z.enum(kindsOfPaper);
const of = z
  .string()
  .nullable()
  .meta({ description: 'The checkpoint, border, bag or person that it is for; null: there is one of its kind' });
const document = z.string().meta({ description: 'The id under which it was issued' });
const changed = z.array(z.string()).meta({
  description:
    'Names of the facts that have changed since; empty while it is valid, where a newer one took its place, and where the plan asks for none like it any more',
});

const standings = ['valid', 'superseded', 'withdrawn'] as const;

/** What a paper lacks, and where that is entered. */
const missingFact = z.object({ fact: z.string(), sentence: z.string(), whereToEnter: z.string() });

const issuedNow = z.object({
  document,
  issuedAt: instant,
  standing: z.enum(standings),
  changed,
  by: z.string().nullable().meta({ description: 'Who issued it; null for whoever is not of the operator' }),
});

/** One paper of a plan, as it stands. */
export const paperView = z.object({
  kind,
  of,
  title: z.string().meta({ description: 'In English' }),
  reference: z.string().meta({ description: 'What it is called, and its file; names nobody' }),
  languages: z
    .array(z.enum(languages))
    .meta({ description: 'The first is its reader’s; empty while it cannot be made' }),
  made: z.boolean().meta({ description: 'Whether it can be made from what is known by now' }),
  missing: z.array(missingFact).meta({ description: 'What it lacks; told to the operator’s people alone' }),
  issued: issuedNow.nullable().meta({ description: 'The newest that was issued; null: none was' }),
});

export const planPapersView = z.object({ plan, papers: z.array(paperView) });

/** A paper that was issued and is good no more, or one before the newest. */
export const earlierPaperView = z.object({
  document,
  plan,
  kind,
  of,
  issuedAt: instant,
  standing: z.enum(standings),
  changed,
  replaced: z.boolean().meta({ description: 'Whether a newer one of the same plan took its place' }),
  endedAt: instant.nullable(),
});

export const papersView = z.object({
  plans: z.array(planPapersView).meta({ description: 'The plans that stand' }),
  earlier: z.array(earlierPaperView).meta({ description: 'The newest first, at most 200' }),
  issues: z.boolean().meta({ description: 'Whether the reader may issue papers' }),
  checkable: z
    .boolean()
    .meta({ description: 'Whether papers are issued with a code that checks them: there is a signing key' }),
});

/** What is sent to have papers of a plan made and issued. */
export const papersToIssue = z.strictObject({
  plan,
  references: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(mostPapersAtOnce)
    .optional()
    .meta({ description: 'Which, by their references; left out, all that can be made' }),
});

export const papersIssued = z.object({
  issued: z.array(z.object({ document, kind, of })),
  notMade: z.array(z.object({ kind, of, missing: z.array(missingFact) })).meta({
    description:
      'What was asked for besides and lacks something, as it stands when it is answered: sent again later, it tells what is lacking then',
  }),
});

/** What anybody is told of a paper whose id they have, and nothing else. */
export const paperStandingView = z.object({ standing: z.enum(paperStandings) });

export type PaperView = z.infer<typeof paperView>;
export type PlanPapersView = z.infer<typeof planPapersView>;
export type EarlierPaperView = z.infer<typeof earlierPaperView>;
export type PapersView = z.infer<typeof papersView>;
export type PapersToIssue = z.infer<typeof papersToIssue>;
export type PapersIssued = z.infer<typeof papersIssued>;
export type PaperStanding = z.infer<typeof paperStandingView>['standing'];
