import { packAddress } from './use-papers.js';
import { t } from '../words/words.js';

interface PackProps {
  readonly shipment: string;
  readonly plan: number;
  /** How many of the plan's papers are in it, and how many there are: a pack that leaves some out is not to look like a whole one. */
  readonly valid: number;
  readonly all: number;
  /** Nothing else presses more. */
  readonly first: boolean;
}

/** All valid papers of a plan in one file, in a new tab. */
export function PackLink({ shipment, plan, valid, all, first }: PackProps) {
  return (
    <a
      className={first && valid === all ? 'button first' : 'button'}
      href={packAddress(shipment, plan)}
      target="_blank"
      rel="noreferrer"
    >
      {t('Pack as one PDF')}
      {valid < all && ` ${t('({valid} of {all})', { valid, all })}`}
      <span className="unseen"> {t('of plan {plan}, in a new tab', { plan })}</span>
    </a>
  );
}
