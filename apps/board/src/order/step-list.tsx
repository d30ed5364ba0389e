import { Link } from 'wouter';
import type { StepName } from './acts.js';
import { steps, stepText } from './standing.js';
import type { InHand } from './use-set-up.js';

interface StepListProps {
  readonly hand: InHand;
  readonly base: string;
  readonly step: StepName;
}

/** Where one is, and how each step stands. Any of them can be gone to at any time. */
export function StepList({ hand: { acts, setUp, missing }, base, step }: StepListProps) {
  return (
    <nav className="order-steps" aria-label="Steps">
      <ol>
        {steps.map(({ name, label }, index) => {
          const text = stepText(name, acts, setUp, missing);
          return (
            <li key={name}>
              <Link href={`${base}?step=${name}`} aria-current={name === step ? 'step' : undefined}>
                <span>
                  {index + 1} {label}
                </span>
                {text !== '' && <small className={text === 'refused' ? 'danger' : 'ink2'}>{text}</small>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
