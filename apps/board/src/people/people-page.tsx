import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useMe } from '../api/questions.js';
import { useInvitations, useOrganisations, usePeople } from '../api/people.js';
import type { PeoplePage as Page, Person } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { InvitationTable } from './invitation-table.js';
import { InviteSheet } from './invite-sheet.js';
import { LetterRuleLine } from './letter-rule-line.js';
import { OrganisationSheet } from './organisation-sheet.js';
import { PeopleTable } from './people-table.js';
import { kindText } from './people-words.js';
import { PersonSheet } from './person-sheet.js';
import { t } from '../words/words.js';

type Open = 'invite' | 'organisation' | Person;

/** An organisation's people: who acts for it in what role, who is invited, and who has left. */
export function PeoplePage() {
  const me = useMe().data;
  const [named, name] = useState<string>();
  const people = usePeople(named);
  const [open, setOpen] = useState<Open>();
  const runs = me?.role === 'administrator' && me.organisation.kind === 'operator';
  useTitle(t('People'));
  return (
    <section className="register people" aria-labelledby="people-title">
      <div className="bar">
        <h1 id="people-title">{t('People')}</h1>
        {runs && <OrganisationChoice own={me.organisation.id} named={named} name={name} />}
        {runs && (
          <button type="button" className="button push" onClick={() => setOpen('organisation')}>
            <Plus size={16} aria-hidden="true" /> {t('Make an organisation')}
          </button>
        )}
      </div>
      <Asked what={t('the people')} lines={3} query={{ ...people, data: people.data?.pages[0] }}>
        {(page) => (
          <>
            <Own page={page} invite={() => setOpen('invite')} />
            {page.organisation.kind === 'registry' && <LetterRuleLine organisation={page.organisation.id} />}
            <PeopleTable
              items={people.data?.pages.flatMap(({ items }) => items) ?? []}
              change={page.mayChange ? setOpen : undefined}
            />
            {people.hasNextPage && (
              <button type="button" className="button quiet" onClick={() => void people.fetchNextPage()}>
                {t('Show more')}
              </button>
            )}
            <Invited organisation={named} page={page} />
            <Sheets open={open} page={page} organisation={named} close={() => setOpen(undefined)} chosen={name} />
          </>
        )}
      </Asked>
    </section>
  );
}

function Own({ page, invite }: { readonly page: Page; readonly invite: () => void }) {
  const { organisation, total, mayInvite } = page;
  return (
    <div className="bar">
      <h2>{organisation.name}</h2>
      <span className="ink2">
        {kindText(organisation.kind)}, {total === 1 ? '1 person' : t('{total} people', { total })}
      </span>
      {mayInvite ? (
        <button type="button" className="button first push" onClick={invite}>
          <Plus size={16} aria-hidden="true" /> {t('Invite somebody')}
        </button>
      ) : (
        <small className="ink2 push">{t('Its own administrators invite its people.')}</small>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly own: string;
  readonly named: string | undefined;
  readonly name: (organisation: string | undefined) => void;
}

function OrganisationChoice({ own, named, name }: ChoiceProps) {
  const { data = [] } = useOrganisations(true);
  return (
    <select aria-label={t('Organisation')} value={named ?? own} onChange={({ target: { value } }) => name(value)}>
      {data.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </select>
  );
}

function Invited({ organisation, page }: { readonly organisation: string | undefined; readonly page: Page }) {
  const invitations = useInvitations(organisation);
  if (invitations.data?.items.length === 0) return null;
  return (
    <section aria-labelledby="invited-title">
      <h2 id="invited-title">{t('Invited')}</h2>
      <Asked what={t('the invitations')} lines={1} query={invitations}>
        {({ items, byMail }) => <InvitationTable items={items} byMail={byMail} mayChange={page.mayInvite} />}
      </Asked>
    </section>
  );
}

interface SheetsProps {
  readonly open: Open | undefined;
  readonly page: Page;
  readonly organisation: string | undefined;
  readonly close: () => void;
  readonly chosen: (organisation: string) => void;
}

function Sheets({ open, page, organisation, close, chosen }: SheetsProps) {
  if (open === undefined) return null;
  if (open === 'organisation') return <OrganisationSheet close={close} made={chosen} />;
  if (open === 'invite') return <InviteSheet page={page} organisation={organisation} close={close} />;
  return <PersonSheet person={open} roles={page.roles} close={close} />;
}
