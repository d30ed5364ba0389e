import type { Shipment } from '../api/types.js';
import { t, wordsBy } from '../words/words.js';

type Receipt = Shipment['receipt'];

/** What was looked at when the box was opened, the counts at both ends, and what was infused. Nothing before the box is packed. */
export function Receipt({ shipment: { receipt } }: { readonly shipment: Shipment }) {
  if (receipt.bags.length === 0) return null;
  return (
    <section aria-labelledby="receipt-title">
      <div className="bar">
        <h2 id="receipt-title">{t('Receipt')}</h2>
        <small className="ink2 push">
          {receipt.country === null ? t('checklist') : t('checklist of {country}', { country: receipt.country })}
        </small>
      </div>
      <table className="dose">
        <thead>
          <tr>
            <th scope="col">{t('Bag')}</th>
            <th scope="col">{t('CD34 per µL at origin')}</th>
            <th scope="col">{t('On arrival')}</th>
            <th scope="col">{t('Given')}</th>
          </tr>
        </thead>
        <tbody>
          {receipt.bags.map((bag) => (
            <BagLine key={bag.bag} bag={bag} />
          ))}
        </tbody>
      </table>
      <Checks checks={receipt.checks} />
    </section>
  );
}

function BagLine({ bag }: { readonly bag: Receipt['bags'][number] }) {
  const { arrival, ended, lossPercent } = bag;
  return (
    <tr>
      <th scope="row">{bag.bag.split('/')[1] ?? bag.bag}</th>
      <td>{bag.cd34PerUlAtOrigin ?? '–'}</td>
      <td>
        {arrival === null ? <span className="ink2">{t('not counted')}</span> : (arrival.cd34PerUl ?? '–')}
        {arrival !== null && arrival.viabilityPercent !== null && (
          <small className="block ink2">{t('viability {percent} %', { percent: arrival.viabilityPercent })}</small>
        )}
        {lossPercent !== null && lossPercent > 0 && (
          <small className="block ink2">{t('{percent} % less', { percent: lossPercent })}</small>
        )}
      </td>
      <td>
        {ended === null ? (
          <span className="ink2">{t('not yet')}</span>
        ) : (
          <Given ended={ended} recipient={bag.recipient} />
        )}
      </td>
    </tr>
  );
}

function Given({
  ended,
  recipient,
}: {
  readonly ended: NonNullable<Receipt['bags'][number]['ended']>;
  readonly recipient: string;
}) {
  const { how, ageMinutes, dose } = ended;
  return (
    <>
      {t('{end}, {hours} h {minutes} min old', {
        end: how === 'infusion' ? t('to {recipient}', { recipient }) : endsSaid[how],
        hours: Math.floor(ageMinutes / 60),
        minutes: String(ageMinutes % 60).padStart(2, '0'),
      })}
      {dose.map((given) => (
        <small key={`${given.metric}/${given.per}`} className="block ink2">
          {given.countedAt === 'arrival'
            ? t('{dose} {unit}, by the count on arrival', { dose: given.dose, unit: given.unit })
            : t('{dose} {unit}, by the count at origin', { dose: given.dose, unit: given.unit })}
        </small>
      ))}
    </>
  );
}

const endsSaid = wordsBy({
  cryopreservation: () => t('cryopreserved'),
  'stored-frozen': () => t('stored frozen'),
  'not-used': () => t('not used'),
});

const founds = wordsBy({
  'as-it-should-be': () => t('as it should be'),
  differs: () => t('differs'),
  'not-checked': () => t('not checked'),
});

/** Open points are shown as open: nothing is guessed of what nobody looked at. */
function Checks({ checks }: { readonly checks: Receipt['checks'] }) {
  const open = checks.filter(({ found }) => found === null || found === 'not-checked').length;
  return (
    <details>
      <summary>{t('{count} points to check, {open} open', { count: checks.length, open })}</summary>
      <ul className="gone">
        {checks.map((check) => (
          <li key={check.id}>
            {check.text}:{' '}
            <strong className={check.found === 'differs' ? 'danger' : check.found === null ? 'ink2' : ''}>
              {check.found === null ? t('open') : founds[check.found]}
            </strong>
            {check.words !== null && `, ${check.words}`} <small className="ink2">{check.source}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
