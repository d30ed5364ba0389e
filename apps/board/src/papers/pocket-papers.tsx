import { ChevronRight } from 'lucide-react';
import type { PaperOfPlan, PlanPapers, Shipment } from '../api/types.js';
import { useNetwork } from '../offline/use-network.js';
import { PackLink } from './pack-link.js';
import { StandingMark } from './paper-standing-text.js';
import { askedFor, countOf, standingOf, type PaperStanding } from './paper-standing.js';
import { changedText, kindText, occasionText } from './paper-words.js';
import { issuedAddress } from './use-papers.js';
import { t } from '../words/words.js';

interface PocketProps {
  readonly shipment: Shipment;
  readonly papers: PlanPapers;
}

/** The papers of a plan for whoever holds them: each a large target that opens it. What is not issued yet is only counted. */
export function PocketPapers({ shipment, papers: { plan, papers } }: PocketProps) {
  const held = papers.filter(({ issued }) => issued !== null);
  const { valid } = countOf(papers);
  const { reached } = useNetwork();
  const waiting = papers.length - held.length;
  return (
    <div className="plan-papers">
      <h3>{t('Plan {plan}', { plan })}</h3>
      <ul className="pocket">
        {held.map((paper) => (
          <PocketLine key={paper.reference} shipment={shipment} paper={paper} />
        ))}
      </ul>
      {waiting > 0 && (
        <p className="none">
          {t('{count, plural, one {# paper} other {# papers}} not issued yet.', { count: waiting })}
        </p>
      )}
      {/* The pack is made by the server, each paper lies on the phone. */}
      {valid > 1 && reached && <PackLink {...{ shipment: shipment.id, plan, valid, all: askedFor(papers) }} first />}
    </div>
  );
}

function PocketLine({ shipment, paper }: { readonly shipment: Shipment; readonly paper: PaperOfPlan }) {
  if (paper.issued === null) return null;
  const standing = standingOf(paper);
  const occasion = occasionText(paper, shipment.plans);
  return (
    <li>
      <a href={issuedAddress(shipment.id, paper.issued.document)} target="_blank" rel="noreferrer">
        <span className="pocket-name">
          <strong>{kindText(paper.kind)}</strong>
          {occasion !== null && <small className="block ink2">{occasion}</small>}
          <HolderText standing={standing} changed={paper.issued.changed} />
        </span>
        <StandingMark standing={standing} />
        <ChevronRight size={20} aria-hidden="true" />
        <span className="unseen">{t(', in a new tab')}</span>
      </a>
    </li>
  );
}

interface HolderProps {
  readonly standing: PaperStanding;
  readonly changed: readonly string[];
}

/** What whoever holds it is to do with it. */
function HolderText({ standing, changed }: HolderProps) {
  if (standing === 'valid') return null;
  if (standing === 'not-needed')
    return <small className="block ink2">{t('Put it away: the trip has no use for it.')}</small>;
  const what = changedText(changed);
  return (
    <small className="block danger">
      {what === null
        ? t('Do not use it. Ask for the new one.')
        : t('Do not use it: changed since are {what}. Ask for the new one.', { what })}
    </small>
  );
}
