import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { View } from '../api/types.js';
import { Failing, Loading } from '../shell/states.js';
import { EmptyList } from './empty-list.js';
import { ListBar } from './list-bar.js';
import type { ListStore } from './list-store.js';
import { Rows } from './rows.js';
import { useList, useShown } from './use-list.js';
import { viewOf } from './view-choice.js';
import { t } from '../words/words.js';

/** All shipments of the chosen view, most urgent first; view and search stand in the address. */
export function ShipmentList() {
  const [params] = useSearchParams();
  const [view, q] = [viewOf(params.get('view')), params.get('q') ?? ''];
  return <ListOf view={view} q={q} />;
}

interface ListOfProps {
  readonly view: View;
  readonly q: string;
}

function ListOf({ view, q }: ListOfProps) {
  const store = useList(view, q);
  const { total, error } = useShown(store);
  const before = useBefore(store, total, error);
  return (
    <section className="shipments" aria-labelledby="shipments-title">
      <ListBar view={view} q={q} total={total} />
      {total === undefined && before === undefined && <NotThere store={store} error={error} />}
      {total === 0 && <EmptyList view={view} q={q} />}
      {total !== undefined && total > 0 && <Rows key={`${view} ${q}`} store={store} total={total} />}
      {before !== undefined && <Rows key="before" {...before} />}
    </section>
  );
}

/** A list of which nothing has come yet, or of which it is known why. */
function NotThere({ store, error }: { readonly store: ListStore; readonly error: Error | null }) {
  if (error === null) return <Loading what={t('the list')} lines={8} />;
  return <Failing what={t('The list')} error={error} again={() => store.begin()} />;
}

interface Known {
  readonly store: ListStore;
  readonly total: number;
}

/** The list that was shown before, until the first of the one that is wanted has come; undefined once it has, or is known not to. */
function useBefore(store: ListStore, total: number | undefined, error: Error | null): Known | undefined {
  const [last, setLast] = useState<Known>();
  if (total !== undefined && (last?.store !== store || last.total !== total)) setLast({ store, total });
  const waits = total === undefined && error === null;
  return waits && last !== undefined && last.total > 0 ? last : undefined;
}
