import { Link } from 'wouter';

/** The order is on record: what of it has to be said otherwise is corrected or changed where it stands. */
export function OpenedAlready({ id }: { readonly id: string }) {
  return (
    <p className="ink2">
      The shipment is open, with its order as it was sent. What has to be said otherwise is corrected on{' '}
      <Link href={`/shipments/${id}`}>its page</Link>.
    </p>
  );
}
