import PostalMime from 'postal-mime';
import { composedMail, MailCarrier, SmtpMailer } from '@cellrelay/adapter-channels';
import type { Instant } from '@cellrelay/kernel';
import { afterAttempt, type LeasedDelivery, type NewPersonalDelivery } from '@cellrelay/use-cases';
import { MailServer, ownCertificate, silentServer } from '../support/mail-server.js';
import { ScriptedSmtp } from '../support/scripted-smtp.js';

const certificate = ownCertificate();
const from = 'cellrelay@example.org';
const origin = 'https://relay.example.org';
const createdAt = '2026-11-27T08:00:00.000Z' as Instant;

const delivery: NewPersonalDelivery = {
  ...{ key: 'tell/a/1/0', channel: 'mail', organisation: 'o', account: 'a', to: 'ana@example.org' },
  ...{ shipment: null, thread: 'shipment-1', urgency: 'critical' },
  message: {
    subject: 'Shipment EX-1: the <courier> is late 安娜',
    lines: ['The courier was due at 10:00 UTC & is not there.', `A line that is ${'very '.repeat(60)}long.`],
    links: [{ label: 'Name a substitute', path: '/shipments/1?act="NameSubstitute"' }],
  },
};

const bytesOf = (more: Partial<NewPersonalDelivery> = {}, at = origin as string | null) =>
  composedMail({ ...delivery, ...more }, createdAt, { from, origin: at });
const leasedOf = (more: Partial<LeasedDelivery> = {}): LeasedDelivery => ({
  ...{
    id: '1',
    delivery,
    destination: 'mail',
    createdAt,
    leasedAt: createdAt,
    ageMs: 0,
    attempt: 1,
    tries: 1,
    unknownBefore: 0,
    token: 't',
  },
  ...more,
});

