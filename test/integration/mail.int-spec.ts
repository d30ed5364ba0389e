import { SmtpMailer, type SmtpOptions } from '@cellrelay/adapter-channels';
import { MailServer, ownCertificate, silentServer } from '../support/mail-server.js';

const letter = {
  to: 'ana@example.org',
  subject: 'Your invitation',
  text: 'Ana Łukasiewicz 安娜,\n\nhttp://127.0.0.1:3000/join#ZZ-TELLTALE',
};
const certificate = ownCertificate();
const from = 'cellrelay@example.org';

const servers: MailServer[] = [];
async function serverWith(options: Parameters<typeof MailServer.start>[0]): Promise<MailServer> {
  const server = await MailServer.start(options);
  servers.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const mailer = (url: string, more: Partial<SmtpOptions> = {}) =>
  new SmtpMailer({ url, from, patienceMs: 500, ...more });
const trusting = { ca: certificate.cert, encrypted: true };

describe('a letter', () => {
  it('goes by TLS from the start, with name and password, as it was written', async () => {
    const server = await serverWith({
      ...{ ...certificate, secure: true, authOptional: false },
      onAuth: ({ username, password }, _session, done) =>
        username === 'relay@site' && password === 'p:ss' ? done(null, { user: username }) : done(new Error('no')),
    });
    const way = mailer(`smtps://relay%40site:p%3Ass@127.0.0.1:${server.port}`, trusting);
    expect(await way.post(letter)).toEqual({ taken: true });
    expect(server.letters).toMatchObject([{ from, to: ['ana@example.org'], secure: true }]);
    const [taken] = server.letters;
    expect(taken?.text).toMatch(/^From: "?CellRelay"? <cellrelay@example\.org>/m);
    expect(taken?.text).toMatch(/^Subject: Your invitation\r$/m);
  });

  it('goes by STARTTLS, and not at all where there is none: the control goes in clear', async () => {
    const server = await serverWith({ ...certificate });
    expect(await mailer(`smtp://127.0.0.1:${server.port}`, trusting).post(letter)).toEqual({ taken: true });
    expect(server.letters[0]?.secure).toBe(true);
    const bare = await serverWith({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    const url = `smtp://127.0.0.1:${bare.port}`;
    expect(await mailer(url, trusting).post(letter)).toEqual({
      taken: false,
      says: 'the mail server offers no encryption, or none that can be trusted.',
    });
    expect(bare.letters).toEqual([]);
    expect(await mailer(url).post(letter)).toEqual({ taken: true });
    expect(bare.letters[0]?.secure).toBe(false);
  });

  it('does not go to a server whose certificate nobody vouches for', async () => {
    const server = await serverWith({ ...certificate, secure: true });
    const posted = await mailer(`smtps://127.0.0.1:${server.port}`).post(letter);
    expect(posted).toMatchObject({ taken: false, says: expect.stringContaining('none that can be trusted') });
    expect(server.letters).toEqual([]);
  });

  it('that is refused is told by what kind of refusal it was, never in the server’s words', async () => {
    const no = (code: number) => Object.assign(new Error('ZZ-TELLTALE of the server'), { responseCode: code });
    const address = await serverWith({ ...certificate, onRcptTo: (_to, _session, done) => done(no(550)) });
    const content = await serverWith({
      ...certificate,
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(no(554)));
      },
    });
    const password = await serverWith({ ...certificate, onAuth: (_auth, _session, done) => done(no(535)) });
    const said = await Promise.all([
      mailer(`smtp://127.0.0.1:${address.port}`, trusting).post(letter),
      mailer(`smtp://127.0.0.1:${content.port}`, trusting).post(letter),
      mailer(`smtp://a:b@127.0.0.1:${password.port}`, trusting).post(letter),
    ]);
    expect(said).toEqual([
      { taken: false, says: 'the mail server does not take this address.' },
      { taken: false, says: 'the mail server does not take the letter.' },
      { taken: false, says: 'the mail server does not take the name and password of SMTP_URL.' },
    ]);
  });

  it('is given up soon where nobody answers, or nobody is', async () => {
    const { port, server } = await silentServer();
    const began = Date.now();
    expect(await mailer(`smtp://127.0.0.1:${port}`).post(letter)).toMatchObject({
      taken: false,
      says: expect.stringContaining('did not answer in time'),
    });
    expect(Date.now() - began).toBeLessThan(5_000);
    await new Promise((resolve) => server.close(resolve));
    expect(await mailer(`smtp://127.0.0.1:${port}`).post(letter)).toMatchObject({
      taken: false,
      says: expect.stringContaining('cannot be reached'),
    });
  });

  it('goes to one address, whatever the address looks like, and nothing becomes a header', async () => {
    const server = await serverWith({ ...certificate });
    const way = mailer(`smtp://127.0.0.1:${server.port}`, trusting);
    await way.post({ ...letter, to: 'a@example.org, b@example.org', subject: 'x\r\nBcc: c@example.org' });
    await way.post({ ...letter, to: 'a@example.org\r\nRCPT TO:<b@example.org>' });
    expect(
      server.letters.flatMap(({ to }) => to).filter((to) => to === 'b@example.org' || to === 'c@example.org'),
    ).toEqual([]);
    expect(server.letters.map(({ text }) => text).join()).not.toMatch(/^Bcc:/m);
  });
});
