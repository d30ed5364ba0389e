/** What became of a letter by nodemailer's code, in words of our own: a server's words may repeat what was sent. */
const byCode: Readonly<Record<string, string>> = {
  EAUTH: 'the mail server does not take the name and password of SMTP_URL.',
  ETLS: 'the mail server offers no encryption, or none that can be trusted.',
  EENVELOPE: 'the mail server does not take this address.',
  EMESSAGE: 'the mail server does not take the letter.',
  ETIMEDOUT: 'the mail server did not answer in time.',
  EDNS: 'the mail server’s name is not known.',
};

/** Faults of a certificate arrive as those of the line: Node says them in words that differ from fault to fault. */
const certificate = /certificate|self.signed|altname/i;

/** Why a letter was not sent, in the second half of a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const kind = code === 'ESOCKET' && certificate.test(String(message)) ? 'ETLS' : String(code);
  return byCode[kind] ?? 'the mail server cannot be reached.';
}
