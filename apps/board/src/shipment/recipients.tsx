import type { Shipment } from '../api/types.js';

/** Dose against what was requested and the least that will do, per recipient. */
export function Recipients({ shipment }: { readonly shipment: Shipment }) {
  return (
    <section aria-labelledby="dose-title">
      <div className="bar">
        <h2 id="dose-title">Dose</h2>
        <small className="ink2 push">CD34, ×10⁶ per kg</small>
      </div>
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
          {shipment.recipients.map((one) => (
            <tr key={one.ref}>
              <th scope="row">{one.ref}</th>
              <td>{one.weightKg} kg</td>
              <td>{one.requestedCd34PerKgE6}</td>
              <td>{one.minimumCd34PerKgE6}</td>
              <td>
                <Counted {...one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Counted({ dosePerKgE6, requestedCd34PerKgE6, minimumCd34PerKgE6 }: Shipment['recipients'][number]) {
  if (dosePerKgE6 === null) return <span className="ink2">not yet</span>;
  const dose = dosePerKgE6.toFixed(2);
  if (dosePerKgE6 < minimumCd34PerKgE6) return <strong className="danger">{dose}, under minimum</strong>;
  if (dosePerKgE6 < requestedCd34PerKgE6) return <strong className="warn">{dose}, under request</strong>;
  return <strong>{dose}</strong>;
}
