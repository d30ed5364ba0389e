import type { FiguresLine } from '../api/types.js';
import { productName } from '../marks/words.js';
import {
  ageText,
  countText,
  destinationText,
  doseText,
  eatenText,
  excursionsText,
  none,
  rateText,
  reasonsText,
} from './figure-words.js';

interface Column {
  readonly title: string;
  readonly of: (line: FiguresLine) => string;
}

/** Beside destination and product, in this order; on a phone each stands under its title. */
const columns: readonly Column[] = [
  { title: 'Shipments', of: ({ shipments }) => countText(shipments) },
  { title: 'Domestic', of: ({ domestic }) => countText(domestic) },
  { title: 'Infused', of: ({ infused }) => countText(infused) },
  { title: 'Frozen', of: ({ cryopreserved }) => countText(cryopreserved) },
  { title: 'Cancelled', of: ({ cancelled }) => countText(cancelled) },
  { title: 'Stopped', of: ({ stopped }) => countText(stopped) },
  { title: 'Age at infusion, median', of: ({ ageMinutes }) => ageText(ageMinutes) },
  { title: 'Door to infusion, median', of: ({ doorMinutes }) => ageText(doorMinutes) },
  { title: 'Dose, 10⁶ per kg, median', of: ({ dosePerKgE6 }) => doseText(dosePerKgE6) },
  { title: 'Bags in target', of: ({ bagsInTarget, bagsEnded }) => rateText(bagsInTarget, bagsEnded) },
  { title: 'Bags in limit', of: ({ bagsInLimit, bagsEnded }) => rateText(bagsInLimit, bagsEnded) },
  {
    title: 'Excursions, of those with a logger',
    of: ({ withExcursion, withLogger }) => excursionsText(withExcursion, withLogger),
  },
];

/** One year, a line for each destination and product. */
export function FiguresTable({ items }: { readonly items: readonly FiguresLine[] }) {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">Destination</th>
          <th scope="col">Product</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <Line key={[line.country, line.region, line.product, line.how].join(' ')} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: FiguresLine }) {
  const [reasons, eaten] = [reasonsText(line.reasons), eatenText(line.slackEaten)];
  return (
    <tr>
      <th scope="row">
        {destinationText(line)}
        {line.how === 'entered' && <span className="entered">entered</span>}
        {line.source !== null && (
          <small className="block ink2">
            {line.source}, by {line.enteredBy}
          </small>
        )}
        {reasons !== '' && <small className="block ink2">{reasons}</small>}
        {eaten !== '' && <small className="block ink2">Most delay at: {eaten}</small>}
      </th>
      <td data-title="Product">{productName(line.product)}</td>
      {columns.map(({ title, of }) => (
        <td key={title} data-title={title} data-known={of(line) !== none}>
          {of(line)}
        </td>
      ))}
    </tr>
  );
}
