import { createTransport } from 'nodemailer';
import type { Letter, Mailer, Posted } from '@cellrelay/use-cases';
import { reasonOf } from './reason.js';
import { connectionOf, type SmtpOptions } from './smtp-server.js';

/** Sends letters by the server that takes them for others. A connection for each: there are few. */
export class SmtpMailer implements Mailer {
  constructor(private readonly options: SmtpOptions) {}

  async post({ to, subject, text }: Letter): Promise<Posted> {
    const transport = createTransport(connectionOf(this.options));
    try {
      // As an object: an address is never read as a list of several.
      await transport.sendMail({
        from: { name: 'CellRelay', address: this.options.from },
        to: { name: '', address: to },
        subject,
        text,
      });
      return { taken: true };
    } catch (error) {
      return { taken: false, says: reasonOf(error) };
    } finally {
      transport.close();
    }
  }
}
