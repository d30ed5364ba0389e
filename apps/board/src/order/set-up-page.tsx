import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { StepName } from './acts.js';
import { CopiedLine } from './copied-line.js';
import { CourierStep } from './courier-step.js';
import { DatesStep } from './dates-step.js';
import { OrderStep } from './order-step.js';
import { PartiesStep } from './parties-step.js';
import { PlansStep } from './plans-step.js';
import { StepList } from './step-list.js';
import type { StepProps } from './step-props.js';
import { SummaryStep } from './summary-step.js';
import { steps } from './standing.js';
import type { InHand } from './use-set-up.js';
import { useSendAll } from './use-send-all.js';

const forms: Readonly<Record<Exclude<StepName, 'summary'>, (props: StepProps) => ReactNode>> = {
  order: OrderStep,
  parties: PartiesStep,
  dates: DatesStep,
  courier: CourierStep,
  plans: PlansStep,
};

/** The step that an address names; an unknown one is the first. */
function useStep(first: StepName): StepName {
  const [params] = useSearchParams();
  const said = params.get('step');
  return steps.find(({ name }) => name === said)?.name ?? first;
}

interface SetUpFormProps {
  readonly hand: InHand;
  /** The address of the steps. */
  readonly base: string;
  readonly title: string;
  /** What stands beside the title: ways to begin otherwise. */
  readonly children: ReactNode;
}

/** One step at a time, beside the list of all. Enter goes on; nothing is sent but in the summary. */
export function SetUpForm({ hand, base, title, children }: SetUpFormProps) {
  const step = useStep(hand.setUp.opened ? 'summary' : 'order');
  const at = steps.findIndex(({ name }) => name === step);
  const heading = useFocusOn(step);
  const all = useSendAll(hand);
  const [, go] = useLocation();
  const next = steps[at + 1];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next === undefined) return void all.send();
    hand.put({ ...hand.setUp, left: [...new Set([...hand.setUp.left, step])] });
    go(`${base}?step=${next.name}`);
  };
  return (
    <section className="order" aria-labelledby="order-title">
      <div className="bar">
        <h1 id="order-title">{title}</h1>
        {children}
      </div>
      <CopiedLine copied={hand.setUp.opened ? null : hand.setUp.copied} />
      {!hand.kept && <p className="said danger">This browser keeps nothing now: a reload loses what is typed.</p>}
      <div className="order-columns">
        <StepList hand={hand} base={base} step={step} />
        <form noValidate onSubmit={submit} aria-labelledby="step-title">
          <h2 id="step-title" ref={heading} tabIndex={-1}>
            {steps[at]?.label}
          </h2>
          <StepBody hand={hand} step={step} base={base} />
          {next === undefined && all.said}
          <Foot hand={hand} base={base} at={at} label={next === undefined ? all.label : `Next: ${next.label}`} />
        </form>
      </div>
    </section>
  );
}

function StepBody({ hand, step, base }: { readonly hand: InHand; readonly step: StepName; readonly base: string }) {
  if (step === 'summary') return <SummaryStep hand={hand} base={base} />;
  const Form = forms[step];
  return <Form key={step} hand={hand} tried={hand.setUp.left.includes(step)} />;
}

interface FootProps {
  readonly hand: InHand;
  readonly base: string;
  readonly at: number;
  readonly label: string;
}

function Foot({ hand, base, at, label }: FootProps) {
  const before = steps[at - 1];
  return (
    <div className="sheet-foot">
      <button type="submit" className="button first" aria-disabled={hand.busy}>
        {hand.busy ? 'Sending…' : label}
      </button>
      {before !== undefined && (
        <Link href={`${base}?step=${before.name}`} className="button quiet">
          Back: {before.label}
        </Link>
      )}
      <Link href={hand.setUp.opened ? `/shipments/${hand.setUp.id}` : '/'} className="button quiet">
        Leave, keep what is typed
      </Link>
    </div>
  );
}

/** The step's heading takes the focus when another step is gone to; on arriving the page has it. */
function useFocusOn(step: StepName) {
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current !== step) heading.current?.focus();
    seen.current = step;
  }, [step]);
  return heading;
}
