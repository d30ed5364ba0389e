import { api, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';
import { hasEnded, type Here } from './here.js';
import { forgetMe, forgetTrips, whileLeaving } from './whose-phone.js';

/** Ends the session by its owner's word, takes their trips off the phone, and forgets who they were. Rejects where it may go on; one that the server has ended needs no answer. */
export function endSession(me: Here): Promise<void> {
  return whileLeaving(async () => {
    await ended(me);
    await forgetTrips(null).catch(() => undefined);
    await forgetMe();
  });
}

async function ended(me: Here): Promise<void> {
  try {
    const { response, error } = await api.DELETE('/api/v1/session');
    if (!hasEnded(response)) throw new Failure(response.status, refusalOf(response.status, error));
  } catch (error) {
    if (me.lost !== true) throw error;
  }
}
