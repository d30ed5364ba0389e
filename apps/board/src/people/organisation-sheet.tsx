import { useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import type { Organisation } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import { kindChoices } from './people-words.js';
import { t } from '../words/words.js';

interface OrganisationSheetProps {
  readonly close: () => void;
  readonly made: (id: string) => void;
}

/** Makes an organisation, and goes on to its people. */
export function OrganisationSheet({ close, made }: OrganisationSheetProps) {
  const client = useQueryClient();
  const send = async ({ name = '', kind }: Typed) =>
    bodyOf(
      await api.POST('/api/v1/organisations', {
        body: { name, kind: kind as Exclude<Organisation['kind'], 'operator'> },
      }),
    );
  const done = async ({ id }: Organisation) => {
    await client.invalidateQueries({ queryKey: ['organisations'] });
    made(id);
    close();
  };
  return (
    <Sheet
      title={t('Make an organisation')}
      about={t('Then invite its administrator, who invites the others')}
      close={close}
    >
      <SmallForm
        lines={[
          { name: 'name', label: t('Name', {}, 'organisation'), focus: true },
          { name: 'kind', label: t('Kind'), choices: kindChoices() },
        ]}
        button={t('Make it')}
        busy={t('Making…')}
        send={send}
        done={(answer) => void done(answer)}
      >
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </SmallForm>
    </Sheet>
  );
}
