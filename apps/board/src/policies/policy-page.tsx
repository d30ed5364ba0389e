import { Link, useSearchParams } from 'wouter';
import { useMay, usePolicies, usePolicy } from '../api/questions.js';
import type { PolicyInFull } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { byGroup, compared, type Compared } from './compare.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';

/** What one version says, figure by figure with its source, and what another says otherwise. */
export function PolicyPage({ version }: { readonly version: string }) {
  const policy = usePolicy(version);
  const [search, setSearch] = useSearchParams();
  const makes = useMay('addPolicy');
  const against = search.get('against') ?? '';
  useTitle(t('Policy {version}', { version }));
  return (
    <section className="register" aria-labelledby="policy-title">
      <p className="crumbs">
        <Link href="/policies">{t('Policies')}</Link> / {version}
      </p>
      <div className="bar">
        <h1 id="policy-title">{t('Policy {version}', { version })}</h1>
        <Against own={version} chosen={against} choose={(other) => setSearch(other === '' ? {} : { against: other })} />
        {makes && (
          <Link href={`/policies/${version}/new`} className="button">
            {t('Make a version from it')}
          </Link>
        )}
      </div>
      <Asked what={t('the policy')} lines={8} query={policy}>
        {(shown) => (
          <>
            <p className="ink2">
              {t('Owner {owner}, approved by {approver}. {source}.', {
                owner: shown.owner,
                approver: shown.approver,
                source: shown.source,
              })}
            </p>
            <Figures policy={shown} against={against} />
          </>
        )}
      </Asked>
    </section>
  );
}

interface AgainstProps {
  readonly own: string;
  readonly chosen: string;
  readonly choose: (version: string) => void;
}

function Against({ own, chosen, choose }: AgainstProps) {
  const { data } = usePolicies();
  const others = (data?.items ?? []).filter(({ version }) => version !== own);
  if (others.length === 0)
    return <small className="ink2 push">{t('There is no other version to compare it with.')}</small>;
  return (
    <label className="inline push">
      {t('Compare with')}
      <select value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('nothing')}</option>
        {others.map(({ version }) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
}

function Figures({ policy, against }: { readonly policy: PolicyInFull; readonly against: string }) {
  return against === '' ? (
    <Groups lines={compared(policy.figures, policy.figures)} other={null} />
  ) : (
    <Differences policy={policy} against={against} />
  );
}

function Differences({ policy, against }: { readonly policy: PolicyInFull; readonly against: string }) {
  const other = usePolicy(against);
  return (
    <Asked what={t('policy {against}', { against })} lines={4} query={other}>
      {({ figures }) => {
        const lines = compared(policy.figures, figures).filter(({ how }) => how !== 'like');
        return lines.length === 0 ? (
          <p className="none">{t('Both say the same in every figure.')}</p>
        ) : (
          <>
            <p>
              {t(
                '{count, plural, one {# figure is} other {# figures are}} otherwise in {against}. The rest is the same and is not shown.',
                { count: lines.length, against },
              )}
            </p>
            <Groups lines={lines} other={against} />
          </>
        );
      }}
    </Asked>
  );
}

function Groups({ lines, other }: { readonly lines: readonly Compared[]; readonly other: string | null }) {
  return (
    <>
      <Marks />
      {byGroup(lines).map(({ group, lines: own }) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <table className="cards policy">
            <thead>
              <tr>
                <th scope="col">{t('Figure')}</th>
                <th scope="col">{other === null ? t('Value') : t('Here')}</th>
                {other !== null && <th scope="col">{t('In {other}', { other })}</th>}
                <th scope="col">{t('Source')}</th>
              </tr>
            </thead>
            <tbody>
              {own.map((line) => (
                <Line key={line.figure.key} line={line} other={other} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function Line({ line, other }: { readonly line: Compared; readonly other: string | null }) {
  const { figure, how } = line;
  const absent = <span className="ink2">{t('says nothing')}</span>;
  return (
    <tr>
      <th scope="row">{figure.title}</th>
      <td data-title={other === null ? t('Value') : t('Here')}>{how === 'only-there' ? absent : figure.value}</td>
      {other !== null && (
        <td data-title={t('In {other}', { other })}>{line.other === null ? absent : line.other.value}</td>
      )}
      <td data-title={t('Source')} className="small">
        <abbr className="status" title={marks()[figure.mark]}>
          {figure.mark}
        </abbr>{' '}
        <span className="ink2">{figure.source}</span>
      </td>
    </tr>
  );
}

const marks = () =>
  ({
    V: t('read in its source'),
    'V-': t('read in part, or at second hand'),
    C: t('worked out from others'),
    G: t('general knowledge, not checked'),
    site: t('the site’s own choice'),
  }) as const;

/** How sure a figure is, said once above all of them. */
function Marks() {
  return (
    <p className="small ink2 marks">
      {Object.entries(marks()).map(([mark, says]) => (
        <span key={mark}>
          <strong>{mark}</strong> {says}
        </span>
      ))}
    </p>
  );
}
