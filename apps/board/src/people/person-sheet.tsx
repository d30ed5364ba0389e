import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import type { Person, Role } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import { courierLine } from './invite-sheet.js';
import { orNull, roleChoices, roleText } from './people-words.js';
import { t } from '../words/words.js';

interface PersonSheetProps {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly close: () => void;
}

/** In what role somebody acts from now on, or that they have left. */
export function PersonSheet({ person, roles, close }: PersonSheetProps) {
  const client = useQueryClient();
  const [ending, setEnding] = useState(false);
  const params = { params: { path: { id: person.id } } };
  const changed = () => {
    void client.invalidateQueries({ queryKey: ['people'] });
    void client.invalidateQueries({ queryKey: ['me'] });
    close();
  };
  const change = async ({ role, courier }: Typed) =>
    bodyOf(
      await api.PUT('/api/v1/people/{id}/role', { ...params, body: { role: role as Role, courier: orNull(courier) } }),
    );
  return (
    <Sheet
      title={person.person}
      about={t('Signs in as {name}, acts as {role}', { name: person.name, role: roleText(person.role).toLowerCase() })}
      close={close}
    >
      {ending ? (
        <Ending person={person} changed={changed} leave={() => setEnding(false)} />
      ) : (
        <SmallForm
          lines={linesOf(person, roles)}
          button={t('Change the role')}
          busy={t('Changing…')}
          send={change}
          done={changed}
        >
          <button type="button" className="button quiet" onClick={() => setEnding(true)}>
            {t('End the account…')}
          </button>
        </SmallForm>
      )}
    </Sheet>
  );
}

interface EndingProps {
  readonly person: Person;
  readonly changed: () => void;
  readonly leave: () => void;
}

/** What follows from it, then the one confirming press. */
function Ending({ person: { id, person }, changed, leave }: EndingProps) {
  const end = async () => bodyOf(await api.DELETE('/api/v1/people/{id}', { params: { path: { id } } }));
  return (
    <>
      <p className="consequences">
        {t(
          '{person} is signed out everywhere at once, their programs’ tokens end, and the account is never opened again. What they have done stays in the logs.',
          { person },
        )}
      </p>
      <SmallForm lines={[]} button={t('End it for good')} busy={t('Ending…')} send={end} done={changed} grave>
        <button type="button" className="button quiet" onClick={leave}>
          {t('Leave it')}
        </button>
      </SmallForm>
    </>
  );
}

function linesOf({ role, courier }: Person, roles: readonly Role[]) {
  return [
    { name: 'role', label: t('Acts as'), choices: roleChoices(roles), start: role },
    ...(roles.includes('courier') ? [{ ...courierLine(), start: courier ?? '' }] : []),
  ];
}
