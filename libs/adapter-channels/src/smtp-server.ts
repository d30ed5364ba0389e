/** A mail server that takes letters for others. */
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

/** How it is connected to, by nodemailer's names. */
export function connectionOf({ url, encrypted, ca, patienceMs = 4_000 }: SmtpOptions) {
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
