import type { Shipment } from '../api/types.js';

type Receipt = Shipment['receipt'];

/** What was looked at when the box was opened, the counts at both ends, and what was infused. Nothing before the box is packed. */
export function Receipt({ shipment: { receipt } }: { readonly shipment: Shipment }) {
  if (receipt.bags.length === 0) return null;
  return (
    <section aria-labelledby="receipt-title">
      <div className="bar">
        <h2 id="receipt-title">Receipt</h2>
        <small className="ink2 push">checklist{receipt.country === null ? '' : ` of ${receipt.country}`}</small>
      </div>
      <table className="dose">
        <thead>
          <tr>
            <th scope="col">Bag</th>
            <th scope="col">CD34 per µL at origin</th>
            <th scope="col">On arrival</th>
            <th scope="col">Given</th>
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
        {arrival === null ? <span className="ink2">not counted</span> : (arrival.cd34PerUl ?? '–')}
        {arrival !== null && arrival.viabilityPercent !== null && (
          <small className="block ink2">viability {arrival.viabilityPercent} %</small>
        )}
        {lossPercent !== null && lossPercent > 0 && <small className="block ink2">{lossPercent} % less</small>}
      </td>
      <td>
        {ended === null ? <span className="ink2">not yet</span> : <Given ended={ended} recipient={bag.recipient} />}
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
      {how === 'infusion' ? `to ${recipient}` : endsSaid[how]}, {Math.floor(ageMinutes / 60)} h{' '}
      {String(ageMinutes % 60).padStart(2, '0')} min old
      {dose.map((given) => (
        <small key={`${given.metric}/${given.per}`} className="block ink2">
          {given.dose} {given.unit}, by the count {given.countedAt === 'arrival' ? 'on arrival' : 'at origin'}
        </small>
      ))}
    </>
  );
}

const endsSaid = {
  cryopreservation: 'cryopreserved',
  'stored-frozen': 'stored frozen',
  'not-used': 'not used',
} as const;

const founds = { 'as-it-should-be': 'as it should be', differs: 'differs', 'not-checked': 'not checked' } as const;

/** Open points are shown as open: nothing is guessed of what nobody looked at. */
function Checks({ checks }: { readonly checks: Receipt['checks'] }) {
  const open = checks.filter(({ found }) => found === null || found === 'not-checked').length;
  return (
    <details>
      <summary>
        {checks.length} points to check, {open} open
      </summary>
      <ul className="gone">
        {checks.map((check) => (
          <li key={check.id}>
            {check.text}:{' '}
            <strong className={check.found === 'differs' ? 'danger' : check.found === null ? 'ink2' : ''}>
              {check.found === null ? 'open' : founds[check.found]}
            </strong>
            {check.words !== null && `, ${check.words}`} <small className="ink2">{check.source}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