describe('a mail, read by a parser that is not ours', () => {
  it('says the same in plain text and in HTML, and leads to the board', async () => {
    const mail = await PostalMime.parse(await bytesOf());
    expect(mail).toMatchObject({
      ...{ subject: delivery.message.subject, from: { address: from, name: 'CellRelay' } },
      ...{ to: [{ address: 'ana@example.org', name: '' }], date: createdAt },
    });
    for (const line of delivery.message.lines) expect(mail.text).toContain(line);
    expect(mail.text).toContain(`${origin}/shipments/1?act="NameSubstitute"`);
    expect(mail.html).toContain('the &lt;courier&gt; is late');
    expect(mail.html).toContain(`href="${origin}/shipments/1?act=&quot;NameSubstitute&quot;"`);
    expect(mail.attachments).toEqual([]);
  });

  it('loads nothing, and holds nothing that runs', async () => {
    const { html = '' } = await PostalMime.parse(await bytesOf());
    expect(html).not.toMatch(/<(img|script|link|iframe|object|style)|url\(|src=/i);
  });

  it('is urgent where it is critical, and asks for no automatic answer', async () => {
    const headersOf = async (urgency: NewPersonalDelivery['urgency']) => {
      const { headers } = await PostalMime.parse(await bytesOf({ urgency }));
      return Object.fromEntries(headers.map(({ key, value }) => [key, value]));
    };
    expect(await headersOf('critical')).toMatchObject({ 'auto-submitted': 'auto-generated', importance: 'high' });
    expect((await headersOf('warning'))['importance']).toBeUndefined();
  });

  it('has an id that its key decides and does not tell; its thread’s mails answer one root', async () => {
    const [one, again, other, elsewhere] = await Promise.all(
      [{}, {}, { key: 'tell/a/2/0' }, { key: 'tell/b/1/0', thread: 'shipment-2' }].map(async (more) =>
        PostalMime.parse(await bytesOf(more)),
      ),
    );
    expect(one!.messageId).toBe(again!.messageId);
    expect(new Set([one!.messageId, other!.messageId, elsewhere!.messageId]).size).toBe(3);
    expect(one!.references).toBe(other!.inReplyTo);
    expect(one!.references).not.toBe(elsewhere!.references);
    expect(String(one!.messageId)).not.toContain('tell');
    expect(await bytesOf()).toEqual(await bytesOf());
  });

  it('tells where on the board it is where nobody has said how that is reached', async () => {
    const mail = await PostalMime.parse(await bytesOf({}, null));
    expect([mail.text, mail.html].map((text) => text?.includes('on the board'))).toEqual([true, true]);
    expect(mail.html).not.toContain('href=');
  });

  it('goes to one address, whatever that or its subject looks like', async () => {
    const subject = 'x\r\nBcc: c@example.org';
    const mail = await PostalMime.parse(
      await bytesOf({ to: 'a@example.org, b@example.org', message: { ...delivery.message, subject } }),
    );
    expect(mail.bcc).toBeUndefined();
  });
});

describe('a mail server that', () => {
  const servers: { close: () => unknown }[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  const kept = <Server extends { close: () => unknown }>(server: Server): Server => {
    servers.push(server);
    return server;
  };
  const serverWith = async (options: Parameters<typeof MailServer.start>[0]) =>
    kept(await MailServer.start({ hideSTARTTLS: true, disabledCommands: ['STARTTLS', 'AUTH'], ...options }));
  const carrierTo = (url: string, more = {}) => new MailCarrier({ url, from, origin, patienceMs: 700, ...more });
  const refusing = (code: number) => Object.assign(new Error('ZZ-TELLTALE of the server'), { responseCode: code });
  const at = (server: { readonly port: number }) => `smtp://127.0.0.1:${server.port}`;

  it('takes it has it, once', async () => {
    const server = await serverWith({});
    const carried = await carrierTo(at(server)).carry(leasedOf());
    expect([carried.outcome, carried.code, server.letters.length]).toEqual(['sent', '250', 1]);
  });

  it('is down, or says nothing, is tried again', async () => {
    const { port, server } = await silentServer();
    const slow = await carrierTo(`smtp://127.0.0.1:${port}`).carry(leasedOf());
    await new Promise((resolve) => server.close(resolve));
    const down = await carrierTo(`smtp://127.0.0.1:${port}`).carry(leasedOf());
    expect([slow.outcome, down.outcome]).toEqual(['later', 'later']);
  });

  it('asks to come later is asked later; who tries once gives up', async () => {
    let asked = 0;
    const greylisting = {
      onRcptTo: (_to: unknown, _session: unknown, done: (error?: Error) => void) =>
        (asked += 1) % 2 === 1 ? done(refusing(451)) : done(),
    };
    const server = await serverWith(greylisting);
    const carrier = carrierTo(at(server));
    const first = await carrier.carry(leasedOf());
    expect([first, afterAttempt(leasedOf(), first).status]).toEqual([
      { outcome: 'later', says: 'The mail server asks to come again later.', code: '451' },
      'waiting',
    ]);
    expect((await carrier.carry(leasedOf({ attempt: 2 }))).outcome).toBe('sent');
    const once = await new SmtpMailer({ url: at(server), from }).post({ to: delivery.to, subject: 'x', text: 'x' });
    expect([once.taken, server.letters.length]).toEqual([false, 1]);
  });

  it('refuses the address or the letter is not asked again; its words stay out', async () => {
    const address = await serverWith({ onRcptTo: (_to, _session, done) => done(refusing(550)) });
    const letter = await serverWith({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(refusing(554)));
      },
    });
    const said = [await carrierTo(at(address)).carry(leasedOf()), await carrierTo(at(letter)).carry(leasedOf())];
    expect(said).toEqual([
      { outcome: 'refused', says: 'The mail server does not take this address.', code: '550' },
      { outcome: 'refused', says: 'The mail server does not take the letter.', code: '554' },
    ]);
  });

  it('refuses whoever sends it is asked again: somebody mends the settings', async () => {
    const sender = await serverWith({ onMailFrom: (_from, _session, done) => done(refusing(550)) });
    expect((await carrierTo(at(sender)).carry(leasedOf())).outcome).toBe('later');
  });

  it('has a certificate that nobody vouches for gets nothing; trusted, it gets it', async () => {
    const server = kept(await MailServer.start({ ...certificate, secure: true }));
    const url = `smtps://127.0.0.1:${server.port}`;
    const distrusted = await carrierTo(url).carry(leasedOf());
    expect([distrusted.outcome, server.letters.length]).toEqual(['later', 0]);
    expect((await carrierTo(url, { ca: certificate.cert }).carry(leasedOf())).outcome).toBe('sent');
  });

  it('breaks off before it asked for the letter has not got it', async () => {
    for (const command of ['EHLO', 'MAIL', 'RCPT', 'DATA']) {
      const server = kept(await ScriptedSmtp.start(['yes'], command));
      expect((await carrierTo(server.url).carry(leasedOf())).outcome).toBe('later');
    }
  });

  it('takes the letter and breaks off, or never answers, may have it: nobody knows', async () => {
    for (const end of ['cut', 'silence'] as const) {
      const server = kept(await ScriptedSmtp.start([end]));
      expect((await carrierTo(server.url).carry(leasedOf())).outcome).toBe('unknown');
      expect(server.letters).toHaveLength(1);
    }
  });

  it('always does so is told twice at most, with one Message-ID; who tries until a yes tells it each time', async () => {
    const server = kept(await ScriptedSmtp.start(['cut', 'cut', 'cut', 'yes']));
    let leased = leasedOf();
    for (let status = 'waiting'; status === 'waiting';) {
      const carried = await carrierTo(server.url).carry(leased);
      status = afterAttempt(leased, carried).status;
      leased = {
        ...leased,
        attempt: leased.attempt + 1,
        tries: leased.tries + 1,
        unknownBefore: leased.unknownBefore + 1,
      };
      if (status !== 'waiting') expect(status).toBe('unknown');
    }
    const ids = server.letters.map((letter) => /^Message-ID: (.+)$/im.exec(letter)?.[1]);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    const control = kept(await ScriptedSmtp.start(['cut', 'cut', 'cut', 'yes']));
    const mailer = new SmtpMailer({ url: control.url, from });
    for (let taken = false; !taken;) ({ taken } = await mailer.post({ to: delivery.to, subject: 'x', text: 'x' }));
    expect(control.letters).toHaveLength(4);
  });
});
