import type { Zone } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';
import type { Message } from '../deliveries/delivery.js';
import { momentSaid } from '../on-call/moment-said.js';
import type { PaperDocument } from '../papers/paper-store.port.js';
import type { MailableRequest } from './mailable-request.js';
import type { RequestMailBody } from './request-mail-body.js';

/** What a mail's words are made of. */
export interface MailGround {
  /** The shipment's reference. */
  readonly reference: string;
  readonly request: MailableRequest;
  /** Of the airport. */
  readonly zone: Zone;
  readonly body: Pick<RequestMailBody, 'note' | 'replyTo' | 'answerExpectedAt'>;
  readonly papers: readonly Pick<PaperDocument, 'reference' | 'content'>[];
}

/** The mail that a request goes by: short, for the papers say it all. Names nobody but what its author writes into the note. */
export function requestMailText({ reference, request, zone, body, papers }: MailGround): Message {
  const { note, replyTo, answerExpectedAt } = body;
  const answer = answerExpectedAt && momentSaid(answerExpectedAt.at, answerExpectedAt.zone);
  const isExample = papers.some(({ content }) => content.example);
  const lines = [
    ...(isExample ? ['This is an EXAMPLE: what it tells is invented, and nothing is asked of you.'] : []),
    `${openings[request.stage]}: ${request.says}.`,
    `Our reference is ${reference}.`,
    ...request.passes.map(({ plan, at }) => `By plan ${plan} the box passes on ${momentSaid(at, zone)}.`),
    ...(note === null ? [] : note.split(/\n{2,}/)),
    ...(answer === null ? [] : [`Please let us have your answer by ${answer}.`]),
    ...papers.map(attached),
    replyTo === null
      ? 'Nobody reads answers to this mail: the telephone number stands on the papers.'
      : `Please answer to ${replyTo}, or call the number on the papers.`,
  ];
  const subject = `${isExample ? 'EXAMPLE ' : ''}${reference}: ${subjects[request.stage]}, ${request.says}`;
  return { subject, lines, links: [] };
}

const subjects: Readonly<Record<MailableRequest['stage'], string>> = {
  'customs-clearance': 'request for customs clearance',
  'xray-exemption': 'request for exemption from X-ray',
};

const openings: Readonly<Record<MailableRequest['stage'], string>> = {
  'customs-clearance': 'We ask for customs clearance of living cells for transplantation',
  'xray-exemption': 'We ask you to search a box of living cells for transplantation by hand and not to X-ray it',
};

/** Also as the paper's own reader calls it. */
function attached({ reference, content }: MailGround['papers'][number]): string {
  return `Attached: ${reference}.pdf (${titlesOf(content).join('; ')}).`;
}

function titlesOf({ title, languages }: Pick<Paper, 'title' | 'languages'>): readonly string[] {
  const texts = ['en' as const, ...languages].flatMap((language) => title.texts[language] ?? []);
  return [...new Set(texts)];
}
