import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { itemsIn, textIn } from '../act/drafts.js';
import { forgetForm, keepForm, keptForm } from '../act/kept-forms.js';
import { newKey } from '../act/send-command.js';
import { issuePapers, type IssueOutcome } from './issue-papers.js';

/** Papers that were asked for and of which no answer has come yet. */
interface Asked {
  readonly references: readonly string[];
  readonly key: string;
}

/**
 * Issuing papers of a plan: once for a double press. Until an answer has come, a reload included, what was asked for stays, and pressing again
 * sends that very command, whatever could be issued besides by then.
 */
export function useIssuing(shipment: string, plan: number) {
  const client = useQueryClient();
  const form = `${shipment} IssuePapers ${plan}`;
  const [asked, setAsked] = useState(() => askedBefore(form));
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<IssueOutcome>();
  // A second press may come before anything has been drawn anew: what is under way is known at once only here.
  const underWay = useRef(false);

  const issue = async (references: readonly string[]) => {
    if (underWay.current) return;
    underWay.current = true;
    const now = asked ?? { references, key: newKey() };
    keepForm(form, { drafts: { references: now.references }, key: now.key });
    setAsked(now);
    setOutcome(undefined);
    setBusy(true);
    const answer = await issuePapers({ shipment, plan, ...now });
    if (answer.kind !== 'unknown') {
      forgetForm(form);
      setAsked(undefined);
    }
    await client.invalidateQueries({ queryKey: ['shipment', shipment] });
    setOutcome(answer);
    setBusy(false);
    underWay.current = false;
  };
  return { asked, busy, outcome, issue };
}

function askedBefore(form: string): Asked | undefined {
  const kept = keptForm(form);
  if (kept === undefined || kept.key === null) return undefined;
  return { references: itemsIn(kept.drafts['references']).map(textIn), key: kept.key };
}
