/** What became of a letter by nodemailer's code, in words of our own: a server's words may repeat what was sent. */
const byCode: Readonly<Record<string, string>> = {
  EAUTH: 'the mail server does not take the name and password of SMTP_URL.',
  ETLS: 'the mail server offers no encryption, or none that can be trusted.',
  EENVELOPE: 'the mail server does not take this address.',
  EMESSAGE: 'the mail server does not take the letter.',
  ETIMEDOUT: 'the mail server did not answer in time.',
  EDNS: 'the mail server’s name is not known.',
};

/** Faults of a certificate: Node names each by itself. */
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/;

/** Why a letter was not sent, in the second half of a sentence. */
export function reasonOf(error: unknown): string {
  const { code = '', cause } = error as { readonly code?: string; readonly cause?: { readonly code?: string } };
  const texts = [code, cause?.code ?? '', error instanceof Error ? error.message : ''];
  if (code !== 'EENVELOPE' && texts.some((text) => certificate.test(text.toUpperCase().replaceAll(/[ -]/g, '_'))))
    return byCode['ETLS'] ?? '';
  return byCode[code] ?? 'the mail server cannot be reached.';
}
