import { line, linkTask, linkView, longestLinkHours, pageOf } from '@cellrelay/use-cases';
import { z } from 'zod';

/** What is answered about links, and to whoever holds one. */
export const linkAnswers = {
  SignedLink: linkView,
  LinkPage: pageOf(linkView).extend({
    byMail: z.boolean().meta({ description: 'Whether this server sends mail' }),
    commands: z.array(z.string()).meta({ description: 'The commands that go by a link' }),
  }),
  LinkMade: z.object({
    made: linkView,
    link: z
      .string()
      .nullable()
      .meta({ description: 'The address to hand over, shown this once, where no mail carries it' }),
    says: z.string().meta({ description: 'What became of the link, in a sentence' }),
  }),
  LinkTask: linkTask,
  SentByLink: z.object({ says: z.string() }),
} as const;

/** What is sent about links, and by them. */
export const linkBodies = {
  NewLink: z.strictObject({
    command: z.string().max(60),
    about: z.record(z.string().max(40), z.unknown()).default({}).meta({
      description:
        'Which thing the task is about: `prefill` of one of the actions that can be taken now. What names the thing is held fast by the link, the rest is left out',
    }),
    addressee: line('For whom'),
    organisation: line('Organisation'),
    mail: z.email().max(200).nullable().default(null),
    hours: z.int().min(1).max(longestLinkHours).nullable().default(null).meta({
      description: 'For how long it is good; null: until twelve hours after the task is due, a day at least',
    }),
  }),
  ByLink: z
    .looseObject({
      statedBy: z.strictObject({ person: line('Person') }),
      despiteRecord: z.boolean().default(false),
    })
    .meta({ description: 'Beside these the fields of the task’s command, without those that the link holds fast' }),
} as const;
