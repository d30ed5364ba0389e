import { useState } from 'react';
import { OfferSheet } from '../act/offer-sheet.js';
import type { CountDecision, DecisionOption, Shipment } from '../api/types.js';
import { t } from '../words/words.js';
import { ChoiceCard } from './choice-card.js';

interface ChoicesProps {
  readonly shipment: Shipment;
  readonly decision: CountDecision;
}

/** What can be decided, side by side, the best first. Whoever may not decide reads the same, and who is to. */
export function Choices({ shipment, decision }: ChoicesProps) {
  const { options, mayDecide, standing } = decision;
  const [open, setOpen] = useState<DecisionOption>();
  const title = standing === 'awaited' ? t('What can be decided') : t('What can still be decided otherwise');
  return (
    <section aria-labelledby="choices-title">
      <div className="bar">
        <h2 id="choices-title">{title}</h2>
        {!mayDecide && <small className="ink2 push">{t('It is not yours to decide; below stands whose it is.')}</small>}
      </div>
      <ul className="choices">
        {options.map((option) => (
          <ChoiceCard
            key={option.label}
            option={option}
            shipment={shipment}
            decide={option.yours ? () => setOpen(option) : null}
          />
        ))}
      </ul>
      {open !== undefined && <OfferSheet shipment={shipment.id} offer={open} close={() => setOpen(undefined)} />}
    </section>
  );
}
