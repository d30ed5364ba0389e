import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { useInvitations } from '../api/people.js';
import type { PeoplePage, Role } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { LinkShown } from './link-shown.js';
import { orNull, roleChoices } from './people-words.js';
import { t } from '../words/words.js';

interface InviteSheetProps {
  readonly page: PeoplePage;
  readonly organisation: string | undefined;
  readonly close: () => void;
}

/** Invites somebody, and shows the link where no mail carries it. */
export function InviteSheet({ page, organisation, close }: InviteSheetProps) {
  const client = useQueryClient();
  const byMail = useInvitations(organisation).data?.byMail === true;
  const [told, setTold] = useState<{ readonly link: string | null; readonly says: string }>();
  const send = async ({ person = '', role, courier, mail }: Typed) => {
    const given = { person, role: role as Role, courier: orNull(courier), mail: orNull(mail) };
    return bodyOf(await api.POST('/api/v1/invitations', { body: { ...given, organisation: organisation ?? null } }));
  };
  const done = (answer: { link: string | null; says: string }) => {
    setTold(answer);
    void client.invalidateQueries({ queryKey: ['invitations'] });
  };
  return (
    <Sheet title={t('Invite somebody')} about={t('To act for {name}', { name: page.organisation.name })} close={close}>
      {told === undefined ? (
        <SmallForm lines={linesOf(page, byMail)} button={t('Invite')} busy={t('Inviting…')} send={send} done={done}>
          <button type="button" className="button quiet" onClick={close}>
            {t('Leave')}
          </button>
        </SmallForm>
      ) : (
        <>
          <LinkShown told={told} />
          <div className="sheet-foot">
            <button type="button" className="button first" onClick={close}>
              {t('Done')}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}

function linesOf({ roles }: PeoplePage, byMail: boolean): readonly Line[] {
  return [
    { name: 'person', label: t('Name'), hint: t('As it is to stand in logs'), focus: true },
    { name: 'role', label: t('Acts as'), choices: roleChoices(roles) },
    ...(roles.includes('courier') ? [courierLine()] : []),
    {
      ...{ name: 'mail', label: t('Mail address'), type: 'email', optional: true },
      hint: byMail
        ? t('The link goes there. Without an address it is shown to you.')
        : t('For your own list: this server sends no mail, and shows the link to you.'),
    },
  ];
}

/** Which of the pool a courier is. */
export const courierLine = (): Line => ({
  name: 'courier',
  label: t('Id in the pool of couriers'),
  hint: t('For somebody who acts as courier'),
  optional: true,
});
