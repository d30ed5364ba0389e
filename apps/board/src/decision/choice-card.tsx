import { useId } from 'react';
import type { DecisionOption, Shipment } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';
import { ageSaid, doseSaid, spareSaid, toBringSaid } from './decision-words.js';
import { DoseBar } from './dose-bar.js';
import { Fact } from '../shell/fact.js';

interface ChoiceProps {
  readonly option: DecisionOption;
  readonly shipment: Shipment;
  /** Opens its form; null for whoever may not decide. */
  readonly decide: (() => void) | null;
}

/** One choice: what it means for time and dose, whose word it takes, and what follows. Its button opens the form, which says what follows once more before anything is sent. */
export function ChoiceCard({ option, shipment, decide }: ChoiceProps) {
  const id = useId();
  const { label, says, trip, doses, follows } = option;
  return (
    <li className="choice" aria-labelledby={id}>
      <h3 id={id}>{label}</h3>
      <p className="ink2">{says}</p>
      <dl className="facts">
        {trip === null ? (
          <Fact name={t('Flies')}>{t('no plan by this word alone')}</Fact>
        ) : (
          <Trip trip={trip} shipment={shipment} />
        )}
      </dl>
      {doses.length > 0 && <Doses option={option} />}
      <Needs needs={option.needs} />
      {follows.length > 0 && (
        <>
          <h4>{t('What follows')}</h4>
          <ul className="follows">
            {follows.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {decide !== null && (
        <button type="button" className="button" onClick={decide}>
          {label}…
        </button>
      )}
    </li>
  );
}

function Trip({ trip, shipment }: { readonly trip: NonNullable<DecisionOption['trip']>; readonly shipment: Shipment }) {
  const now = useNow();
  const least = shipment.courses.find(({ plan }) => plan === trip.plan)?.leastSlackMinutes ?? 0;
  const [age, spare] = [ageSaid(trip), spareSaid(trip, least)];
  return (
    <>
      <Fact name={t('Flies')}>{t('by plan {plan}', { plan: trip.plan })}</Fact>
      <Fact name={t('Infusion')}>
        {whenText(Date.parse(trip.infusionAt), shipment.to.zone, now)} {shipment.to.city}
      </Fact>
      {age !== null && <Fact name={t('Oldest bag then')}>{age}</Fact>}
      {spare !== null && (
        <Fact name={t('To spare')}>
          <span className={spare.tone}>{spare.words}</span>
        </Fact>
      )}
    </>
  );
}

function Doses({ option: { doses, more } }: { readonly option: DecisionOption }) {
  return (
    <>
      <h4>{t('Dose at infusion, of the cells that are there')}</h4>
      <dl className="facts doses">
        {doses.map((dose) => {
          const bring = toBringSaid(dose, more);
          return (
            <Fact key={`${dose.recipient} ${dose.unit}`} name={dose.recipient}>
              <strong>{doseSaid(dose)}</strong> <small className="ink2">{dose.unit}</small>
              <DoseBar dose={dose} />
              {bring !== null && <small className="block ink2">{bring}</small>}
            </Fact>
          );
        })}
      </dl>
    </>
  );
}

/** Who has to agree, and who has already. */
function Needs({ needs }: { readonly needs: DecisionOption['needs'] }) {
  return (
    <>
      <h4>{t('Who must agree')}</h4>
      <ul className="needs">
        {needs.map(({ who, what, given }) => (
          <li key={`${who} ${what}`} className="with-icon">
            <MarkIcon mark={given ? 'done' : 'waiting'} />
            <span>
              {who}{' '}
              <span className="ink2">{given ? t('{what}: on record', { what }) : t('{what}: not yet', { what })}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
