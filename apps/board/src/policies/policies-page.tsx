import { Link } from 'wouter';
import { useMay, usePolicies } from '../api/questions.js';
import type { PolicyListed } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { ownZone } from '../time/now.js';
import { dateText } from '../time/zone.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';

/** The versions of the site's policy: who answers for each, and which open shipments are run by it. */
export function PoliciesPage() {
  const policies = usePolicies();
  useTitle(t('Policies'));
  return (
    <section className="register" aria-labelledby="policies-title">
      <div className="bar">
        <h1 id="policies-title">{t('Policies')}</h1>
        <small className="ink2">
          {t(
            'A version is never changed: another is made from it. A shipment goes on by its own until it adopts another.',
          )}
        </small>
        <Ways current={policies.data?.items.find((each) => each.current)?.version} />
      </div>
      <Asked what={t('the policies')} lines={3} query={policies}>
        {({ items }) => (
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{t('Version')}</th>
                <th scope="col">{t('Owner and approver')}</th>
                <th scope="col">{t('Entered')}</th>
                <th scope="col">{t('Open shipments run by it')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((policy) => (
                <Line key={policy.version} policy={policy} />
              ))}
            </tbody>
          </table>
        )}
      </Asked>
    </section>
  );
}

function Ways({ current }: { readonly current: string | undefined }) {
  const makes = useMay('addPolicy');
  return (
    <>
      <Link href="/rules" className="push">
        {t('Rules of borders')}
      </Link>
      <Link href="/label-codes">{t('Codes on labels')}</Link>
      <Link href="/papers">{t('Papers of the organisation')}</Link>
      {makes && current !== undefined && (
        <Link href={`/policies/${current}/new`} className="button first">
          {t('Make a version')}
        </Link>
      )}
    </>
  );
}

function Line({ policy }: { readonly policy: PolicyListed }) {
  const { version, current, owner, approver, createdAt, by, source } = policy;
  return (
    <tr>
      <th scope="row">
        <Link href={`/policies/${version}`}>{version}</Link>
        {current && <span className="status">{t('current')}</span>}
        <small className="block ink2">{source}</small>
      </th>
      <td data-title={t('Owner and approver')}>
        {owner}
        <small className="block ink2">{t('approved by {approver}', { approver })}</small>
      </td>
      <td data-title={t('Entered')}>
        {createdAt === null
          ? t('came with the software')
          : t('{date} by {by}', { date: dateText(Date.parse(createdAt), ownZone), by })}
      </td>
      <td data-title={t('Open shipments run by it')}>
        <Under shipments={policy.shipments} />
      </td>
    </tr>
  );
}

const FEW = 6;

function Under({ shipments }: Pick<PolicyListed, 'shipments'>) {
  if (shipments.length === 0) return <span className="ink2">{t('none')}</span>;
  return (
    <details open={shipments.length <= FEW}>
      <summary>{shipments.length}</summary>
      <ul className="inline-list">
        {shipments.map(({ id, reference }) => (
          <li key={id}>
            <Link href={`/shipments/${id}`}>{reference}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
