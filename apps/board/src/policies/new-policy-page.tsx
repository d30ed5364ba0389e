import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { FieldView } from '../act/fields/field-view.js';
import { FormContext, type FormSurroundings } from '../act/form-context.js';
import { faultsIn } from '../act/sent.js';
import { SentText } from '../act/sent-text.js';
import { usePolicies, usePolicy } from '../api/questions.js';
import type { PolicyInFull } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { versionFields, type Change } from './changed-policy.js';
import { FigureGroups } from './figure-groups.js';
import { usePolicyForm } from './use-policy-form.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

/** A new version of the policy, made from one that is there: its values, their sources, and who answers for them. */
export function NewPolicyPage({ from }: { readonly from: string }) {
  const policy = usePolicy(from);
  useTitle(t('New version from {from}', { from }));
  return (
    <section className="register new-policy" aria-labelledby="new-policy-title">
      <p className="crumbs">
        {rich('{link} / {link2} / new version', {
          link: <Link href="/policies">{t('Policies')}</Link>,
          link2: <Link href={`/policies/${from}`}>{from}</Link>,
        })}
      </p>
      <div className="bar">
        <h1 id="new-policy-title">{t('New version of the policy')}</h1>
        <StartFrom from={from} />
      </div>
      <p className="ink2">
        {t(
          'Shipments that are opened from then on are run by it. Those that are open go on by their own until they adopt it. What you type is kept in this tab until it is entered.',
        )}
      </p>
      <Asked what={t('the policy')} lines={8} query={policy}>
        {(shown) => <Form policy={shown} />}
      </Asked>
    </section>
  );
}

function StartFrom({ from }: { readonly from: string }) {
  const { data } = usePolicies();
  const [, go] = useLocation();
  return (
    <label className="inline push">
      {t('Start from')}
      <select value={from} onChange={(event) => go(`/policies/${event.target.value}/new`)}>
        {(data?.items ?? [{ version: from }]).map(({ version }) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
}

function Form({ policy }: { readonly policy: PolicyInFull }) {
  const [, go] = useLocation();
  const form = usePolicyForm(policy, (version) => go(`/policies/${version}?against=${policy.version}`));
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.turn > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.turn]);
  const shown = [...versionFields(), ...form.figures.flatMap(({ fields }) => fields)].map(({ name }) => name);
  return (
    <FormContext value={surroundingsOf(form)}>
      <form ref={element} noValidate onSubmit={form.submit}>
        <FigureGroups {...form} />
        <Differences from={policy.version} changes={form.changes} tried={form.turn > 0} />
        <Version form={form} />
        <SentText sent={form.sent} shown={shown} confirm={() => undefined} />
        <Foot form={form} from={policy.version} />
      </form>
    </FormContext>
  );
}

type PolicyForm = ReturnType<typeof usePolicyForm>;

function surroundingsOf({ sent, wrong }: PolicyForm): FormSurroundings {
  const faults = faultsIn(sent);
  return { places: [], wrong, faults, airports: {}, learnAirports: () => undefined };
}

interface DifferencesProps {
  readonly from: string;
  readonly changes: readonly Change[];
  readonly tried: boolean;
}

/** What the new version says otherwise, before it is entered. */
function Differences({ from, changes, tried }: DifferencesProps) {
  return (
    <section aria-labelledby="differs-title">
      <h2 id="differs-title">{t('What differs from {from}', { from })}</h2>
      {changes.length === 0 ? (
        <p className={tried ? 'said danger' : 'none'} role={tried ? 'alert' : undefined}>
          {t('Nothing yet: open a figure above and change it.')}
        </p>
      ) : (
        <ul className="differences">
          {changes.map((change) => (
            <Differing key={change.pointer} {...change} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Differing({ title, before, after, sourceStays }: Change) {
  return (
    <li>
      <span>{title}</span>
      <span>
        <s className="ink2">{before}</s> <strong>{after}</strong>
        {sourceStays && <small className="block ink2">{t('Source and mark are still those of the old value.')}</small>}
      </span>
    </li>
  );
}

function Version({ form }: { readonly form: PolicyForm }) {
  return (
    <section aria-labelledby="version-title" className="version">
      <h2 id="version-title">{t('The version')}</h2>
      {versionFields().map((field) => (
        <FieldView
          key={field.name}
          field={field}
          at={field.name}
          draft={form.drafts[field.name]}
          change={(draft) => form.change(field.name, draft)}
        />
      ))}
    </section>
  );
}

function Foot({ form, from }: { readonly form: PolicyForm; readonly from: string }) {
  return (
    <div className="sheet-foot">
      <button type="submit" className="button first" aria-disabled={form.busy}>
        {form.busy ? t('Entering…') : t('Enter the version')}
      </button>
      <Link href={`/policies/${from}`} className="button quiet">
        {t('Leave, keep what is typed')}
      </Link>
      <button type="button" className="plain" onClick={form.beginAnew}>
        {t('Begin anew')}
      </button>
    </div>
  );
}
