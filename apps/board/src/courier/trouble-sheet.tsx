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
import { actionFor, commandOf, legOf, troubleBody, troubleKinds, type TroubleKind } from './troubles.js';
import { defaultWords, troubleName } from './trouble-words.js';

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
  const press = (kind: TroubleKind, action: Action) =>
    kind === 'delayed' ? setDelayed(action) : record(kind, action, bodyNow(kind, action, words));
  const leg = delayed && legOf(delayed, trip.shipment);
  return (
    <Sheet title={t('Trouble')} about={t('One press records it, with the time now.')} close={close}>
      {recorded !== undefined && <TroubleSaid recorded={recorded} trip={trip} close={close} act={act} />}
      {delayed !== undefined && leg !== undefined && (
        <DelayForm
          leg={leg}
          action={delayed}
          record={(body) => record('delayed', standingAction(delayed, trip.actions), body)}
        />
      )}
      {recorded === undefined && delayed === undefined && (
        <Kinds trip={trip} words={words} setWords={setWords} press={press} />
      )}
    </Sheet>
  );
}

/** What is sent of a press: the time now, and the courier's own words where there are some. */
function bodyNow(kind: TroubleKind, action: Action, words: string): unknown {
  const said = words.trim() === '' ? {} : { reason: words.trim() };
  return troubleBody(kind, action, { ...defaultWords(kind, action), ...said, at: now() });
}

interface KindsProps {
  readonly trip: Trip;
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly press: (kind: TroubleKind, action: Action) => void;
}

function Kinds({ trip, words, setWords, press }: KindsProps) {
  return (
    <>
      <ul className="troubles">
        {troubleKinds.map((kind) => (
          <Kind key={kind} kind={kind} trip={trip} press={press} />
        ))}
      </ul>
      <label className="field">
        <span className="label">
          {t('In your words')} <span className="optional">{t('optional, before the press')}</span>
        </span>
        <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
    </>
  );
}

function Kind({ kind, trip, press }: Pick<KindsProps, 'trip' | 'press'> & { readonly kind: TroubleKind }) {
  const action = actionFor(kind, trip);
  if (action === undefined) {
    const why = trip.notNow.find(({ command }) => command === commandOf(kind))?.why;
    return (
      <li className="ink2">
        <strong>{troubleName(kind)}</strong> <small className="block">{t('Not now. {why}', { why: why ?? '' })}</small>
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="button wide big" onClick={() => press(kind, action)}>
        {troubleName(kind)}
        {action.subject !== null && <small className="block">{action.subject}</small>}
      </button>
      {action.consequences.map((follows) => (
        <small key={follows} className="block ink2">
          {follows}
        </small>
      ))}
    </li>
  );
}
