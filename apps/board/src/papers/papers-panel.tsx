import { useEffect, useRef, useState } from 'react';
import { useMay } from '../api/questions.js';
import type { Shipment, ShipmentPapers } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { EarlierPapers } from './earlier-papers.js';
import { TripFactsSheet } from './trip-facts-sheet.js';
import { MissingFacts } from './missing-facts.js';
import { papersAnchor, showPapers } from './papers-anchor.js';
import { PlanPapersTable } from './plan-papers.js';
import { PocketPapers } from './pocket-papers.js';
import { usePapers } from './use-papers.js';
import { t } from '../words/words.js';

/** The papers of a shipment's plans: for whoever issues them what each lacks and how it stands, for everybody else those that they hold. */
export function PapersPanel({ shipment }: { readonly shipment: Shipment }) {
  const may = useMay('getPapers');
  return may && shipment.plans.length > 0 ? <Panel shipment={shipment} /> : null;
}

function Panel({ shipment }: { readonly shipment: Shipment }) {
  const papers = usePapers(shipment.id);
  useShownByAddress(papers.data !== undefined);
  return (
    <section id={papersAnchor} className="shipment-papers" aria-labelledby="papers-title" tabIndex={-1}>
      <div className="bar">
        <h2 id="papers-title">{t('Papers')}</h2>
        <FactsButton shipment={shipment} />
      </div>
      {papers.data?.checkable === false && papers.data.issues && (
        <p className="none">
          {t('Papers are issued without a code to check them by: this server has no key to sign with.')}
        </p>
      )}
      <Asked what={t('the papers')} lines={3} query={papers}>
        {(told) => <Told shipment={shipment} told={told} />}
      </Asked>
    </section>
  );
}

/** What papers say of this shipment alone, for whoever may enter some of it. */
function FactsButton({ shipment }: { readonly shipment: Shipment }) {
  const may = useMay('getPaperFacts');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <button type="button" className="plain push" onClick={() => setOpen(true)}>
        {t('Facts for the papers')}
      </button>
      {open && <TripFactsSheet shipment={shipment} close={() => setOpen(false)} />}
    </>
  );
}

/** The address may name this part of the page, which the browser looks for before it is there. */
function useShownByAddress(there: boolean): void {
  const shown = useRef(false);
  useEffect(() => {
    if (!there || shown.current) return;
    shown.current = true;
    if (window.location.hash === `#${papersAnchor}`) showPapers();
  }, [there]);
}

interface ToldProps {
  readonly shipment: Shipment;
  readonly told: ShipmentPapers;
}

function Told({ shipment, told: { plans, earlier, issues } }: ToldProps) {
  return (
    <>
      {plans.length === 0 && <p className="none">{t('No plan stands, so there are no papers to issue.')}</p>}
      {issues && <MissingFacts shipment={shipment} plans={plans} />}
      {plans.map((papers) =>
        issues ? (
          <PlanPapersTable key={papers.plan} shipment={shipment} papers={papers} alone={plans.length === 1} />
        ) : (
          <PocketPapers key={papers.plan} shipment={shipment} papers={papers} />
        ),
      )}
      {earlier.length > 0 && <EarlierPapers shipment={shipment} earlier={earlier} />}
    </>
  );
}
