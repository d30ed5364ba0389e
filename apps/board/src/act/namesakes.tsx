import { Link } from 'wouter';
import { useNamesakes } from '../api/questions.js';
import { rich } from '../words/rich.js';

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
      {rich(
        '{count, plural, one {Another shipment has} other {# other shipments have}} the reference {reference}: {others}. That is allowed; see that it is not the same order twice.',
        {
          others: others.map((row, index) => (
            <span key={row.id}>
              {index > 0 && ', '}
              <Link href={`/shipments/${row.id}`}>
                {row.from.city} → {row.to.city}
                {row.status === 'open' ? '' : ` (${row.status})`}
              </Link>
            </span>
          )),
        },
        { count: others.length, reference: reference.trim() },
      )}
    </p>
  );
}
