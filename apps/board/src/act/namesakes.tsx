import { Link } from 'wouter';
import { useNamesakes } from '../api/questions.js';

interface NamesakesProps {
  readonly reference: string;
  /** The shipment itself, which is no namesake of its own. */
  readonly id: string;
}

/** A quiet hint that the reference is in use already: it is allowed, and is often the same order entered twice. */
export function Namesakes({ reference, id }: NamesakesProps) {
  const others = useNamesakes(reference, id);
  if (others.length === 0) return null;
  return (
    <p className="hint namesakes" role="status">
      {others.length === 1 ? 'Another shipment has' : `${others.length} other shipments have`} the reference{' '}
      {reference.trim()}:{' '}
      {others.map((row, index) => (
        <span key={row.id}>
          {index > 0 && ', '}
          <Link href={`/shipments/${row.id}`}>
            {row.from.city} → {row.to.city}
            {row.status === 'open' ? '' : ` (${row.status})`}
          </Link>
        </span>
      ))}
      . That is allowed; see that it is not the same order twice.
    </p>
  );
}
