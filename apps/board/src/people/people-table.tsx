import type { Person } from '../api/types.js';
import { momentText } from './moment-text.js';
import { roleText } from './people-words.js';
import { t } from '../words/words.js';

interface PeopleTableProps {
  readonly items: readonly Person[];
  /** Undefined: these are not one's own to change. */
  readonly change: ((person: Person) => void) | undefined;
}

/** Everybody who has, or had, an account. */
export function PeopleTable({ items, change }: PeopleTableProps) {
  if (items.length === 0) return <p className="none">{t('Nobody has joined yet.')}</p>;
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('Person')}</th>
          <th scope="col">{t('Acts as')}</th>
          <th scope="col">{t('Second factor')}</th>
          <th scope="col">{t('Since')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((person) => (
          <PersonLine key={person.id} person={person} change={change} />
        ))}
      </tbody>
    </table>
  );
}

function PersonLine({ person, change }: { readonly person: Person } & Pick<PeopleTableProps, 'change'>) {
  const { name, role, courier, secondFactor, since, endedAt } = person;
  return (
    <tr>
      <th scope="row">
        {change === undefined || endedAt !== null ? (
          person.person
        ) : (
          <button type="button" className="plain" onClick={() => change(person)}>
            {person.person}
          </button>
        )}
        <small className="block ink2">{name}</small>
      </th>
      <td data-title={t('Acts as')}>
        {roleText(role)}
        {courier !== null && <small className="block ink2">{courier}</small>}
      </td>
      <td data-title={t('Second factor')}>{secondFactor ? 'set' : <span className="ink2">{t('not set')}</span>}</td>
      <td data-title={t('Since')}>
        {momentText(since)}
        {endedAt !== null && (
          <small className="block ink2">{t('ended {moment}', { moment: momentText(endedAt) })}</small>
        )}
      </td>
    </tr>
  );
}
