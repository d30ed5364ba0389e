import { useMemo, useState } from 'react';
import { ActForm } from '../act/act-form.js';
import { ownPlace } from '../act/places.js';
import { Failure } from '../api/client.js';
import type { LinkTask } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Asked } from '../shell/states.js';
import { useHash } from '../shell/use-hash.js';
import { useTitle } from '../shell/use-title.js';
import { sendByLink, useTaskByLink } from './by-link-requests.js';
import { formByLink, nameOfForm } from './link-form.js';
import { t } from '../words/words.js';

/** Where a link leads somebody without an account: the one form that is asked of them, and nothing else. */
export function ByLinkPage() {
  // What stands after # is sent to no server by itself: it is read here and goes in a header. An address without it is no link either.
  const token = useHash() || 'none';
  useTitle(t('A question to you'));
  return (
    <main className="by-link">
      <h1>CellRelay</h1>
      {/* Each link begins anew: nothing typed or sent by one is another's. */}
      <OneLink key={token} token={token} />
    </main>
  );
}

function OneLink({ token }: Pick<TaskProps, 'token'>) {
  const [sent, setSent] = useState(false);
  return sent ? <Thanks /> : <Task token={token} done={() => setSent(true)} />;
}

interface TaskProps {
  readonly token: string;
  readonly done: () => void;
}

function Task({ token, done }: TaskProps) {
  const task = useTaskByLink(token);
  if (task.data === undefined && isNoGood(task.error)) return <NoGood error={task.error} />;
  return (
    <Asked what={t('what is asked of you')} lines={3} query={task}>
      {(asked) => <TaskForm token={token} asked={asked} done={done} renew={task.refetch} />}
    </Asked>
  );
}

/** What the server has said of the link itself; asking again changes nothing. */
function isNoGood(error: Error | null): boolean {
  const status = error instanceof Failure ? error.status : 0;
  return status >= 400 && status < 429;
}

function Thanks() {
  return (
    <div role="status">
      <h2>{t('Thank you')}</h2>
      <p>{t('It is on record, and the coordination office sees it. This link is used up; you can close this page.')}</p>
    </div>
  );
}

function NoGood({ error }: { readonly error: Error | null }) {
  return (
    <div role="alert">
      <p>{error?.message}</p>
    </div>
  );
}

interface TaskFormProps extends TaskProps {
  readonly asked: LinkTask;
  readonly renew: () => Promise<unknown>;
}

function TaskForm({ token, asked, done, renew }: TaskFormProps) {
  const { reference, from, to, task, addressee, organisation, expiresAt, stageRevision } = asked;
  const action = useMemo(() => ({ ...asked, subject: null, ...formByLink(asked) }), [asked]);
  return (
    <>
      <p className="ink2">
        {addressee}, {organisation}
      </p>
      <h2>{task}</h2>
      <p>{t('Shipment {reference}, {city} → {city2}', { reference, city: from.city, city2: to.city })}</p>
      <ActForm
        form={nameOfForm(asked)}
        shipment=""
        action={action}
        revision={stageRevision}
        places={[from, to, ownPlace]}
        close={done}
        alone
        send={(sending) => sendByLink(token, sending)}
        renew={renew}
      />
      <p className="ink2 small">{t('This link is good until {moment}, once.', { moment: momentText(expiresAt) })}</p>
    </>
  );
}
