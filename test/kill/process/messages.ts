import type { StorePoint } from '@cellrelay/adapter-postgres';
import type { FaultPoint } from '@cellrelay/use-cases';

/** What a process is for. */
export type Role = 'worker' | 'api';

/** What a process works on for one round. */
export interface Opening {
  readonly role: Role;
  readonly urls: { readonly apiUrl: string; readonly workerUrl: string };
  readonly redisUrl: string | null;
  /** Where the desks of examples are asked. */
  readonly deskUrl: string;
}

/** Where an api answers, and who may sign in. */
export interface ApiAddress {
  readonly url: string;
  readonly account: { readonly name: string; readonly password: string };
}

/** The so-manieth time that a process comes to a point, or the so-manieth statement that it sends, it dies, or stops until it is let go. */
export interface Strike {
  readonly at: FaultPoint | StorePoint | 'statement';
  readonly count: number;
  readonly how: 'dies' | 'stops';
}

/** What a process is told. */
export type Told =
  | { readonly do: 'open'; readonly opening: Opening }
  | { readonly do: 'close' }
  | { readonly do: 'arm'; readonly strike: Strike | null };

/** What a process says. */
export type Said =
  | { readonly said: 'opened'; readonly address: ApiAddress | null }
  | { readonly said: 'closed' }
  | { readonly said: 'failed'; readonly reason: string }
  /** It stops itself right after this. */
  | { readonly said: 'stops' }
  | { readonly said: 'line'; readonly line: string };
