import { useCallback, useEffect, useRef } from 'react';
import type { Sending, Sent } from '../act/sent.js';
import { useMe } from '../api/questions.js';
import type { Action } from '../api/types.js';
import { queueCommand } from './outbox.js';
import { carries } from './whose-phone.js';

/** How a form of this action is sent by whoever carries: by way of the phone. For all others there is no such way. */
export function useQueueing({ label, stage }: Pick<Action, 'label' | 'stage'>) {
  const me = useMe().data;
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const send = useCallback(
    (sending: Sending): Promise<Sent> => queueCommand({ ...sending, label, stage }, () => there.current),
    [label, stage],
  );
  return me != null && carries(me) ? send : undefined;
}
