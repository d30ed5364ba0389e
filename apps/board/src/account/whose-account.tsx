import { Link } from 'wouter';
import { useMay } from '../api/questions.js';
import type { OwnAccount } from '../api/types.js';
import { roleText } from '../people/people-words.js';

/** For whom one acts, and where it is entered how their organisation is written to. */
export function Whose({ account: { name, person, role, organisation } }: { readonly account: OwnAccount }) {
  const enters = useMay('putPostalAddress');
  return (
    <p>
      {person} acts for {organisation.name} as {roleText(role).toLowerCase()}, and signs in as {name}.{' '}
      {enters && <Link href="/papers">Where {organisation.name} is written to</Link>}
    </p>
  );
}
