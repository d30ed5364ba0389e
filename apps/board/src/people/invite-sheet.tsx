import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { useInvitations } from '../api/people.js';
import type { PeoplePage, Role } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { LinkShown } from './link-shown.js';
import { orNull, roleChoices } from './people-words.js';

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
    <Sheet title="Invite somebody" about={`To act for ${page.organisation.name}`} close={close}>
      {told === undefined ? (
        <SmallForm lines={linesOf(page, byMail)} button="Invite" busy="Inviting…" send={send} done={done}>
          <button type="button" className="button quiet" onClick={close}>
            Leave
          </button>
        </SmallForm>
      ) : (
        <>
          <LinkShown told={told} />
          <div className="sheet-foot">
            <button type="button" className="button first" onClick={close}>
              Done
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}

function linesOf({ roles }: PeoplePage, byMail: boolean): readonly Line[] {
  return [
    { name: 'person', label: 'Name', hint: 'As it is to stand in logs', focus: true },
    { name: 'role', label: 'Acts as', choices: roleChoices(roles) },
    ...(roles.includes('courier') ? [courierLine] : []),
    {
      ...{ name: 'mail', label: 'Mail address', type: 'email', optional: true },
      hint: byMail
        ? 'The link goes there. Without an address it is shown to you.'
        : 'For your own list: this server sends no mail, and shows the link to you.',
    },
  ];
}

/** Which of the pool a courier is. */
export const courierLine: Line = {
  name: 'courier',
  label: 'Id in the pool of couriers',
  hint: 'For somebody who acts as courier',
  optional: true,
};
