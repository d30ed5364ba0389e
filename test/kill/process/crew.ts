import type { Opening } from './messages.js';
import { Post } from './post.js';
import { RunningProcess } from './running-process.js';

const workerCount = 3;

interface Told {
  /** Of a process that is about to stop itself. */
  readonly stops: (process: RunningProcess) => void;
  /** Of each line that one logs. */
  readonly heard: (line: string) => void;
}

/** One api and three workers, with one more that has loaded its program and waits for somebody to die. */
export class Crew {
  readonly workers: readonly Post[];
  readonly api: Post;
  /** What the processes had to say that nobody had asked for, of this round. */
  readonly surprises: string[] = [];
  private spare: RunningProcess | null = null;
  private ended = false;
  private told: Told = { stops: () => undefined, heard: () => undefined };

  constructor() {
    const fresh = (): RunningProcess => this.fresh();
    this.workers = Array.from({ length: workerCount }, () => new Post(fresh));
    this.api = new Post(fresh);
  }

  /** From now on these are told. */
  tell(told: Told): void {
    this.told = told;
  }

  /** Opens the round's servers in all of them. */
  async begin(opening: Omit<Opening, 'role'>): Promise<void> {
    this.surprises.length = 0;
    await Promise.all([
      this.api.begin({ ...opening, role: 'api' }),
      ...this.workers.map((post) => post.begin({ ...opening, role: 'worker' })),
    ]);
  }

  /** Closes them all; those that do not close are told of among the surprises. */
  async end(): Promise<void> {
    for (const ending of await Promise.allSettled(this.posts.map((post) => post.end())))
      if (ending.status === 'rejected') this.surprises.push(String(ending.reason));
  }

  /** Ends all processes for good. */
  async leave(): Promise<void> {
    this.ended = true;
    const all = [...this.posts.map((post) => post.process), ...(this.spare === null ? [] : [this.spare])];
    all.forEach((each) => each.kill());
    await Promise.all(all.map((each) => each.ended));
  }

  get posts(): readonly Post[] {
    return [this.api, ...this.workers];
  }

  private fresh(): RunningProcess {
    const next = this.spare === null || this.spare.isGone ? this.made() : this.spare;
    this.spare = this.ended ? null : this.made();
    return next;
  }

  private made(): RunningProcess {
    return new RunningProcess({
      stops: (process) => this.told.stops(process),
      heard: (line) => this.told.heard(line),
      surprised: (sentence) => this.surprises.push(sentence),
    });
  }
}
