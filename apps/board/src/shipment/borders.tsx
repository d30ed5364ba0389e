import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../api/questions.js';
import type { Shipment, TripRule, TripRules } from '../api/types.js';
import { Sources } from '../rules/rule-line.js';
import { byBorder, countText, outcomeWords, paperWords } from '../rules/rule-words.js';
import { useTripRules, type Markers } from '../rules/use-rules.js';
import { Asked } from '../shell/states.js';
import { t } from '../words/words.js';

/** What the borders of the plans ask for: what prints, what is to be confirmed first, and which facts are missing. */
export function Borders({ shipment }: { readonly shipment: Shipment }) {
  const may = useMay('getTripRules');
  const [markers, say] = useState<Markers>('');
  const rules = useTripRules(shipment.id, markers, shipment.revision);
  if (!may || shipment.plans.length === 0) return null;
  return (
    <section aria-labelledby="borders-title">
      <div className="bar">
        <h2 id="borders-title">{t('What the borders ask for')}</h2>
        <Link href="/rules" className="small">
          {t('All rules')}
        </Link>
        <label className="push small">
          <span className="ink2">{t('Donor’s infectious markers')} </span>
          <select value={markers} onChange={({ target: { value } }) => say(value as Markers)}>
            <option value="">{t('not said')}</option>
            <option value="negative">{t('all negative')}</option>
            <option value="positive">{t('one positive')}</option>
          </select>
        </label>
      </div>
      <Asked what={t('what the borders ask for')} lines={2} query={rules}>
        {(told) => <Told told={told} />}
      </Asked>
    </section>
  );
}

function Told({ told }: { readonly told: TripRules }) {
  return (
    <>
      {told.notes.map(({ english }) => (
        <p key={english} className="rule-note">
          {english}
        </p>
      ))}
      {byBorder(told.items).map(([border, rules]) => (
        <details key={border} className="fold border-rules">
          <summary>
            {border} <small className="ink2">{countText(rules)}</small>
          </summary>
          <Border rules={rules} />
        </details>
      ))}
    </>
  );
}

const order: readonly TripRule['outcome'][] = ['fact-missing', 'confirm', 'prints', 'out-of-force'];

/** What is still to be done comes first. */
function Border({ rules }: { readonly rules: readonly TripRule[] }) {
  const sorted = [...rules].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return (
    <ul className="border-list">
      {sorted.map((rule) => (
        <li key={`${rule.id} ${rule.outcome} ${rule.days.join(' ')}`}>
          <RuleTold rule={rule} />
        </li>
      ))}
    </ul>
  );
}

function RuleTold({ rule }: { readonly rule: TripRule }) {
  const { outcome, sentences, demands, why, task, citations } = rule;
  const waits = outcome === 'confirm' || outcome === 'fact-missing';
  return (
    <>
      <p>
        <strong>{paperWords[demands.paper]}</strong>{' '}
        <span className={`status ${waits ? 'warn' : ''}`}>{outcomeWords[outcome]}</span>
      </p>
      <p className={outcome === 'prints' ? undefined : 'ink2'}>{sentences.map(({ english }) => english).join(' ')}</p>
      {task !== null && <p className="warn">{task}</p>}
      <small className="block ink2">{why}</small>
      <Sources citations={citations} />
    </>
  );
}
