import { Link } from 'wouter';
import type { Mark } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import type { OrderLine } from './order-file-requests.js';
import { becomesText } from './order-file-words.js';

const marks: Readonly<Record<OrderLine['becomes'], Mark>> = {
  ...{ opens: 'not-yet', opened: 'done', 'there-already': 'done' },
  ...{ 'reference-in-use': 'waiting', faulty: 'trouble' },
};

/** Line by line: what it orders, what it comes to, and what is wrong in which column. */
export function OrderFileTable({ items }: { readonly items: readonly OrderLine[] }) {
  return (
    <table className="cards order-lines" aria-label="Orders of the file">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Order</th>
          <th scope="col">Comes to</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.line}>
            <td data-title="Line">{item.line}</td>
            <th scope="row">
              {item.reference === '' ? 'without a reference' : item.reference}
              <small className="block ink2">{orderText(item)}</small>
            </th>
            <td data-title="Comes to">
              <Becomes item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function orderText({ product, from, to, days }: OrderLine): string {
  const way = from === '' && to === '' ? '' : `${from} → ${to}`;
  return [product, way, days.join(' and ')].filter(Boolean).join(' · ');
}

function Becomes({ item }: { readonly item: OrderLine }) {
  return (
    <div>
      <span className="with-icon">
        <MarkIcon mark={marks[item.becomes]} /> {becomesText(item)}
      </span>
      {item.shipment !== null && (
        <>
          {' '}
          <Link href={`/shipments/${item.shipment}`}>
            Look at it<span className="unseen">, {item.reference}</span>
          </Link>
        </>
      )}
      {item.becomes === 'reference-in-use' && (
        <p className="small ink2">
          Another shipment has this reference. If it is not the same order, open it one by one.
        </p>
      )}
      <ul className="order-faults">
        {item.faults.map((fault) => (
          <li key={`${fault.column} ${fault.sentence}`}>
            {fault.column !== null && <code>{fault.column}</code>} {fault.sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
