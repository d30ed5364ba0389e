import createClient from 'openapi-fetch';
import { learnServerClock } from '../time/now.js';
import type { paths } from './types.gen.js';
import { refusalOf, type Refusal } from './refusal.js';
import { t } from '../words/words.js';

/** An answer that was not what was asked for: the server's refusal in its own words, or that it could not be reached. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.detail);
  }
}

const listeners = new Set<() => void>();

/** Calls back whenever an answer says that nobody is signed in. Answers the way to stop. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that the session has ended. */
export function signedOut(): void {
  listeners.forEach((listen) => listen());
}

const hearers = new Set<(reached: boolean) => void>();

/** Calls back after each request with whether the server was reached. Answers the way to stop. */
export function onReached(hearer: (reached: boolean) => void): () => void {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

const heard = (reached: boolean) => hearers.forEach((hear) => hear(reached));

/** One request, with the server's clock learnt on the way. Throws a {@link Failure} only when the network does not answer. */
export async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const askedAt = Date.now();
  const response = await fetch(input, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    heard(false);
    throw new Failure(0, {
      code: 'no-answer',
      title: t('No answer'),
      detail: t('The server did not answer.'),
      fields: [],
      allowed: [],
      standsIfConfirmed: false,
    });
  });
  heard(true);
  learnServerClock(response.headers.get('date'), askedAt);
  if (response.status === 401) signedOut();
  return response;
}

/** The typed way to ask questions. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: (request) => ask(request) });

/** The body of an answer, or the refusal thrown. */
export function bodyOf<Body>(answer: { data?: Body; error?: unknown; response: Response }): Body {
  if (answer.data !== undefined && answer.response.ok) return answer.data;
  throw new Failure(answer.response.status, refusalOf(answer.response.status, answer.error));
}
