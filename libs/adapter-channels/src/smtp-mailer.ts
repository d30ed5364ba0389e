import { createTransport } from 'nodemailer';
import type { Letter, Mailer, Posted } from '@cellrelay/use-cases';
import { reasonOf } from './reason.js';

export interface SmtpOptions {
  /** smtp: or smtps:, with name and password where the server wants them. */
  readonly url: string;
  readonly from: string;
  /** Whether the line must be encrypted; unless told, but for a server on this machine. */
  readonly encrypted?: boolean;
  /** Certificates to trust, as PEM, instead of those that Node trusts. */
  readonly ca?: string;
  /** How long each step is waited for; four seconds unless told. */
  readonly patienceMs?: number;
}

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

function connectionOf({ url, encrypted, ca, patienceMs = 4_000 }: SmtpOptions) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    ...{ host, port: port === '' ? (secure ? 465 : 587) : Number(port), secure },
    requireTLS: encrypted ?? !isOwnMachine(host),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
    ...(ca === undefined ? {} : { tls: { ca } }),
  };
}

function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
