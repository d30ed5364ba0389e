import { useRef, useState } from 'react';
import { newKey } from '../act/send-command.js';
import type { Action } from '../api/types.js';
import { queueCommand, type Queueing } from '../offline/outbox.js';
import type { Trip } from '../offline/trip.js';
import { Sheet } from '../shell/sheet.js';
import { now } from '../time/now.js';
import { t } from '../words/words.js';
import { DelayForm } from './delay-form.js';
import { standingAction } from './standing-action.js';
import { TroubleSaid, type Recorded } from './trouble-said.js';
import { TroubleKinds } from './trouble-kinds.js';
import { commandOf, legOf, troubleBody, type TroubleKind } from './troubles.js';
import { wordsFor } from './trouble-words.js';

interface TroubleProps {
  readonly trip: Trip;
  readonly close: () => void;
  readonly act: (action: Action) => void;
}

/** Something goes wrong: the kind is pressed, and it is recorded with the time of the press. Only a delay is asked one thing more. */
export function TroubleSheet({ trip, close, act }: TroubleProps) {
  const [recorded, setRecorded] = useState<Recorded>();
  const [delayed, setDelayed] = useState<Action>();
  const [words, setWords] = useState('');
  // A second press may come before anything has been drawn anew: it is the same trouble.
  const pressed = useRef(false);
  const send = async (kind: TroubleKind, queueing: Queueing) => {
    setRecorded({ kind, queueing, sent: undefined });
    // Its time and words exist nowhere else: what is refused stays on the phone, seen or not.
    const sent = await queueCommand(queueing, () => false);
    setRecorded({ kind, queueing, sent });
  };
  const record = (kind: TroubleKind, action: Action, body: unknown) => {
    if (pressed.current) return;
    pressed.current = true;
    setDelayed(undefined);
    const { command, stageRevision: revision, label, stage } = action;
    void send(kind, { shipment: trip.shipment.id, command, revision, key: newKey(), body, label, stage });
  };
  const press = (kind: TroubleKind, action: Action) => {
    if (kind === 'delayed' && action.command === commandOf(kind)) return setDelayed(action);
    record(kind, action, troubleBody(kind, action, { ...wordsFor(kind, action, words), at: now() }));
  };
  const leg = delayed && legOf(delayed, trip.shipment);
  return (
    <Sheet title={t('Trouble')} about={t('One press records it, with the time now.')} close={close}>
      {recorded !== undefined && (
        <TroubleSaid {...{ recorded, trip, close, act }} again={() => void send(recorded.kind, recorded.queueing)} />
      )}
      {delayed !== undefined && leg !== undefined && (
        <DelayForm
          leg={leg}
          action={delayed}
          record={(body) => record('delayed', standingAction(delayed, trip.actions), body)}
        />
      )}
      {recorded === undefined && delayed === undefined && (
        <TroubleKinds trip={trip} words={words} setWords={setWords} press={press} />
      )}
    </Sheet>
  );
}
