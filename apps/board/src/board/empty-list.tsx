import { Link } from 'wouter';
import { useCoordinates } from '../api/questions.js';
import { Nothing } from '../shell/states.js';

const inView: Readonly<Record<string, string>> = {
  mine: 'Nothing waits for a coordinator',
  air: 'Nothing is in the air',
  decisions: 'No day-one decision is open',
};

/** An empty list says why it is empty and how to go on. */
export function EmptyList({ view, q }: { readonly view: string; readonly q: string }) {
  const coordinates = useCoordinates();
  if (q !== '') {
    return (
      <Nothing title={`Nothing fits “${q}”`}>
        Every word must occur in the reference, the cities, the GRID, the courier’s name or a flight.{' '}
        <Link href="/">Show all shipments</Link>
      </Nothing>
    );
  }
  const title = inView[view];
  if (title !== undefined) {
    return (
      <Nothing title={title}>
        <Link href="/">Show all shipments</Link>
      </Nothing>
    );
  }
  if (!coordinates) return <Nothing title="No shipments yet">A shipment stands here once you are named in it.</Nothing>;
  return (
    <Nothing title="No shipments yet">
      Begin with <strong>New shipment</strong> and the formal request: parties, donor’s GRID, recipients and collection
      days. Its stages and deadlines follow from it.
    </Nothing>
  );
}
