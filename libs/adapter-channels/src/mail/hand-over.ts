import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { connectionOf, type SmtpOptions } from '../smtp-server.js';

export interface Handing {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** What went wrong, and whether the server may have the letter all the same: it had asked for it, and did not say no. */
export interface NotHandedOver {
  readonly error: unknown;
  readonly perhaps: boolean;
}

const wholeMs = 30_000;

/**
 * Hands one letter to the server, and waits for its yes. Null: it has taken it. Never rejects. All of it within half a minute, so that a server which dribbles holds no
 * place for ever.
 */
export async function handOver(options: SmtpOptions, { from, to, bytes }: Handing): Promise<NotHandedOver | null> {
  const settings = connectionOf(options);
  const connection = new SMTPConnection(settings);
  const letter = noticed(bytes);
  try {
    await withinAll(connection, async () => {
      await step((done) => connection.connect(done));
      if ('auth' in settings) await step((done) => connection.login(settings.auth, done));
      await step((done) => connection.send({ from, to: [to] }, letter.stream, done));
    });
    connection.quit();
    return null;
  } catch (error) {
    connection.close();
    const answered = typeof (error as { responseCode?: unknown }).responseCode === 'number';
    return { error, perhaps: letter.asked() && !answered };
  }
}

/** Errors that come between two steps, and time that runs out, end whatever step is at hand. */
function withinAll(connection: SMTPConnection, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    const over = Object.assign(new Error('not within the time there is'), { code: 'ETIMEDOUT' });
    AbortSignal.timeout(wholeMs).addEventListener('abort', () => reject(over));
    work().then(resolve, reject);
  });
}

function step(begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => begin((error) => (error ? reject(error) : resolve())));
}

/** The connection reads the letter once the server has asked for it (354), and not before. */
function noticed(bytes: Buffer): { readonly stream: Readable; readonly asked: () => boolean } {
  let asked = false;
  const stream = new Readable({
    read() {
      asked = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return { stream, asked: () => asked };
}
