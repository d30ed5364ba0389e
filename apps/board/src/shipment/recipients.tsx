import type { Shipment } from '../api/types.js';
import { t } from '../words/words.js';
import { statusText } from '../marks/words.js';

type Recipient = Shipment['recipients'][number];
type Dose = Recipient['doses'][number];

/** Dose against what was requested and the least that will do, per recipient and metric; and blood groups where any is known. */
export function Recipients({ shipment }: { readonly shipment: Shipment }) {
  if (shipment.recipients.length === 0) return null;
  return (
    <section aria-labelledby="dose-title">
      <h2 id="dose-title">{t('Dose')}</h2>
      <table className="dose">
        <thead>
          <tr>
            <th scope="col">{t('Recipient')}</th>
            <th scope="col">{t('Weight')}</th>
            <th scope="col">{t('Requested')}</th>
            <th scope="col">{t('Minimum')}</th>
            <th scope="col">{t('Counted')}</th>
          </tr>
        </thead>
        <tbody>
          {shipment.recipients.flatMap((one) =>
            one.doses.map((dose, index) => (
              <DoseRow key={`${one.ref} ${dose.metric}`} one={one} dose={dose} first={index === 0} />
            )),
          )}
        </tbody>
      </table>
      <Standings shipment={shipment} />
      <BloodGroups shipment={shipment} />
    </section>
  );
}

/** A recipient's name and weight stand once, beside the first of the doses. */
function DoseRow({ one, dose, first }: { readonly one: Recipient; readonly dose: Dose; readonly first: boolean }) {
  const rows = one.doses.length;
  return (
    <tr>
      {first && (
        <th scope="row" rowSpan={rows}>
          {one.ref}
        </th>
      )}
      {first && <td rowSpan={rows}>{one.weightKg !== null && weightOf(one.weightKg, one.weightBasis)}</td>}
      <td>
        {dose.requested} <small className="ink2">{dose.unit}</small>
      </td>
      <td>{dose.minimum}</td>
      <td>
        <Counted {...dose} told={one.weightKg !== null} />
      </td>
    </tr>
  );
}

/** Whoever is not to know a weight is told no dose either, counted or not. */
function Counted({ dose, meetsRequest, meetsMinimum, told }: Dose & { readonly told: boolean }) {
  if (dose === null) return <span className="ink2">{told ? t('not yet') : t('withheld')}</span>;
  const shown = dose.toFixed(2);
  if (meetsMinimum === false) return <strong className="danger">{t('{shown}, under minimum', { shown })}</strong>;
  if (meetsRequest === false) return <strong className="warn">{t('{shown}, under request', { shown })}</strong>;
  return <strong>{shown}</strong>;
}

/** Where there are several: whose the bags are, and how each recipient stands. */
function Standings({ shipment }: { readonly shipment: Shipment }) {
  const counted = shipment.recipients.filter(({ standing }) => standing !== null);
  if (shipment.recipients.length < 2 || counted.length === 0) return null;
  return (
    <ul className="groups" aria-label={t('Recipients')}>
      {counted.map(({ ref, standing, bags }) => (
        <li key={ref}>
          {ref}{' '}
          <strong className={standing === 'short' || standing === 'not served' ? 'danger' : undefined}>
            {statusText(standing ?? '')}
          </strong>
          : {bags.length === 0 ? t('no bag') : bags.join(', ')}
        </li>
      ))}
    </ul>
  );
}

function BloodGroups({ shipment }: { readonly shipment: Shipment }) {
  const known = shipment.recipients.filter(({ bloodGroup }) => bloodGroup !== null);
  if (known.length === 0) return null;
  return (
    <ul className="groups" aria-label={t('Blood groups')}>
      {known.map((one) => (
        <li key={one.ref}>
          {t('{ref} {group}, donor {donor}:', {
            ref: one.ref,
            group: one.bloodGroup ?? '',
            donor: shipment.donorBloodGroup ?? t('not known'),
          })}{' '}
          <Mismatch {...one} />
        </li>
      ))}
    </ul>
  );
}

function mismatchText(abo: NonNullable<Recipient['aboMismatch']>, rh: Recipient['rhMismatch']): string {
  const said = t(
    '{abo, select, none {no ABO mismatch} major {major ABO mismatch} minor {minor ABO mismatch} other {bidirectional ABO mismatch}}',
    { abo },
  );
  return rh === 'none' || rh === null
    ? said
    : t('{abo}, Rh {rh, select, major {major} minor {minor} other {other}}', { abo: said, rh });
}

function Mismatch({ aboMismatch, rhMismatch, processing }: Recipient) {
  if (aboMismatch === null) return <span className="ink2">{t('not compared yet')}</span>;
  const words = mismatchText(aboMismatch, rhMismatch);
  if (aboMismatch === 'none' && processing === null) return <span>{words}</span>;
  const decided = processing ?? t('processing not decided');
  return (
    <span>
      <strong>{words}</strong>. <span className={processing === null ? 'warn' : undefined}>{decided}</span>
    </span>
  );
}

function weightOf(kg: number, basis: string): string {
  return basis === 'actual' ? `${kg} kg` : t('{kg} kg, {basis}', { kg, basis: statusText(basis) });
}
