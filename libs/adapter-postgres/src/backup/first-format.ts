import type { KeptTable } from './kept-table.js';

/** A table as the first format wrote it: since which migration, and columns that came later. */
interface Earlier {
  readonly name: string;
  readonly since?: string;
  readonly columns: readonly string[];
  readonly later?: Readonly<Record<string, string>>;
}

/** Never changed: these backups are written already. Couriers' revisions were forgotten by it, and begin again at 1. */
const earlier: readonly Earlier[] = [
  { name: 'account', columns: ['id', 'name', 'password_hash', 'created_at'] },
  {
    name: 'shipment',
    columns: [
      ...['id', 'revision', 'last_hash', 'fold_version', 'state', 'live', 'example', 'reference', 'severity'],
      ...['next_due_at', 'search_text', 'view', 'created_at', 'updated_at'],
    ],
    later: { unit: 'Units1795399200000' },
  },
  { name: 'event', columns: ['shipment', 'seq', 'text', 'hash', 'position'] },
  {
    name: 'agenda_item',
    columns: [
      ...['id', 'shipment', 'key', 'revision', 'due_at', 'stage', 'kind', 'does', 'owner', 'offered', 'obligation'],
      ...['opened_at', 'closed_at', 'attempts', 'lease_until', 'lease_token', 'try_after', 'parked_at', 'last_error'],
    ],
  },
  { name: 'command_answer', columns: ['id', 'shipment', 'body_hash', 'answer', 'at'] },
  {
    name: 'policy',
    since: 'PoliciesAndFigures1795392000000',
    columns: ['version', 'position', 'body', 'owner', 'approver', 'source', 'by', 'created_at'],
  },
  {
    name: 'figure',
    since: 'PoliciesAndFigures1795392000000',
    columns: [
      ...['shipment', 'example', 'year', 'country', 'region', 'domestic', 'product', 'outcome', 'reason'],
      ...['ages_minutes', 'doses', 'bags_ended', 'bags_in_target', 'bags_in_limit'],
    ],
  },
  {
    name: 'past_total',
    since: 'PoliciesAndFigures1795392000000',
    columns: ['id', 'year', 'country', 'region', 'product', 'count', 'source', 'reason', 'by', 'at'],
  },
  { name: 'maintenance', columns: ['position', 'what', 'shipment', 'by', 'at'] },
  {
    name: 'courier',
    since: 'Couriers1795395600000',
    columns: ['id', 'name', 'record', 'search_text', 'changed_at'],
  },
];

/** What a backup of the first format holds, which named its tables but not their columns: they follow from the migrations that had run. */
export function tablesOfFirstFormat(migrations: readonly string[]): readonly KeptTable[] {
  return earlier
    .filter(({ since }) => since === undefined || migrations.includes(since))
    .map(({ name, columns, later = {} }) => {
      const added = Object.keys(later).filter((column) => migrations.includes(later[column] ?? ''));
      return { name, columns: [...columns, ...added] };
    });
}
