import { Link } from 'wouter';
import { useMay } from '../api/questions.js';
import type { OwnAccount } from '../api/types.js';
import { roleText } from '../people/people-words.js';
import { t } from '../words/words.js';

/** For whom one acts, and where it is entered how their organisation is written to. */
export function Whose({ account: { name, person, role, organisation } }: { readonly account: OwnAccount }) {
  const enters = useMay('putPostalAddress');
  return (
    <p>
      {t('{person} acts for {organisation} as {role}, and signs in as {name}.', {
        ...{ person, organisation: organisation.name, role: roleText(role).toLowerCase(), name },
      })}{' '}
      {enters && <Link href="/papers">{t('Where {name} is written to', { name: organisation.name })}</Link>}
    </p>
  );
}
