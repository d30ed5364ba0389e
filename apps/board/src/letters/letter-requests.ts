import { api, bodyOf } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { LetterInFull, Move, ReturnReason } from '../api/types.js';

const of = (id: string) => ({ params: { path: { id } } });

/** A letter with its words. Each call is a look that is on record; what comes back is kept by nothing but what shows it. */
export async function readLetter(id: string): Promise<LetterInFull> {
  return bodyOf(await api.GET('/api/v1/letters/{id}', of(id)));
}

/** What is said with a move. */
export interface MoveSaid {
  readonly text?: string;
  readonly reason?: ReturnReason;
  readonly note?: string;
}

/** Does something with a letter, on the revision that was read. */
export async function moveLetter(id: string, revision: number, move: Move, said: MoveSaid = {}): Promise<void> {
  const params = { path: { id }, header: { 'If-Match': `"${revision}"` } };
  doneOf(await api.POST('/api/v1/letters/{id}/moves', { params, body: { move, ...said } }));
}

/** Keeps a new draft. */
export async function writeLetter(shipment: string, subject: string, text: string): Promise<void> {
  doneOf(await api.POST('/api/v1/shipments/{id}/letters', { ...of(shipment), body: { subject, text } }));
}
