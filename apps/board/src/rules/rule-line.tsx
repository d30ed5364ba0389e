import { useState } from 'react';
import { useMay } from '../api/questions.js';
import type { BorderRule } from '../api/types.js';
import { calendarText } from '../time/named-day.js';
import { ConfirmSheet, WithdrawSheet } from './confirm-sheet.js';
import { confidenceWords, demandText, inForceText, paperWords, standingWords, whenText } from './rule-words.js';
import { t } from '../words/words.js';

interface RuleProps {
  readonly rule: BorderRule;
}

/** One rule: what it asks for, when, since when, and whether it prints. */
export function RuleLine({ rule }: RuleProps) {
  const demand = demandText(rule);
  return (
    <tr>
      <th scope="row">
        {paperWords[rule.demands.paper]}
        <small className="block ink2">{whenText(rule)}</small>
        <small className="block ink2 id">
          {rule.version > 1 ? t('{id}, version {version}', { id: rule.id, version: rule.version }) : rule.id}
        </small>
      </th>
      <td data-title={t('What it asks for')}>
        <ul className="rule-says">
          {rule.sentences.map(({ message, english }) => (
            <li key={message}>{english}</li>
          ))}
        </ul>
        {demand !== '' && <small className="block ink2">{demand}</small>}
      </td>
      <td data-title={t('In force')}>
        {inForceText(rule.inForce)}
        <Entered rule={rule} />
      </td>
      <td data-title={t('Read in')}>
        <Sources citations={rule.citations} />
      </td>
      <td data-title={t('Standing')}>
        <Standing rule={rule} />
      </td>
    </tr>
  );
}

function Entered({ rule: { entered } }: RuleProps) {
  if (entered === null) return null;
  return (
    <small className="block ink2">
      {t('your version, by {person}: {reason}', { person: entered.person, reason: entered.reason })}
    </small>
  );
}

/** Where rules were read, with the day. */
export function Sources({ citations }: Pick<BorderRule, 'citations'>) {
  return citations.map(({ title, address, asOf }) => (
    <small key={title} className="block">
      {address === null ? (
        title
      ) : (
        <a href={address} target="_blank" rel="noreferrer">
          {title}
        </a>
      )}{' '}
      <span className="ink2 nowrap">{calendarText(asOf)}</span>
    </small>
  ));
}

function Standing({ rule }: RuleProps) {
  const mayConfirm = useMay('confirmRule');
  const [doing, setDoing] = useState<'confirm' | 'withdraw'>();
  const close = () => setDoing(undefined);
  const { standing, confidence, confirmation } = rule;
  const acts = mayConfirm && confidence === 'V-';
  return (
    <>
      <span className={standing === 'confirm' ? 'warn' : standing === 'prints' ? '' : 'ink2'}>
        {standingWords[standing]}
      </span>
      <small className="block ink2">{confidenceWords[confidence]}</small>
      <ConfirmedBy confirmation={confirmation} />
      {acts && confirmation === null && (
        <button
          type="button"
          className="plain"
          aria-label={t('Confirm {id}', { id: rule.id })}
          onClick={() => setDoing('confirm')}
        >
          {t('Confirm')}
        </button>
      )}
      {acts && confirmation !== null && (
        <button
          type="button"
          className="plain"
          aria-label={t('Withdraw {id}', { id: rule.id })}
          onClick={() => setDoing('withdraw')}
        >
          {t('Withdraw')}
        </button>
      )}
      {doing === 'confirm' && <ConfirmSheet rule={rule} close={close} />}
      {doing === 'withdraw' && <WithdrawSheet rule={rule} close={close} />}
    </>
  );
}

/** Who confirmed it, when, and by what. */
function ConfirmedBy({ confirmation }: Pick<BorderRule, 'confirmation'>) {
  if (confirmation === null) return null;
  const { person, confirmedOn, source, until } = confirmation;
  return (
    <small className="block ink2">
      {until === null
        ? t('confirmed by {person}, {date}: {source}', { person, date: calendarText(confirmedOn), source })
        : t('confirmed by {person}, {date}: {source}; for trips until {until}', {
            ...{ person, date: calendarText(confirmedOn), source, until: calendarText(until) },
          })}
    </small>
  );
}
