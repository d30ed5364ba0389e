import { useState } from 'react';
import { useMay } from '../api/questions.js';
import type { BorderRule } from '../api/types.js';
import { dateText } from '../couriers/papers.js';
import { ConfirmSheet, WithdrawSheet } from './confirm-sheet.js';
import { confidenceWords, demandText, inForceText, paperWords, standingWords, whenText } from './rule-words.js';

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
          {rule.id}
          {rule.version > 1 && `, version ${rule.version}`}
        </small>
      </th>
      <td data-title="What it asks for">
        <ul className="rule-says">
          {rule.sentences.map(({ message, english }) => (
            <li key={message}>{english}</li>
          ))}
        </ul>
        {demand !== '' && <small className="block ink2">{demand}</small>}
      </td>
      <td data-title="In force">
        {inForceText(rule.inForce)}
        <Entered rule={rule} />
      </td>
      <td data-title="Read in">
        <Sources citations={rule.citations} />
      </td>
      <td data-title="Standing">
        <Standing rule={rule} />
      </td>
    </tr>
  );
}

function Entered({ rule: { entered } }: RuleProps) {
  if (entered === null) return null;
  return (
    <small className="block ink2">
      your version, by {entered.person}: {entered.reason}
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
      <span className="ink2 nowrap">{dateText(asOf)}</span>
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
        <button type="button" className="plain" aria-label={`Confirm ${rule.id}`} onClick={() => setDoing('confirm')}>
          Confirm
        </button>
      )}
      {acts && confirmation !== null && (
        <button type="button" className="plain" aria-label={`Withdraw ${rule.id}`} onClick={() => setDoing('withdraw')}>
          Withdraw
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
      confirmed by {person}, {dateText(confirmedOn)}: {source}
      {until !== null && `; for trips until ${dateText(until)}`}
    </small>
  );
}
