import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '@cellrelay/kernel';
import type { NewDeskDelivery, PrintedFile } from '@cellrelay/use-cases';
import { hashOf, idOf } from './compose-mail.js';
import { htmlOf } from './mail-html.js';

/** From whom it is, and what is attached. */
export interface RequestMailSettings {
  readonly from: string;
  readonly files: readonly PrintedFile[];
}

/**
 * A request to an office as the bytes of a mail, plain and HTML, each paper attached as its file. The same bytes whenever it is composed of the same. It leads to no board: whoever gets it
 * has no account.
 */
export function composedRequest(
  { key, to, replyTo, message, mailed }: NewDeskDelivery,
  createdAt: Instant,
  { from, files }: RequestMailSettings,
): Promise<Buffer> {
  const footer = `Sent for ${mailed.by.acting.organisation.name} by CellRelay.`;
  const mail = new MailComposer({
    from: { name: mailed.by.acting.organisation.name, address: from },
    // As objects: an address is never read as a list of several.
    to: { name: '', address: to },
    ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
    subject: message.subject,
    date: new Date(createdAt),
    messageId: idOf(`delivery/${key}`, from),
    text: [...message.lines, `-- \n${footer}`].join('\n\n'),
    html: htmlOf(message, footer, () => null),
    attachments: files.map(({ pdf, name }) => ({
      ...{ filename: name, content: Buffer.from(pdf) },
      ...{ contentType: 'application/pdf', contentDisposition: 'attachment' as const },
    })),
    baseBoundary: hashOf(key).slice(0, 16),
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return mail.compile().build();
}
