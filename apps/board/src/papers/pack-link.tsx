import { packAddress } from './use-papers.js';

interface PackProps {
  readonly shipment: string;
  readonly plan: number;
  /** Nothing else presses more. */
  readonly first: boolean;
}

/** All valid papers of a plan in one file, in a new tab. */
export function PackLink({ shipment, plan, first }: PackProps) {
  return (
    <a
      className={first ? 'button first' : 'button'}
      href={packAddress(shipment, plan)}
      target="_blank"
      rel="noreferrer"
    >
      Pack as one PDF<span className="unseen"> of plan {plan}, in a new tab</span>
    </a>
  );
}
