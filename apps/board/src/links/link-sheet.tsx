import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { useActions } from '../api/questions.js';
import type { Action, LinkPage } from '../api/types.js';
import { LinkShown } from '../people/link-shown.js';
import { orNull } from '../people/people-words.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';
import { spans, taskText } from './link-words.js';
import { useLinksAgain } from './use-links.js';
import { t } from '../words/words.js';

interface LinkSheetProps {
  readonly shipment: string;
  readonly page: LinkPage;
  readonly close: () => void;
}

/** Makes a link for one of the tasks that can be done now, and shows it where no mail carries it. */
export function LinkSheet(props: LinkSheetProps) {
  const actions = useActions(props.shipment);
  return (
    <Sheet title={t('New link')} about={t('For one task, and somebody without an account')} close={props.close}>
      <Asked what={t('what can be done')} lines={3} query={actions}>
        {({ actions: open }) => <LinkForm {...props} open={open} />}
      </Asked>
    </Sheet>
  );
}

function LinkForm({ shipment, page, close, open }: LinkSheetProps & { readonly open: readonly Action[] }) {
  // As they stood when the form was opened: a choice is not to become another one under the hand.
  const [tasks] = useState(() => open.filter(({ command }) => page.commands.includes(command)));
  const [told, setTold] = useState<{ readonly link: string | null; readonly says: string }>();
  const again = useLinksAgain(shipment);
  const done = (answer: { readonly link: string | null; readonly says: string }) => {
    setTold(answer);
    void again();
  };
  if (told !== undefined) return <Shown told={told} close={close} />;
  if (tasks.length === 0) return <p>{t('Nothing that can be done now goes by a link.')}</p>;
  const send = (typed: Typed) => make(shipment, tasks, typed);
  return (
    <SmallForm
      lines={linesOf(tasks, page.byMail)}
      button={t('Make the link')}
      busy={t('Making…')}
      send={send}
      done={done}
    >
      <button type="button" className="button quiet" onClick={close}>
        {t('Leave')}
      </button>
    </SmallForm>
  );
}

function Shown({ told, close }: Pick<LinkSheetProps, 'close'> & Parameters<typeof LinkShown>[0]) {
  return (
    <>
      <LinkShown told={told} />
      <p className="hint">{t('Whoever has it can answer in their place, once. It can be revoked under Links.')}</p>
      <div className="sheet-foot">
        <button type="button" className="button first" onClick={close}>
          {t('Done')}
        </button>
      </div>
    </>
  );
}

async function make(shipment: string, tasks: readonly Action[], typed: Typed) {
  const { command, addressee = '', organisation = '', mail, hours } = typed;
  const task = tasks[Number(command)];
  const body = {
    ...{ command: task?.command ?? '', about: task?.prefill ?? {}, addressee, organisation, mail: orNull(mail) },
    hours: orNull(hours) === null ? null : Number(hours),
  };
  return bodyOf(await api.POST('/api/v1/shipments/{id}/links', { params: { path: { id: shipment } }, body }));
}

function linesOf(tasks: readonly Action[], byMail: boolean): readonly Line[] {
  return [
    { name: 'command', label: t('Task'), choices: tasks.map((task, at) => [String(at), taskText(task)] as const) },
    {
      name: 'addressee',
      label: t('For whom'),
      hint: t('In words, such as: night desk of airport security'),
      focus: true,
    },
    {
      name: 'organisation',
      label: t('Organisation'),
      hint: t('For which they state it, as it is to stand in the log'),
    },
    { name: 'hours', label: t('Good for'), choices: spans(), optional: true },
    {
      ...{ name: 'mail', label: t('Mail address'), type: 'email', optional: true },
      hint: byMail
        ? t('The link goes there. Without an address it is shown to you.')
        : t('For your own list: this server sends no mail, and shows the link to you.'),
    },
  ];
}
