import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import type { Row } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { ownZone } from '../time/now.js';
import { copiedInto, wouldReplace, type Earlier } from './copied.js';
import type { InHand } from './use-set-up.js';

interface CopySheetProps {
  readonly hand: InHand;
  readonly close: () => void;
}

async function earlierOf({ id, reference }: Row): Promise<Earlier> {
  const path = { id, line: '1' };
  const order = bodyOf(await api.GET('/api/v1/shipments/{id}/log/{line}/correction', { params: { path } })).body;
  const log: Earlier['log'][number][] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 500, ...(cursor === null ? {} : { cursor }) };
    const page: { readonly items: Earlier['log']; readonly next: string | null } = bodyOf(
      await api.GET('/api/v1/shipments/{id}/log', { params: { path: { id }, query } }),
    );
    log.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return { reference, order, log };
}

/** How many that fit are offered; whoever wants another types more of it. */
const OFFERED = 12;

function useEarlier(q: string) {
  return useQuery({
    queryKey: ['earlier', q],
    queryFn: async ({ signal }) => {
      const query = { view: 'all', limit: OFFERED, ...(q === '' ? {} : { q }) } as const;
      return bodyOf(await api.GET('/api/v1/shipments', { params: { query }, signal })).items;
    },
    placeholderData: keepPreviousData,
  });
}

/** An earlier shipment is looked for and chosen; what comes of it stands in the steps, to be looked through. */
export function CopySheet({ hand, close }: CopySheetProps) {
  const [typed, type] = useState('');
  const found = useEarlier(useDeferredValue(typed.trim()));
  const rows = found.data ?? [];
  const copying = useMutation({
    mutationFn: earlierOf,
    onSuccess: (earlier) => {
      hand.put(copiedInto(hand.setUp, hand.acts, earlier, ownZone));
      close();
    },
  });
  return (
    <Sheet
      title="Copy an earlier one"
      about="Parties, product, organisations, courier company and routes"
      close={close}
    >
      <label className="label" htmlFor="copy-search">
        Which shipment
      </label>
      <input
        id="copy-search"
        type="search"
        className="order-search"
        value={typed}
        placeholder="Reference, city, GRID or flight"
        onChange={(event) => type(event.target.value)}
      />
      {wouldReplace(hand.setUp) && <p className="hint">What is typed of these is replaced.</p>}
      {copying.error !== null && (
        <p role="alert" className="said danger">
          {copying.error.message}
        </p>
      )}
      <FoundList rows={rows} busy={copying.isPending} choose={(row) => copying.mutate(row)} />
      {found.data !== undefined && rows.length === 0 && <p className="none">Nothing fits “{typed}”.</p>}
    </Sheet>
  );
}

interface FoundListProps {
  readonly rows: readonly Row[];
  readonly busy: boolean;
  readonly choose: (row: Row) => void;
}

function FoundList({ rows, busy, choose }: FoundListProps) {
  return (
    <ul className="order-found" aria-label="Shipments found">
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" disabled={busy} onClick={() => choose(row)}>
            <strong>{row.reference}</strong> {row.from.city} → {row.to.city}
            <small className="ink2">
              {row.product}
              {row.example ? ', example' : ''}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}
