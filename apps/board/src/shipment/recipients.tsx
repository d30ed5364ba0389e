import type { Shipment } from '../api/types.js';

type Recipient = Shipment['recipients'][number];
type Dose = Recipient['doses'][number];

/** Dose against what was requested and the least that will do, per recipient and metric; and blood groups where any is known. */
export function Recipients({ shipment }: { readonly shipment: Shipment }) {
  if (shipment.recipients.length === 0) return null;
  return (
    <section aria-labelledby="dose-title">
      <h2 id="dose-title">Dose</h2>
      <table className="dose">
        <thead>
          <tr>
            <th scope="col">Recipient</th>
            <th scope="col">Weight</th>
            <th scope="col">Requested</th>
            <th scope="col">Minimum</th>
            <th scope="col">Counted</th>
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
  if (dose === null) return <span className="ink2">{told ? 'not yet' : 'withheld'}</span>;
  const shown = dose.toFixed(2);
  if (meetsMinimum === false) return <strong className="danger">{shown}, under minimum</strong>;
  if (meetsRequest === false) return <strong className="warn">{shown}, under request</strong>;
  return <strong>{shown}</strong>;
}

/** Where there are several: whose the bags are, and how each recipient stands. */
function Standings({ shipment }: { readonly shipment: Shipment }) {
  const counted = shipment.recipients.filter(({ standing }) => standing !== null);
  if (shipment.recipients.length < 2 || counted.length === 0) return null;
  return (
    <ul className="groups" aria-label="Recipients">
      {counted.map(({ ref, standing, bags }) => (
        <li key={ref}>
          {ref}{' '}
          <strong className={standing === 'short' || standing === 'not served' ? 'danger' : undefined}>
            {standing}
          </strong>
          : {bags.length === 0 ? 'no bag' : bags.join(', ')}
        </li>
      ))}
    </ul>
  );
}

function BloodGroups({ shipment }: { readonly shipment: Shipment }) {
  const known = shipment.recipients.filter(({ bloodGroup }) => bloodGroup !== null);
  if (known.length === 0) return null;
  return (
    <ul className="groups" aria-label="Blood groups">
      {known.map((one) => (
        <li key={one.ref}>
          {one.ref} {one.bloodGroup}, donor {shipment.donorBloodGroup ?? 'not known'}: <Mismatch {...one} />
        </li>
      ))}
    </ul>
  );
}

function Mismatch({ aboMismatch, rhMismatch, processing }: Recipient) {
  if (aboMismatch === null) return <span className="ink2">not compared yet</span>;
  const rh = rhMismatch === 'none' || rhMismatch === null ? '' : `, Rh ${rhMismatch}`;
  if (aboMismatch === 'none' && processing === null) return <span>no ABO mismatch{rh}</span>;
  const decided = processing ?? 'processing not decided';
  return (
    <span>
      <strong>
        {aboMismatch === 'none' ? 'no' : aboMismatch} ABO mismatch{rh}
      </strong>
      . <span className={processing === null ? 'warn' : undefined}>{decided}</span>
    </span>
  );
}

function weightOf(kg: number, basis: string): string {
  return `${kg} kg${basis === 'actual' ? '' : `, ${basis}`}`;
}
