import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server that takes a letter as far as a script says, and then cuts the line: what libraries for servers do not do. */
export class ScriptedSmtp {
  /** Letters that were whole, whether it said so or not. */
  readonly letters: string[] = [];
  private readonly server;

  private constructor(
    /** What it does with each letter in turn once that is whole; the last again and again. */
    private readonly ends: readonly ('cut' | 'silence' | 'yes')[],
    /** Cuts the line when asked for this, before it answers. */
    private readonly cutsAt: string | null,
  ) {
    this.server = createServer((socket) => this.serve(socket));
  }

  static async start(
    ends: readonly ('cut' | 'silence' | 'yes')[],
    cutsAt: string | null = null,
  ): Promise<ScriptedSmtp> {
    const made = new ScriptedSmtp(ends, cutsAt);
    await new Promise<void>((resolve) => made.server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }

  private serve(socket: Socket): void {
    let [heard, inLetter] = ['', false];
    socket.on('error', () => undefined);
    socket.write('220 scripted\r\n');
    socket.on('data', (part) => {
      heard += part.toString('latin1');
      for (let end = heard.indexOf(inLetter ? '\r\n.\r\n' : '\r\n'); end >= 0;) {
        const said = heard.slice(0, end);
        heard = heard.slice(end + (inLetter ? 5 : 2));
        if (inLetter) this.whole(socket, said);
        else this.command(socket, said);
        inLetter = !inLetter && said === 'DATA';
        end = heard.indexOf(inLetter ? '\r\n.\r\n' : '\r\n');
      }
    });
  }

  private command(socket: Socket, said: string): void {
    if (this.cutsAt !== null && said.startsWith(this.cutsAt)) socket.destroy();
    else socket.write(said === 'DATA' ? '354 go on\r\n' : '250 yes\r\n');
  }

  private whole(socket: Socket, letter: string): void {
    const end = this.ends[Math.min(this.letters.length, this.ends.length - 1)];
    this.letters.push(letter);
    if (end === 'cut') socket.destroy();
    if (end === 'yes') socket.write('250 taken\r\n');
  }
}
