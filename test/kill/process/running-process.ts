import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ApiAddress, Opening, Said, Strike, Told } from './messages.js';

/** The compiled one: a worker that is replaced must be back within a second. */
const program = path.resolve('dist/test/kill/process/relay-child.js');
const keptLines = 40;

type Answer = Extract<Said, { said: 'opened' | 'closed' | 'failed' }>;

/** A process that is told, killed, held and let go. */
export class RunningProcess {
  /** What it logged last, and what it said when it broke. */
  readonly lines: string[] = [];
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private gone = false;
  private mayEnd = false;
  private answered: ((answer: Answer) => void) | null = null;

  /** `stops` is told when it stops itself, `heard` of each line of its log, `surprised` when it ends by itself. */
  constructor(
    private readonly parts: {
      readonly stops: (process: RunningProcess) => void;
      readonly heard: (line: string) => void;
      readonly surprised: (sentence: string) => void;
    },
  ) {
    this.child = fork(program, [], { execArgv: ['--no-warnings'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.child.on('error', () => undefined);
    this.child.stderr?.on('data', (chunk: Buffer) => this.keep(chunk.toString()));
    this.child.on('message', (said: Said) => this.hear(said));
    this.ended = once(this.child, 'close').then((how) => this.end(how as [number | null, string | null]));
  }

  get isGone(): boolean {
    return this.gone;
  }

  /** Opens what a round works on; rejects when that cannot be opened or the process dies meanwhile. */
  async open(opening: Opening): Promise<ApiAddress | null> {
    const answer = await this.ask({ do: 'open', opening });
    return answer.said === 'opened' ? answer.address : null;
  }

  /** Closes it again, as a process does that is asked to end; what is being answered is waited for. */
  async close(): Promise<void> {
    await this.ask({ do: 'close' });
    this.mayEnd = false;
  }

  /** Dies, or stops, by itself at that point; null: not any more. */
  arm(strike: Strike | null): void {
    if (strike?.how === 'dies') this.mayEnd = true;
    this.tell({ do: 'arm', strike });
  }

  kill(): void {
    this.mayEnd = true;
    this.child.kill('SIGKILL');
  }

  hold(): void {
    this.child.kill('SIGSTOP');
  }

  letGo(): void {
    this.child.kill('SIGCONT');
  }

  private async ask(told: Told): Promise<Answer> {
    const answer = new Promise<Answer>((resolve) => (this.answered = resolve));
    this.tell(told);
    const found = await Promise.race([answer, this.ended]);
    if (found === undefined) throw new Error('the process ended');
    if (found.said === 'failed') throw new Error(found.reason);
    return found;
  }

  private tell(told: Told): void {
    if (this.child.connected) this.child.send(told, () => undefined);
  }

  private hear(said: Said): void {
    if (said.said === 'stops') this.parts.stops(this);
    else if (said.said === 'line') this.keep(said.line);
    else this.answered?.(said);
  }

  private keep(text: string): void {
    this.parts.heard(text);
    this.lines.push(text.trimEnd());
    this.lines.splice(0, this.lines.length - keptLines);
  }

  private end([code, signal]: [number | null, string | null]): void {
    this.gone = true;
    if (!this.mayEnd)
      this.parts.surprised(`a process ended by itself (${code ?? signal}): ${this.lines.slice(-5).join(' | ')}`);
  }
}
