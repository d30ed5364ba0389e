import { useForecast } from '../api/questions.js';
import type { Forecast as View, Shipment } from '../api/types.js';
import { useNowNear } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { ForecastChart } from './forecast-chart.js';
import { t, wordsBy } from '../words/words.js';

type Bag = View['bags'][number];
type Recipient = View['recipients'][number];
type Place = Shipment['to'];
type Band = NonNullable<Bag['survival']>['planned'];

/** What becomes of the cells until infusion: which part stays viable, what dose that is, and what says so. Nothing before anything was counted. */
export function Forecast({ shipment }: { readonly shipment: Shipment }) {
  const { data } = useForecast(shipment.id);
  if (data === undefined || data.bags.length === 0) return null;
  return (
    <section aria-labelledby="forecast-title">
      <div className="bar">
        <h2 id="forecast-title">{t('Viability')}</h2>
        <Light light={data.light} />
      </div>
      <Bags bags={data.bags} />
      {data.bags.map((bag) => (
        <ForecastChart key={bag.bag} bag={bag} />
      ))}
      {data.recipients.length > 0 && <Recipients recipients={data.recipients} place={shipment.to} />}
      {data.without.map(({ id, sentence }) => (
        <p key={id} className="ink2">
          {id}: {sentence}
        </p>
      ))}
      <ul className="gone">
        {data.said.map((sentence) => (
          <li key={sentence}>
            <small className="ink2">{sentence}</small>
          </li>
        ))}
        <li>
          <small className="ink2">{t('Constants {constants}', { constants: data.constants })}</small>
        </li>
      </ul>
    </section>
  );
}

const lights = () => ({ green: t('as planned'), amber: t('look at it'), red: t('act') }) as const;
const tones = { green: 'accent', amber: 'warn', red: 'danger' } as const;

/** The colour is said in words as well. */
function Light({ light }: { readonly light: View['light'] }) {
  return (
    <strong className={tones[light]}>
      {t('{light, select, green {green} amber {amber} other {red}}, {says}', { light, says: lights()[light] })}
    </strong>
  );
}

function Bags({ bags }: { readonly bags: readonly Bag[] }) {
  return (
    <table className="dose">
      <thead>
        <tr>
          <th scope="col">{t('Bag')}</th>
          <th scope="col">{t('Viable at infusion')}</th>
          <th scope="col">{t('At the warm end')}</th>
          <th scope="col">{t('Light', {}, 'traffic light')}</th>
        </tr>
      </thead>
      <tbody>
        {bags.map((bag) => (
          <BagRow key={bag.bag} bag={bag} />
        ))}
      </tbody>
    </table>
  );
}

function BagRow({ bag }: { readonly bag: Bag }) {
  const troubles = bag.findings.filter(({ light }) => light !== 'green');
  return (
    <tr>
      <th scope="row">
        {bag.bag}
        {bag.estimated && <small className="block ink2">{t('estimated')}</small>}
        {!bag.measured && <small className="block ink2">{t('no readings')}</small>}
      </th>
      <td>{bag.survival === null ? t('no figure') : <Share band={bag.survival.planned} />}</td>
      <td>{bag.survival === null ? t('no figure') : <Share band={bag.survival.worst} />}</td>
      <td>
        <Light light={bag.light} />
        {troubles.map(({ from, says }) => (
          <small key={from} className="block ink2">
            {from}: {says}
          </small>
        ))}
      </td>
    </tr>
  );
}

const percent = (part: number): string => `${Math.round(part * 100)} %`;

function Share({ band: { low, centre, high } }: { readonly band: Band }) {
  return (
    <>
      <strong>{percent(centre)}</strong>
      <small className="block ink2">{t('{from} to {to}', { from: percent(low), to: percent(high) })}</small>
    </>
  );
}

function Recipients({ recipients, place }: { readonly recipients: readonly Recipient[]; readonly place: Place }) {
  return (
    <table className="dose">
      <thead>
        <tr>
          <th scope="col">{t('Recipient')}</th>
          <th scope="col">{t('Dose at infusion')}</th>
          <th scope="col">{t('Requested')}</th>
          <th scope="col">{t('Likely met')}</th>
        </tr>
      </thead>
      <tbody>
        {recipients.map((one) => (
          <RecipientRow key={one.recipient} one={one} place={place} />
        ))}
      </tbody>
    </table>
  );
}

const weightWords = wordsBy({
  actual: () => t('actual weight'),
  ideal: () => t('ideal weight'),
  adjusted: () => t('adjusted weight'),
});

function RecipientRow({ one, place }: { readonly one: Recipient; readonly place: Place }) {
  return (
    <tr>
      <th scope="row">{one.recipient}</th>
      <td>{one.dose === null ? t('no figure') : <Dose dose={one.dose} />}</td>
      <td>
        {one.requested}{' '}
        <small className="ink2">
          {one.unit}
          {one.weightBasis !== null && `, ${weightWords[one.weightBasis]}`}
        </small>
        {one.requestHoldsUntil !== null && <HoldsUntil at={Date.parse(one.requestHoldsUntil)} place={place} />}
      </td>
      <td>
        {one.probability === null ? (
          t('no figure')
        ) : (
          <strong className={tones[one.light]}>{percent(one.probability.planned)}</strong>
        )}
        {one.probability !== null && (
          <small className="block ink2">
            {t('{percent} at the warm end', { percent: percent(one.probability.worst) })}
          </small>
        )}
      </td>
    </tr>
  );
}

/** By the centre of what is planned, and never later than the limit. */
function HoldsUntil({ at, place: { zone, city } }: { readonly at: number; readonly place: Place }) {
  const now = useNowNear(at);
  return (
    <small className="block ink2">{t('holds until {when} {city}', { when: whenText(at, zone, now), city })}</small>
  );
}

function Dose({ dose: { planned, worst } }: { readonly dose: NonNullable<Recipient['dose']> }) {
  return (
    <>
      <strong>{planned.centre.toFixed(2)}</strong>
      <small className="block ink2">
        {t('{low} to {high}; {centre} at the warm end', {
          low: planned.low.toFixed(2),
          high: planned.high.toFixed(2),
          centre: worst.centre.toFixed(2),
        })}
      </small>
    </>
  );
}
