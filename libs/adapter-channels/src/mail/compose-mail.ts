import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '@cellrelay/kernel';
import type { Message, NewPersonalDelivery } from '@cellrelay/use-cases';
import { htmlOf } from './mail-html.js';

/** From whom mails are, and where the board is that they lead to; null: nobody has said, and paths are told instead. */
export interface MailSettings {
  readonly from: string;
  readonly origin: string | null;
}

const footer =
  'CellRelay sent this because you are to be told. Answers to this mail are read by nobody: what you do about it, you do on the board.';

/**
 * A delivery as the bytes of a mail (RFC 5322, MIME), plain and HTML: the same bytes whenever it is composed, so that what was told twice has one Message-ID, and what is kept is
 * what would have been sent. Mails of one thread all answer its root, which was never sent: mail programs show them together. Auto-Submitted (RFC 3834) asks for no automatic answers.
 */
export async function composedMail(
  { key, to, thread, urgency, message }: Pick<NewPersonalDelivery, 'key' | 'to' | 'thread' | 'urgency' | 'message'>,
  createdAt: Instant,
  { from, origin }: MailSettings,
): Promise<Buffer> {
  const href = (path: string): string | null => (origin === null ? null : `${origin}${path}`);
  const root = idOf(`thread/${thread}`, from);
  const mail = new MailComposer({
    from: { name: 'CellRelay', address: from },
    // As an object: an address is never read as a list of several.
    to: { name: '', address: to },
    subject: message.subject,
    date: new Date(createdAt),
    messageId: idOf(`delivery/${key}`, from),
    ...{ references: root, inReplyTo: root },
    headers: {
      ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(urgency === 'critical' ? { Importance: 'high', 'X-Priority': '1' } : {}),
    },
    text: textOf(message, href),
    html: htmlOf(message, footer, href),
    baseBoundary: hashOf(key).slice(0, 16),
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return mail.compile().build();
}

function textOf({ lines, links }: Message, hrefOf: (path: string) => string | null): string {
  const places = links.map(({ label, path }) => `${label}:\n${hrefOf(path) ?? `on the board, ${path}`}`);
  return [...lines, ...places, `-- \n${footer}`].join('\n\n');
}

/** A Message-ID that the key decides and does not tell. */
export function idOf(what: string, from: string): string {
  return `<${hashOf(what).slice(0, 40)}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
