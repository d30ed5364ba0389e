import { Link } from 'wouter';
import { MarkIcon } from '../marks/mark-icon.js';
import type { Mark } from '../api/types.js';
import { allowedText } from '../api/allowed.js';
import { useCommands } from '../api/questions.js';
import { textIn } from '../act/drafts.js';
import { Namesakes } from '../act/namesakes.js';
import { OPEN, type Act } from './acts.js';
import type { Outcome } from './set-up.js';
import { standingOf, standingWords, steps, type ActStanding, type Missing } from './standing.js';
import type { InHand } from './use-set-up.js';

const marks: Readonly<Record<ActStanding, Mark>> = {
  ...{ done: 'done', refused: 'trouble', unknown: 'running' },
  ...{ waits: 'waiting', missing: 'not-yet', 'to-do': 'not-yet' },
};

/** Everything that the press sends, in its order, with how each stands. */
export function SummaryStep({ hand, base }: { readonly hand: InHand; readonly base: string }) {
  const { acts, setUp, missing } = hand;
  const wanted = acts.filter((act) => act.wanted || setUp.outcomes[act.id]?.done === true);
  const left = acts.filter(
    ({ step, wanted: asked, id }) => !asked && laterSteps.has(step) && setUp.outcomes[id] === undefined,
  );
  const reference = textIn(setUp.drafts[OPEN]?.['reference']);
  return (
    <>
      {!setUp.opened && <Namesakes reference={reference} id={setUp.id} />}
      <ol className="order-acts">
        {wanted.map((act) => (
          <ActLine
            key={act.id}
            act={act}
            hand={hand}
            base={base}
            missing={missing.filter((one) => one.act === act.id)}
          />
        ))}
      </ol>
      {left.length > 0 && (
        <p className="order-later ink2">Left for later: {left.map(({ label }) => label.toLowerCase()).join(', ')}.</p>
      )}
    </>
  );
}

/** What of them is not filled in is said to be left; an organisation that is not chosen is nothing to be reminded of. */
const laterSteps: ReadonlySet<string> = new Set(['courier', 'plans']);

interface ActLineProps {
  readonly act: Act;
  readonly hand: InHand;
  readonly base: string;
  readonly missing: readonly Missing[];
}

function ActLine({ act, hand: { setUp }, base, missing }: ActLineProps) {
  const stands = standingOf(act, setUp, missing);
  const where = [...new Set(missing.map(({ step }) => step))];
  return (
    <li>
      <MarkIcon mark={marks[stands]} />
      <div>
        <strong>{act.label}</strong>{' '}
        <span className={stands === 'refused' ? 'danger' : 'ink2'}>{standingWords[stands]}</span>
        {where.map((step) => (
          <p key={step} className="small">
            <Link href={`${base}?step=${step}`}>{steps.find(({ name }) => name === step)?.label}</Link>:{' '}
            {[...new Set(missing.filter((one) => one.step === step).map(({ detail }) => detail))].join(' ')}
          </p>
        ))}
        <Said outcome={setUp.outcomes[act.id] ?? {}} step={act.step} base={base} />
      </div>
    </li>
  );
}

function Said({ outcome, step, base }: { readonly outcome: Outcome; readonly step: string; readonly base: string }) {
  const commands = useCommands();
  const { refusal, why, pending } = outcome;
  if (pending !== undefined)
    return (
      <p className="small">No answer came, so nobody knows whether it was done. Send it again: it is done once only.</p>
    );
  if (refusal === undefined) return why === undefined ? null : <p className="small">{why}</p>;
  const allowed = allowedText(refusal.allowed, commands.data?.items ?? []);
  return (
    <p className="small danger">
      {refusal.detail} {allowed !== '' && `Allowed instead: ${allowed}.`}{' '}
      <Link href={`${base}?step=${step}`}>Go to it</Link>
    </p>
  );
}
